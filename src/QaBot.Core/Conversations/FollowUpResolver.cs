using System.Collections.Frozen;
using System.Text.RegularExpressions;
using QaBot.Analysis;
using QaBot.Answering;
using QaBot.Text;

namespace QaBot.Conversations;

/// <summary>Rewrites a question that leans on the conversation into one that stands by itself, by rules.</summary>
/// <remarks>
/// "It", "that one" and "the film" become the thing last spoken of, "he" or "she" the person; "what about …" and a bare "when?" take over
/// the question before. A pronoun of the person whom the source is mostly about stays: the source uses it in the same way.
/// </remarks>
internal sealed partial class FollowUpResolver
{
    /// <summary>What leans on a conversation is short: longer questions, as asked or as read, stand as they are. In UTF-16 units.</summary>
    public const int LongestRead = 500;

    private const string Kin = "Conversations/kin.txt";
    private static readonly FrozenSet<string> Women = WordList.Read(Kin, "female");
    private static readonly FrozenSet<string> Men = WordList.Read(Kin, "male");
    private const int MostPairs = 4;
    private const int MostRemembered = 256;
    private readonly Corpus _corpus;
    private readonly int _longest;
    private readonly BoundedCache<string, List<string>> _names = new(MostRemembered, StringComparer.Ordinal);
    private readonly Lazy<Subject?> _subject;

    /// <summary>Creates a resolver.</summary>
    /// <param name="corpus">The documents.</param>
    /// <param name="longest">No question is read as a longer one; at most <see cref="LongestRead"/> counts.</param>
    public FollowUpResolver(Corpus corpus, int longest = LongestRead)
    {
        _corpus = corpus;
        _longest = Math.Min(longest, LongestRead);
        _subject = new Lazy<Subject?>(() => Text.Subject.Of(corpus));
    }

    /// <summary>Whom the source is mostly about, or null.</summary>
    public Subject? Subject => _subject.Value;

    /// <summary>The question as read, or null when it stands by itself.</summary>
    public string? Resolve(string question, Conversation? conversation)
    {
        if (conversation is not { Turns.Count: > 0 } || question.Length > _longest)
        {
            return null;
        }

        var text = OneLine(question);
        var bare = Filler().Replace(text, "");
        var last = conversation.Turns[^1];
        var read = WhyNot().IsMatch(bare) ? QuestionLead.WhyNot(OneLine(last.Question))
            : BareQuestionWord().Match(bare) is { Success: true } word ? QuestionLead.Replace(OneLine(last.Question), word.Groups["word"].Value, last.Answer.ShortAnswer)
            : Instead().Match(text) is { Success: true } instead && Exchange(instead, conversation) is { } exchanged ? exchanged
            : WhatAbout().Match(text) is { Success: true } about ? Ellipsis(about.Groups["topic"].Value.TrimEnd('?', ' ', '.'), conversation)
            : ReplacePronouns(bare, isElliptic: bare.Length < text.Length, conversation);
        return read is null || read == bare || read.Length > _longest ? null : Capitalise(DoubledWord().Replace(read, "${word}"));
    }

    /// <summary>
    /// "What about Damage?" puts the name in the place of the last one of the question before, "what about brothers?" the noun;
    /// "and the director?" asks for the part of what was spoken of.
    /// </summary>
    private string? Ellipsis(string topic, Conversation conversation)
    {
        if (topic.Length == 0 || topic.Count(' ') > 5)
        {
            return null;
        }

        var previous = OneLine(conversation.Turns[^1].Question);
        var stem = previous.TrimEnd('?', ' ');
        if (YearOnly().Match(topic) is { Success: true } year && YearOnly().IsMatch(previous))
        {
            return YearOnly().Replace(previous, _ => year.Value);
        }

        if (Names(topic).Count > 0)
        {
            return Names(previous) is [.., var last] ? ReplaceLast(previous, last, topic) : $"{stem} {topic}?";
        }

        if (Possessive().IsMatch(topic) && Subject is not null)
        {
            var part = ReplacePronouns(topic, isElliptic: false, conversation);
            return part != topic ? part + "?" : Measure().IsMatch(previous) ? InPlaceOfSubject(previous, topic) : null;
        }

        if (Determiner().IsMatch(topic))
        {
            var replaced = ReplacePronouns(topic, isElliptic: false, conversation);
            return replaced != topic ? replaced + "?" : Counterpart(topic, previous) ?? (Thing(conversation) is { } thing ? $"{topic} of {thing}?" : $"{stem} {topic}?");
        }

        var lastWord = stem.Length;
        while (lastWord > 0 && char.IsLetterOrDigit(stem[lastWord - 1]))
        {
            lastWord--;
        }

        return lastWord < stem.Length && !WordForms.IsPast(stem[lastWord..].ToLowerInvariant()) ? stem[..lastWord] + topic + "?" : null;
    }

