using System.Text.RegularExpressions;
using QaBot.Text;

namespace QaBot.Conversations;

/// <summary>Rewrites a question that leans on the conversation into one that stands by itself, by rules.</summary>
/// <remarks>
/// "It", "the film" and their like become the work last spoken of, "he" and "she" the person; "what about …" and a bare "when?" take
/// over the question before. A pronoun of the person whom the source is mostly about stays: the source uses it in the same way.
/// </remarks>
internal sealed partial class FollowUpResolver(Corpus corpus)
{
    private const int Sample = 200_000;
    private readonly Lazy<bool> _subjectIsFemale = new(() => Count(corpus, She()) > Count(corpus, He()));

    /// <summary>The question as read, or null when it stands by itself.</summary>
    public string? Resolve(string question, Conversation? conversation)
    {
        if (conversation is not { Turns.Count: > 0 })
        {
            return null;
        }

        var text = question.Trim();
        var previous = conversation.Turns[^1];
        var read = BareQuestionWord().Match(text) is { Success: true } bare ? Reask(bare.Groups["word"].Value, previous)
            : WhatAbout().Match(text) is { Success: true } about ? Replace(about.Groups["topic"].Value, previous)
            : ReplacePronouns(text, conversation);
        return read == text ? null : read;
    }

    /// <summary>"When?" after "Where did it open?" asks "When did it open?".</summary>
    private static string Reask(string word, Turn previous)
    {
        var lead = QuestionLead().Match(previous.Question);
        return lead.Success ? $"{Capitalise(word)} {previous.Question[lead.Length..].TrimStart()}" : $"{Capitalise(word)} {previous.Question}";
    }

    /// <summary>"What about her brother?" puts the new topic in the place of the last name or year of the question before.</summary>
    private static string Replace(string topic, Turn previous)
    {
        topic = topic.TrimEnd('?', ' ', '.');
        if (YearOnly().IsMatch(topic) && YearOnly().Match(previous.Question) is { Success: true })
        {
            return YearOnly().Replace(previous.Question, YearOnly().Match(topic).Value);
        }

        var name = NameScanner.Scan(previous.Question, new TextSpan(0, previous.Question.Length)).LastOrDefault(n => n.Span.Start > 0);
        return name.Span.Length == 0
            ? $"{previous.Question.TrimEnd('?', ' ')} {topic}?"
            : string.Concat(previous.Question.AsSpan(0, name.Span.Start), topic, previous.Question.AsSpan(name.Span.End));
    }

    private string ReplacePronouns(string text, Conversation conversation)
    {
        var bare = LeadingAnd().Replace(text, "");
        var read = Thing().Replace(bare, match => Refer(match, LastName(conversation, NameKind.Work, NameKind.Other)));
        var other = _subjectIsFemale.Value ? He() : She();
        read = other.Replace(read, match => Refer(match, LastName(conversation, NameKind.Person)));
        return read == bare ? text : Capitalise(read);
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

    /// <summary>The name last spoken of: in an answer's few words, else in the question it answers.</summary>
    private static string? LastName(Conversation conversation, params NameKind[] kinds)
    {
        foreach (var kind in kinds)
        {
            foreach (var turn in conversation.Turns.Reverse())
            {
                if (Last(turn.Answer.ShortAnswer, kind) is { } answered && kind != NameKind.Other)
                {
                    return answered;
                }

                if (Last(turn.Question, kind) is { } asked)
                {
                    return asked;
                }
            }
        }

        return null;
    }

    private static string? Last(string? text, NameKind kind)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        var names = NameScanner.Scan(text, new TextSpan(0, text.Length)).Where(name => name.Kind == kind).ToList();
        return names.Count == 0 ? null : text.Substring(names[^1].Span.Start, names[^1].Span.Length);
    }

    private static string Capitalise(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static int Count(Corpus corpus, Regex pronoun) =>
        corpus.Documents.Sum(document => pronoun.Count(document.Text.AsSpan(0, Math.Min(Sample, document.Text.Length))));

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"^(and|but|so|then)?[\s,]*(?<word>when|where|why|who|how|how\slong|how\smany|in\swhich\syear|with\swhom)\s*\?*$", Options)]
    private static partial Regex BareQuestionWord();

    [GeneratedRegex(@"^(and|but|so)?[\s,]*((what|how)\sabout|and(?!\s(when|where|why|who|whom|whose|how|what|which|is|are|was|were|did|do|does|has|had|have|can|could)\b))\s(?<topic>.+)$", Options)]
    private static partial Regex WhatAbout();

    [GeneratedRegex(@"^(in|on|at|for|to|with|by)?\s*(who|whom|whose|when|where|why|what|which(\s\w+)?|how\s(many|much|long|old)|how)\b", Options)]
    private static partial Regex QuestionLead();

    [GeneratedRegex(@"^(and|but|so|then)[\s,]+", Options)]
    private static partial Regex LeadingAnd();

    [GeneratedRegex(@"\b(it|its|(this|that|the)\s(film|movie|play|book|novel|show|series|production|album|song)('s)?)\b(?!\s(called|named|about|with|of|by|in\swhich|that))", Options)]
    private static partial Regex Thing();

    [GeneratedRegex(@"\b(she|her|hers)\b", Options)]
    private static partial Regex She();

    [GeneratedRegex(@"\b(he|him|his)\b", Options)]
    private static partial Regex He();

    [GeneratedRegex(@"\b[12]\d{3}\b", Options)]
    private static partial Regex YearOnly();
}
