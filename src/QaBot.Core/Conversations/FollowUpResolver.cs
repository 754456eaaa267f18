using System.Text.RegularExpressions;
using QaBot.Answering;
using QaBot.Text;

namespace QaBot.Conversations;

/// <summary>Rewrites a question that leans on the conversation into one that stands by itself, by rules.</summary>
/// <remarks>
/// "It", "that one" and "the film" become the thing last spoken of, "he" or "she" the person; "what about …" and a bare "when?" take over
/// the question before. A pronoun of the person whom the source is mostly about stays: the source uses it in the same way.
/// </remarks>
internal sealed partial class FollowUpResolver(Corpus corpus)
{
    private const int Sample = 200_000;
    private readonly Lazy<(bool IsFemale, string Name)> _subject = new(() => SubjectOf(corpus));

    /// <summary>The question as read, or null when it stands by itself.</summary>
    public string? Resolve(string question, Conversation? conversation)
    {
        if (conversation is not { Turns.Count: > 0 })
        {
            return null;
        }

        var text = question.Trim();
        var bare = Filler().Replace(text, "");
        var read = BareQuestionWord().Match(bare) is { Success: true } word ? Reask(word.Groups["word"].Value, conversation.Turns[^1])
            : WhatAbout().Match(text) is { Success: true } about && Names(about.Groups["topic"].Value) is var names
                ? Ellipsis(about.Groups["topic"].Value, names, conversation)
            : ReplacePronouns(bare, isElliptic: bare.Length < text.Length, conversation);
        return read is null || read == bare ? null : Capitalise(read);
    }

    /// <summary>"When?" after "Where did it open?" asks "When did it open?".</summary>
    private static string Reask(string word, Turn previous)
    {
        var lead = QuestionLead().Match(previous.Question);
        return $"{word} {previous.Question[lead.Length..].TrimStart()}";
    }

    /// <summary>
    /// "What about Damage?" puts the name in the place of the last one of the question before, "what about brothers?" the noun;
    /// "and the director?" asks for the part of what was spoken of.
    /// </summary>
    private string? Ellipsis(string topic, List<string> names, Conversation conversation)
    {
        topic = topic.TrimEnd('?', ' ', '.');
        if (topic.Count(' ') > 5)
        {
            return null;
        }

        var previous = conversation.Turns[^1].Question;
        if (YearOnly().IsMatch(topic) && YearOnly().IsMatch(previous))
        {
            return YearOnly().Replace(previous, YearOnly().Match(topic).Value);
        }

        if (names.Count > 0)
        {
            return Names(previous).LastOrDefault() is { } last ? previous.Replace(last, topic, StringComparison.Ordinal) : $"{previous.TrimEnd('?', ' ')} {topic}?";
        }

        if (Determiner().IsMatch(topic))
        {
            var replaced = ReplacePronouns(topic, isElliptic: false, conversation);
            return replaced != topic ? replaced + "?" : Thing(conversation) is { } thing ? $"{topic} of {thing}?" : $"{previous.TrimEnd('?', ' ')} {topic}?";
        }

        return LastWord().Replace(previous, topic) + "?";
    }

    private string ReplacePronouns(string text, bool isElliptic, Conversation conversation)
    {
        var read = ThingPronoun().Replace(text, match => Refer(match, Thing(conversation)));
        read = (_subject.Value.IsFemale ? He() : She()).Replace(read, match => Refer(match, Person(conversation)));
        return read == text && isElliptic && Names(text).Count == 0 && Thing(conversation) is { } thing
            ? $"{text.TrimEnd('?', ' ')}, {thing}?"
            : read;
    }

    private static string Refer(Match pronoun, string? name)
    {
        if (name is null)
        {
            return pronoun.Value;
        }

        var possessive = pronoun.Value.ToLowerInvariant() is "its" or "his" or "her" || pronoun.Value.EndsWith("'s", StringComparison.Ordinal);
        return possessive ? name + "'s" : name;
    }

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

