using QaBot.Analysis;
using QaBot.Text;

namespace QaBot.Answering;

/// <summary>A question, analysed.</summary>
public sealed class Question
{
    internal Question(string text, QuestionKind kind, IReadOnlyList<QuestionTerm> terms, bool asksForSource)
    {
        Text = text;
        Kind = kind;
        Terms = terms;
        AsksForSource = asksForSource;
    }

    /// <summary>The question as read.</summary>
    public string Text { get; }

    /// <summary>The kind of answer it asks for.</summary>
    public QuestionKind Kind { get; }

    /// <summary>The words that are searched for, in order, each term once.</summary>
    public IReadOnlyList<QuestionTerm> Terms { get; }

    /// <summary>The terms of the subject's name where the question speaks of the subject, who is then hardly what it asks for.</summary>
    internal IReadOnlySet<string> SubjectTerms { get; init; } = System.Collections.Frozen.FrozenSet<string>.Empty;

    /// <summary>Whether a text has the subject's name, and not only as whose something is: "Anna's father" does not speak of Anna.</summary>
    internal bool NamesSubject(string text) => EnglishAnalyzer.Words(text).Select(word => text[word.Start..word.End]).Any(word =>
        !word.EndsWith("'s", StringComparison.Ordinal) && !word.EndsWith("’s", StringComparison.Ordinal) && EnglishAnalyzer.Analyze(word).Exists(token => SubjectTerms.Contains(token.Term)));

    /// <summary>The question with the subject's name for "she" or "he": beside somebody else's dates the reader takes a pronoun for anybody.</summary>
    internal string Named { get; init; } = "";

    /// <summary>The noun that search words end with, which says what is searched for, and its kind: "date" of "harbour fire date"; null in a sentence, and where it is of no known kind.</summary>
    internal (string Noun, QuestionKind Kind)? Sought { get; init; }

    /// <summary>Whether the references may answer it: it asks for an article, a source or a citation.</summary>
    public bool AsksForSource { get; }

    /// <summary>Analyses a question.</summary>
    public static Question Parse(string text) => Parse(text, () => null);

    /// <summary>Analyses a question; a pronoun in one without a name stands for the source's subject, who is looked for only then.</summary>
    internal static Question Parse(string text, Func<Subject?> subject)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        return QuestionParser.Parse(text, subject);
    }
}
