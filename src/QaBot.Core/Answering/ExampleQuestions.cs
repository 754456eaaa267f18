using QaBot.Text;

namespace QaBot.Answering;

/// <summary>Questions that a corpus surely answers, for one who does not know what to ask of it.</summary>
internal static class ExampleQuestions
{
    private const double Sure = 0.6;
    private const int Most = 2;
    private const int MostTried = 6;
    private const int MostDocuments = 5;
    private const int MostSentences = 400;

    /// <summary>Two questions, about whom the corpus is mostly about and about the names that it has most often.</summary>
    /// <param name="corpus">The documents.</param>
    /// <param name="subject">Whom they are mostly about, or null.</param>
    /// <param name="answer">Answers a question.</param>
    public static IReadOnlyList<string> Of(Corpus corpus, Subject? subject, Func<string, AnswerDraft> answer) =>
    [
        .. AboutSubject(subject).Concat(AboutNames(corpus, subject)).Take(MostTried)
            .Where(question => answer(question) is { Outcome: AnswerOutcome.Answered, Confidence: >= Sure }).Take(Most),
    ];

    private static IEnumerable<string> AboutSubject(Subject? subject) => subject is null ? [] :
    [
        $"Who is {subject.FullName}?", $"When was {subject.FullName} born?", $"Where was {subject.FullName} born?", $"What did {subject.FullName} win?",
    ];

    private static IEnumerable<string> AboutNames(Corpus corpus, Subject? subject) => corpus.Documents.Take(MostDocuments)
        .SelectMany(document => document.Sentences.Take(MostSentences).SelectMany(sentence => NameScanner.Scan(document.Text, sentence).Select(name => (Text: document.Slice(name.Span), name.Kind))))
        .Where(name => subject is null || !name.Text.Contains(subject.Name, StringComparison.Ordinal))
        .GroupBy(name => name.Text, name => name.Kind, StringComparer.Ordinal)
        .Select(name => (Text: name.Key, Count: name.Count(), IsPerson: name.Contains(NameKind.Person)))
        .Where(name => name.Count > 1)
        .OrderByDescending(name => name.Count).ThenBy(name => name.Text, StringComparer.Ordinal)
        .Select(name => name.IsPerson ? $"Who is {name.Text}?" : $"What is {name.Text}?");
}