    /// <summary>
    /// "And the sauna?" behind "How deep is the main pool?" is asked of the sauna, and "and the small one?" of the small pool; null where the question spoke of something with a
    /// name, whose part it asks for then, unless that was how much, how long, when or where behind a preposition: "and the convent?" behind "How much is a room at Albergo Lago?"
    /// </summary>
    private string? Counterpart(string topic, string previous)
    {
        if (Names(previous) is [.., var name])
        {
            return Measure().IsMatch(previous) && BehindPreposition().IsMatch(previous[..previous.LastIndexOf(name, StringComparison.Ordinal)]) ? ReplaceLast(previous, name, topic) : null;
        }

        var phrases = NounPhrase.Find(previous);
        var alike = phrases.FindAll(phrase => topic.StartsWith(phrase.Determiner + " ", StringComparison.OrdinalIgnoreCase));
        var phrase = alike.Find(one => NameOf().IsMatch(previous[..one.Start])) ?? alike.FirstOrDefault() ?? phrases.FirstOrDefault();
        return phrase is null ? null : previous.Remove(phrase.Start, phrase.Text.Length).Insert(phrase.Start, One().Replace(topic, phrase.Head));
    }

    /// <summary>"And her sister?" behind "Where was she born?" asks where her sister was born; null where the question did not speak of the subject, or where a thing of hers is asked for.</summary>
    private string? InPlaceOfSubject(string previous, string topic)
    {
        var pronoun = Nominative().Match(previous);
        var span = pronoun.Success ? new TextSpan(pronoun.Index, pronoun.Index + pronoun.Length)
            : NameScanner.Scan(previous, new TextSpan(0, previous.Length)).ConvertAll(name => name.Span).Find(name => previous[name.Start..name.End].Split(' ').Contains(Subject?.Name));
        var isPerson = QuestionParser.IsPerson(topic[(topic.LastIndexOf(' ') + 1)..]);
        return span.Length == 0 || !isPerson || previous.AsSpan(span.End) is ['\'' or '’', ..] ? null : $"{previous.AsSpan(0, span.Start)}{topic}{previous.AsSpan(span.End)}";
    }

    /// <summary>"And for students?" after "How much is a ticket for adults?" exchanges what stands behind "for", or joins it to the question.</summary>
    private static string? Exchange(Match instead, Conversation conversation)
    {
        var stem = OneLine(conversation.Turns[^1].Question).TrimEnd('?', ' ');
        var (preposition, phrase) = (instead.Groups["preposition"].Value, instead.Groups["phrase"].Value.TrimEnd('?', ' ', '.'));
        var at = stem.LastIndexOf($" {preposition} ", StringComparison.OrdinalIgnoreCase);
        return phrase.Count(' ') > 5 || MakesQuestion().IsMatch(phrase) ? null : $"{(at < 0 ? stem : stem[..at])} {phrase}?";
    }

    private static string ReplaceLast(string text, string old, string replacement)
    {
        var at = text.LastIndexOf(old, StringComparison.Ordinal);
        return $"{text.AsSpan(0, at)}{replacement}{text.AsSpan(at + old.Length)}";
    }

