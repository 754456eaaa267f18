using System.Text.RegularExpressions;

namespace QaBot.Answering;

/// <summary>Tells what is said to the bot from what is asked of the source: opinions it is asked for, orders, talk about itself.</summary>
internal static partial class Address
{
    /// <summary>Whether a question is not one of the source, whatever words of the source it has.</summary>
    public static bool IsToTheBot(string question) =>
        Opinion().IsMatch(question) || Order().IsMatch(question) || Itself().IsMatch(question) || Greeting().IsMatch(question);

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"\b(do|would|did)\syou\s(personally\s|really\s)?(think|feel|believe|like|prefer|love|hate|fancy|recommend|rate)\b|\b(in\s)?your\s(own\s|honest\s|personal\s)?(opinion|view|favou?rite|guess|feelings?)\b", Options)]
    private static partial Regex Opinion();

    /// <summary>An order stands at the beginning or behind "and" or "please", and is about what the bot was told: "did she act as a producer?" and "why did she forget the rules?" are questions.</summary>
    [GeneratedRegex(@"((^|[.!?:;,]|\b(and|please|now|then))\s*)((ignore|disregard|forget|override)\s((all|any|your|the|these|those|my|of)\s)*((previous|above|prior|earlier|preceding|system)\s)*(instructions?|rules|prompts?|sources?|passages?|above|before)\b|(you\sare\s(now|no\slonger)|act\sas|pretend\s(to\sbe|that\syou|you)|role-?play)\b)|\b(system|hidden|initial)\sprompt\b", Options)]
    private static partial Regex Order();

    [GeneratedRegex(@"^\s*((who|what|how|where)\s(made|built|created|are|old\sare)\syou\b|(who|what)\s(do|can|could)\syou\b(?!\s(know|tell|say)\b.{8}))|^\s*help\s*[!.?]*$|\bwhat\sis\sthis\s(bot|about)\b|^\s*(you('re|\sare)?\s)?(a\s)?(good|nice|great|clever|smart|bad|stupid|dumb|silly|useless)\sbot\b|^\s*(are|r)\s(you|u)\s(really\s|quite\s)?(sure|certain|serious|kidding|right)\b", Options)]
    private static partial Regex Itself();

    [GeneratedRegex(@"^\s*(hi|hello|hey|hiya|greetings|good\s(morning|afternoon|evening|night|day)|(thanks|thank\syou)(,?\s(you('re|\sare)|that('s|\swas|\sis))\s(so\s|very\s|really\s)?\w+)?|thx|cheers|bye|goodbye|see\syou)(\s(there|all|bot|everyone|so\smuch|a\slot|very\smuch|again|you))*\s*[!.?,]*\s*$", Options)]
    private static partial Regex Greeting();
}