    /// <summary>The person last spoken of: whom the answer named, when a person was asked for, else the last name of the question.</summary>
    private string? Person(Conversation conversation)
    {
        var last = conversation.Turns[^1];
        var asksForPerson = Question.Parse(last.Question).Kind == QuestionKind.Person;
        var answered = last.Answer.ShortAnswer is { } person && char.IsUpper(person[0]) ? person : null;
        return asksForPerson && answered is not null ? answered
            : conversation.Turns.Reverse().Select(turn => Names(turn.Question).LastOrDefault()).FirstOrDefault(name => name is not null);
    }

    /// <summary>The names in a question, without that of the source's subject; a title of several names is one where the source has it so.</summary>
    private List<string> Names(string text)
    {
        var spans = NameScanner.Scan(text, new TextSpan(0, text.Length)).ConvertAll(name => name.Span);
        for (var i = spans.Count - 2; i >= 0; i--)
        {
            var joined = new TextSpan(spans[i].Start, spans[i + 1].End);
            if (corpus.Documents.Any(d => d.Text.Contains(text.Substring(joined.Start, joined.Length), StringComparison.Ordinal)))
            {
                spans[i] = joined;
                spans.RemoveAt(i + 1);
            }
        }

        return [.. spans.Select(span => text.Substring(span.Start, span.Length)).Where(name => !name.Split(' ').Contains(_subject.Value.Name))];
    }

    private static string Capitalise(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>The pronoun and the commonest name of a sample of the source.</summary>
    private static (bool IsFemale, string Name) SubjectOf(Corpus corpus)
    {
        var samples = corpus.Documents.Select(d => d.Text[..Math.Min(Sample, d.Text.Length)]).ToList();
        var name = samples.SelectMany(sample => NameWord().Matches(sample).Select(match => match.Value)).CountBy(word => word, StringComparer.Ordinal)
            .Where(pair => !SentenceSegmenter.IsStarter(pair.Key)).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).FirstOrDefault().Key;
        return (samples.Sum(s => She().Count(s)) > samples.Sum(s => He().Count(s)), name ?? "");
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"^((and|but|so|then|ok|okay|well|now)\b[\s,]*)+", Options)]
    private static partial Regex Filler();

    [GeneratedRegex(@"^(?<word>when|where|why|who|how|how\slong|how\smany|in\swhich\syear|with\swhom)\s*\?*$", Options)]
    private static partial Regex BareQuestionWord();

    [GeneratedRegex(@"^((ok|okay|well|so|now)\b[\s,]*)?(and|but|so)?[\s,]*((what|how)\sabout|(?<=(and|but|so)[\s,]*)(?!\s*(when|where|why|who|whom|whose|how|what|which|is|are|was|were|did|do|does|has|had|have|can|could|in|at|on|for|with|to)\b))\s*(?<topic>[^?]+)\??$", Options)]
    private static partial Regex WhatAbout();

    [GeneratedRegex(@"^(in|on|at|for|to|with|by)?\s*(who|whom|whose|when|where|why|what|which(\s\w+)?|how\s(many|much|long|old)|how)\b", Options)]
    private static partial Regex QuestionLead();

    [GeneratedRegex(@"^(the|his|her|its|their|any|a|an)\s", Options)]
    private static partial Regex Determiner();

    [GeneratedRegex(@"\w+\s*\?*$", Options)]
    private static partial Regex LastWord();

    [GeneratedRegex(@"\b(it|its|(this|that)\sone|(this|that|the)\s(film|movie|play|book|novel|show|series|production|album|song)('s)?)\b(?!\s(true|called|named|about|with|of|by|in\swhich|that))", Options)]
    private static partial Regex ThingPronoun();

    [GeneratedRegex(@"\b(she|her|hers)\b", Options)]
    private static partial Regex She();

    [GeneratedRegex(@"\b(he|him|his)\b", Options)]
    private static partial Regex He();

    [GeneratedRegex(@"\b[12]\d{3}\b", Options)]
    private static partial Regex YearOnly();

    [GeneratedRegex(@"\b\p{Lu}\p{Ll}{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex NameWord();
}