    private string ReplacePronouns(string text, bool isElliptic, Conversation conversation)
    {
        var (thing, person) = (new Lazy<string?>(() => Thing(conversation)), new Lazy<string?>(() => Person(conversation)));
        var (previous, speaksForItself) = (conversation.Turns[^1], NounPhrase.Find(text).Count > 0);
        var phrase = speaksForItself || Expletive().IsMatch(text) || Names(previous.Question).Count > 0 ? null : Phrase(previous);
        var read = ThingPronoun().Replace(text, match => Refer(match, (It().IsMatch(match.Value) ? phrase : null) ?? thing.Value));
        read = speaksForItself ? read : They().Replace(read, match => Several(previous) ?? match.Value);
        read = Place(previous) is { } place ? There().Replace(read, match => $"{Preposition(match)} {place}") : read;
        read = IsOfSubject(conversation, isFemale: false) ? read : He().Replace(read, match => Refer(match, person.Value));
        read = IsOfSubject(conversation, isFemale: true) ? read : She().Replace(read, match => Refer(match, person.Value));
        return read == text && isElliptic && Names(text).Count == 0 && thing.Value is not null
            ? $"{text.TrimEnd('?', ' ')}, {thing.Value}?"
            : read;
    }

    /// <summary>
    /// Whether a pronoun stands for the source's subject, as it does in the source; not behind "Who is her sister?", which asked for another
    /// person of that kind, nor behind "Who is Ada?" where nothing of the answer says that Ada is none, nor where it stood for that person already.
    /// </summary>
    private bool IsOfSubject(Conversation conversation, bool isFemale)
    {
        var (previous, kin, others) = (conversation.Turns[^1], isFemale ? Women : Men, isFemale ? Men : Women);
        var question = Question.Parse(previous.Question);
        var isOfOther = question.Kind == QuestionKind.Person ? AsksFor(question.Text, kin)
            : question.Kind == QuestionKind.Description ? Names(question.Text).Count > 0 && !Has(previous.Answer.Text, others)
            : previous.Answer.ReadAs is not null && Pronoun(isFemale).IsMatch(previous.Answer.Question) && !Pronoun(isFemale).IsMatch(previous.Question);
        return Subject?.IsFemale == isFemale && !isOfOther;
    }

    /// <summary>"Who is her sister?", "What is her sister called?" ask for the sister; "To whom is her sister married?" does not.</summary>
    private static bool AsksFor(string question, FrozenSet<string> words) =>
        AskedPerson().Match(question) is { Success: true } match && words.Contains(match.Groups["noun"].Value.ToLowerInvariant());

    private static bool Has(string text, FrozenSet<string> words) =>
        EnglishAnalyzer.Words(text).Any(word => words.Contains(text[word.Start..word.End].ToLowerInvariant()));

    private static string Refer(Match pronoun, string? name)
    {
        if (name is null)
        {
            return pronoun.Value;
        }

        var possessive = pronoun.Value.ToLowerInvariant() is "its" or "his" or "her" || pronoun.Value.EndsWith("'s", StringComparison.Ordinal);
        return possessive ? name + "'s" : name;
    }

    /// <summary>What the question before spoke of without a name, if not of a person.</summary>
    private static string? Phrase(Turn turn) => NounPhrase.Find(OneLine(turn.Question)).Find(phrase => !QuestionParser.IsPersonOrAgent(phrase.Head))?.Text;

    /// <summary>Whom the answer before named, where it named several; else the several of which the question spoke.</summary>
    private static string? Several(Turn turn)
    {
        var question = OneLine(turn.Question);
        return Question.Parse(question).Kind == QuestionKind.Person && turn.Answer.ShortAnswer is { } answered && Enumerations.IsEnumeration(answered) ? answered
            : NounPhrase.Find(question).FindLast(phrase => phrase.IsPlural)?.Text
                ?? (CountedOrAsked().Match(question) is { Success: true } asked ? $"the {asked.Groups["noun"].Value}" : null);
    }

    private static string Preposition(Match there) => there.Groups["preposition"] is { Success: true } given ? given.Value : there.Groups["motion"].Success ? "to" : "in";

    /// <summary>What the question before asked for, where it asked for a place.</summary>
    private static string? Place(Turn turn) => Question.Parse(turn.Question).Kind == QuestionKind.Place ? turn.Answer.ShortAnswer : null;

    /// <summary>The thing last spoken of: what the answer named, when it was asked for, else the last name of the question.</summary>
    private string? Thing(Conversation conversation)
    {
        foreach (var turn in conversation.Turns.Reverse())
        {
            var asksForThing = Question.Parse(turn.Question).Kind is QuestionKind.Work or QuestionKind.List;
            if (asksForThing && turn.Answer.ShortAnswer is { } answered && char.IsUpper(answered[0]))
            {
                return answered;
            }

            if (Names(turn.Question).LastOrDefault() is { } asked)
            {
                return asked;
            }
        }

        return null;
    }

