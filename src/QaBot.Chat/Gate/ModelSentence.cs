using System.Globalization;
using System.Text.RegularExpressions;

namespace QaBot.Chat.Gate;

/// <summary>A sentence as a model wrote it: its words without markup, and the numbers of its markers.</summary>
/// <param name="Text">The words.</param>
/// <param name="Markers">The passages it cites, in order, each once; a model may have invented them.</param>
/// <param name="Affirms">Whether it begins with yes (true) or no (false), which is not part of the text; null for neither.</param>
internal sealed partial record ModelSentence(string Text, IReadOnlyList<int> Markers, bool? Affirms)
{
    private const int LongestRange = 8;

    /// <summary>Reads a sentence with markers in any of the forms that models give them: [1], [1, 2], [1–3], 【1†source】, [passage 1], [a.txt#1], ([1]), [1](#p), (passage 1), a raised ¹, (1) at the end.</summary>
    public static ModelSentence Read(string written)
    {
        var markers = Marker().Matches(written).SelectMany(Numbers).Distinct().ToList();
        var text = Markup().Replace(Marker().Replace(written, " "), "");
        text = BeforeStop().Replace(Spaces().Replace(Lead().Replace(Bullet().Replace(text.Trim(), ""), ""), " "), "").Trim();
        var word = YesNo().Match(text);
        text = text[word.Length..];
        bool? affirms = word.Length == 0 ? null : word.Groups["yes"].Success;
        return new ModelSentence(text.Length > 0 && char.IsLower(text[0]) ? char.ToUpperInvariant(text[0]) + text[1..] : text, markers, affirms);
    }

    /// <summary>How many characters of markers and spaces a text begins with.</summary>
    public static int LeadingMarkers(string text) => Leading().Match(text).Length;

    private static IEnumerable<int> Numbers(Match marker)
    {
        var digits = string.Concat(DocumentName().Replace(marker.Value, "").Select(c => char.GetNumericValue(c) is >= 0 and var digit ? (char)('0' + (int)digit) : c));
        int[] numbers = [.. Digits().Matches(digits).Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture))];
        return numbers is [var first, var last] && marker.Value.AsSpan().ContainsAny('-', '–') && first < last && last - first < LongestRange
            ? Enumerable.Range(first, last - first + 1)
            : numbers;
    }

    private const string Label = @"(?:passages?|sources?|docs?|documents?|refs?|references?|citations?|cites?|cite|p\.?)";

    private const string Number = @"(?:[^\[\]［］【】〔〕,;#\n]{1,80}#|(?:" + Label + @"\s{0,2}[:_]?\s{0,2})?#?)[0-9]{1,6}";

    private const string NumberList = Number + @"(?:\s{0,4}(?:[,;–-]|and|&)\s{0,4}" + Number + "){0,16}";

    /// <summary>One pair of brackets with numbers, and the target of a link behind it.</summary>
    private const string Bracketed = @"[\[［【〔]\s{0,4}\^?" + NumberList + @"(?:\s{0,2}†[^\]】]{0,40})?\s{0,4}[\]］】〕](?:\((?:#|https?:)[^()\s]{0,200}\))?";

    /// <summary>Markers in brackets, one of them or several in brackets of their own, and in words: "(passage 2)".</summary>
    private const string MarkerPattern = @"(?:[(\[]\s{0,2}" + Bracketed + @"(?:[\s,;]{0,3}" + Bracketed + @"){0,16}\s{0,2}[)\]]|" + Bracketed + @"|\((?:see\s)?(?:passages?|sources?)\s{0,2}" + NumberList + @"\)|" + Raised + ")";

    /// <summary>Raised numbers, but for the exponent of a unit or of ten: "5 km²", "10³".</summary>
    private const string Raised = @"(?:(?<![0-9\s](?:[kcdm]?m|ft|in|yd|mi|s)|\b10|^|\s)[⁰¹²³⁴-⁹]{1,3}(?:[,⁻˒]\s?[⁰¹²³⁴-⁹]{1,3}){0,8}(?![\p{L}\p{Nd}])|<sup>\s{0,2}\[?" + NumberList + @"\]?\s{0,2}</sup>)";

    /// <summary>"(1)" is a marker only at the end of a sentence.</summary>
    private const string AtEnd = @"\([0-9]{1,2}(?:\s{0,2}[,;]\s{0,2}[0-9]{1,2}){0,8}\)(?=\s*[.!?]?\s*$)";

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    [GeneratedRegex(MarkerPattern + "|" + AtEnd, Options)]
    private static partial Regex Marker();

    [GeneratedRegex(@"^(?:(?:\s*" + MarkerPattern + @")+\s*(?:[.!?](?=\s|$))?\s*)?(?:[\[［【〔][^\]］】〕]{0,12}$)?", Options)]
    private static partial Regex Leading();

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    /// <summary>The name of a document in front of a passage's number.</summary>
    [GeneratedRegex(@"[^\[\]［］【】〔〕(),;#]*#(?=[0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex DocumentName();

    [GeneratedRegex(@"^.*</(?:think(?:ing)?|thought|reasoning)>|</?(?:b|i|em|strong|p|br|q|cite|span|sup|u)\s{0,2}/?>|\*{1,3}|_{2,3}|`{1,3}|^#{1,6} |^> |^\|\s*|(?:\s*\|)+\s*$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Markup();

    [GeneratedRegex(@"^(?:[-•–] |[0-9]{1,2}[.)] )\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Bullet();

    /// <summary>Words in front of a sentence that only say where it stands; the number of the passage is gone already where it was a marker.</summary>
    [GeneratedRegex(
        @"^(?:(?:final )?answer\s?:\s+|(?:according to|based on|as (?:stated|mentioned|noted|described) in|as per|per|from|in)\s+(?:" + Where + @"(?:\s[0-9]+)?\s*|(?<=\s)\s*)[,:]\s+|" + Where
        + @"(?:\s[0-9]+)?\s+(?:says?|states?|mentions?|notes?|tells? us|confirms?|indicates?)(?:\s+that\s+|\s*[:,]\s+))",
        Options)]
    private static partial Regex Lead();

    private const string Where = "(?:the )?(?:provided |given )?(?:passages?|sources?|text)";

    [GeneratedRegex(@"^(?:(?<yes>yes)|(?<no>no))[,.:;!—–]\s*", Options)]
    private static partial Regex YesNo();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();

    [GeneratedRegex(@" (?=[.,;:!?](?:\s|$))", RegexOptions.CultureInvariant)]
    private static partial Regex BeforeStop();
}