    /// <summary>The person last spoken of: whom an answer named, when a person was asked for, or a question; else the last name of any kind.</summary>
    private string? Person(Conversation conversation)
    {
        foreach (var turn in conversation.Turns.Reverse())
        {
            if (Question.Parse(turn.Question).Kind == QuestionKind.Person && turn.Answer.ShortAnswer is { } answered && char.IsUpper(answered[0]))
            {
                return answered;
            }

            if (NameScanner.Scan(turn.Question, new TextSpan(0, turn.Question.Length)).FindLast(name => name.Kind == NameKind.Person) is { Span.Length: > 0 } named
                && turn.Question.Substring(named.Span.Start, named.Span.Length) is var person && !person.Split(' ').Contains(Subject?.Name))
            {
                return person;
            }
        }

        return conversation.Turns.Reverse().Select(turn => Names(turn.Question).LastOrDefault()).FirstOrDefault(name => name is not null);
    }

    /// <summary>The names in a question, without that of the source's subject; remembered, for a conversation asks for them again and again.</summary>
    private List<string> Names(string text) => _names.GetOrAdd(text, ReadNames);

    /// <summary>A title of several names is one where the source has it so; only the last pairs of names are looked for.</summary>
    private List<string> ReadNames(string text)
    {
        var spans = NameScanner.Scan(text, new TextSpan(0, text.Length)).ConvertAll(name => name.Span);
        var first = Math.Max(0, spans.Count - 1 - MostPairs);
        for (var i = spans.Count - 2; i >= first; i--)
        {
            var joined = new TextSpan(spans[i].Start, spans[i + 1].End);
            var title = text.Substring(joined.Start, joined.Length);
            if (_corpus.Documents.Any(d => d.Text.Contains(title, StringComparison.Ordinal)))
            {
                spans[i] = joined;
                spans.RemoveAt(i + 1);
            }
        }

        return [.. spans.Select(span => text.Substring(span.Start, span.Length)).Where(name => !name.Split(' ').Contains(Subject?.Name) && !Calendar().IsMatch(name))];
    }

    /// <summary>White space as single spaces: patterns need not repeat it, which would make them slow on much of it.</summary>
    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Capitalise(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"^(?>(and|but|so|then|ok|okay|well|now)\b[\s,]*)+", Options)]
    private static partial Regex Filler();

    /// <summary>"When?", "since when?", "for which film?", "how many days?", "when was that?"</summary>
    [GeneratedRegex(@"^((?<word>when|where|why|how)(['’]s|\s(was|is))\s(that|this)|(?<word>when|where|why|who|how|(until|till|since|by|from)\swhen|from\swhere|(for\s|by\s)?how\s(long|often|old|far|big|high|deep|much)(\s(ahead|ago|away|more|longer))?|how\smany(\s(?!are\b|were\b)\w+)?|(at\s)?what\stime|((in|on|for|at|by|with|from|to|under)\s)(which|what)\s\w+|(which|what)\s(year|day|date|month|time)|(with|to|by|from|for|about|against)\s(whom|who|what)))\s*\?*$", Options)]
    private static partial Regex BareQuestionWord();

    [GeneratedRegex(@"^why\snot\s*\?*$", Options)]
    private static partial Regex WhyNot();

    [GeneratedRegex(@"^(?>((ok|okay|well|so|now)\b[\s,]*)?((and|but|so)\b)?[\s,]*)((the\s)?same\s(for|with)\s|(what|how)\s(?>about\b[\s,]*)|(?<=\b(and|but|so)[\s,]*)(?!(when|where|why|who|whom|whose|how|what|which|is|are|was|were|did|do|does|has|had|have|can|could|in|at|on|for|with|to)\b))(?<topic>[^?]+)\??$", Options)]
    private static partial Regex WhatAbout();

    [GeneratedRegex(@"^((and|but|so|or)\s)(?<phrase>(?<preposition>in|on|at|for|with|by|from|to|of|during|after|before)\s(?!(whom|who|what|which|whose|when|where)\b).+)$", Options)]
    private static partial Regex Instead();

    [GeneratedRegex(@"^(who|what|whos|whats)\b[^?]*?\b(?<noun>[\p{L}-]+?)(['’]s)?(\s(called|named|name))?\s*\?*$", Options)]
    private static partial Regex AskedPerson();

    /// <summary>"What about her children?" stands by itself where the question before did not ask when or where of her.</summary>
    [GeneratedRegex(@"^(his|her|their)\s", Options)]
    private static partial Regex Possessive();

    [GeneratedRegex(@"\b(who|whom|what|which|when|where|why|how|is|are|was|were|did|does|do|has|have|had)\b", Options)]
    private static partial Regex MakesQuestion();

    [GeneratedRegex(@"^(the|his|her|its|their|any|a|an)\s", Options)]
    private static partial Regex Determiner();

    [GeneratedRegex(@"\b(it|its|(this|that)\sone|(this|that|the)\s(film|movie|play|book|novel|show|series|production|album|song)('s)?)\b(?!\s(true|called|named|about|with|of|by|in\swhich|that|which|who|where|for|from|she|he|they)\b|\s[""“]|(?-i:\s\p{Lu}))", Options)]
    private static partial Regex ThingPronoun();

    /// <summary>"Who went there?", but not "who was there?", which may be no place, nor "is there a cure?".</summary>
    [GeneratedRegex(@"((?<preposition>\b(from|near|around|outside))\s|(?<motion>(?<=\b(go|goes|went|gone|going|come|came|move|moved|return|returned|travel|travell?ed|send|sent|get|got|take|took|taken)(\s(back|over|out|up|down|her|him|them))?\s)))?(?<!\b(is|are|was|were|be|been|\w+n['’]t|hi|hello|hey)\s)\bthere\b(?!['’]|\s(is|are|was|were|be|been|any|an?)\b)", Options)]
    private static partial Regex There();

    [GeneratedRegex(@"^(its?|(this|that)\sone)$", Options)]
    private static partial Regex It();

    [GeneratedRegex(@"(?<=\b(are|were)\s)they\b|\bthem\b", Options)]
    private static partial Regex They();

    [GeneratedRegex(@"\b(she|he)\b", Options)]
    private static partial Regex Nominative();

    [GeneratedRegex(@"\bones?$", Options)]
    private static partial Regex One();

    [GeneratedRegex(@"\b(in|at|to|for|from)\s$", Options)]
    private static partial Regex BehindPreposition();

    /// <summary>"What is the name of the dog?" asks of the dog.</summary>
    [GeneratedRegex(@"^what\b.*\sof\s$", Options)]
    private static partial Regex NameOf();

    /// <summary>"Is it allowed to swim?", "What time is it?", "Is it raining?": it stands for nothing.</summary>
    [GeneratedRegex(@"\bit\s(\w+\s){0,2}to\s\w|\b(time|day|date)\sis\sit\b|\bit\s(rain|snow)", Options)]
    private static partial Regex Expletive();

    /// <summary>"How many goats", "which films".</summary>
    [GeneratedRegex(@"^(how\smany|which|what)\s(?!(does|was|has)\b)(?<noun>[\p{L}-]+[^sui\W]s)\b", Options)]
    private static partial Regex CountedOrAsked();

    /// <summary>What is asked of one thing may be asked of another: how much, how long, when, where.</summary>
    [GeneratedRegex(@"^(how|when|where|what\s(time|year)|at\swhat\stime)\b", Options)]
    private static partial Regex Measure();

    [GeneratedRegex($@"^((mon|tues|wednes|thurs|fri|satur|sun)days?|({MonthName.Pattern}))(\s\d+)*$", Options)]
    private static partial Regex Calendar();

    [GeneratedRegex(@"\b(?<word>in|on|at|to|for|from|by|with|of|the|an?)\s\k<word>\b", Options)]
    private static partial Regex DoubledWord();

    private static Regex Pronoun(bool isFemale) => isFemale ? She() : He();

    [GeneratedRegex(@"\b(she|her|hers)\b", Options)]
    private static partial Regex She();

    [GeneratedRegex(@"\b(he|him|his)\b", Options)]
    private static partial Regex He();

    [GeneratedRegex(@"\b[12]\d{3}\b", Options)]
    private static partial Regex YearOnly();
}
