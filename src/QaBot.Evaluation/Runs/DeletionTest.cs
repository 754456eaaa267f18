using System.Text;
using QaBot.Answering;
using QaBot.Evaluation.Matching;
using QaBot.Evaluation.Questions;
using QaBot.Indexing;
using QaBot.Text;

namespace QaBot.Evaluation.Runs;

/// <summary>Deletes what an answer cites and asks again: an answer that stays the same did not need its citations.</summary>
internal sealed class DeletionTest(EvaluationOptions options, SourceSentences sentences)
{
    /// <summary>Whether the answer changes or vanishes; null when there is none or it cites nothing.</summary>
    public async Task<bool?> DependsOnCitationAsync(EvaluationQuestion question, AnswerJson answer, CancellationToken cancellationToken)
    {
        if (answer.Outcome != "answered" || answer.Citations.Count == 0)
        {
            return null;
        }

        var corpus = Without(answer.Citations);
        var index = PassageIndex.Build(corpus, options.Chunking);
        var (again, _) = await Dialogue.AskAsync(Dialogue.Answerer(options, corpus, index), question, options.Time, cancellationToken).ConfigureAwait(false);
        return again.Outcome != answer.Outcome || !Words(again).SequenceEqual(Words(answer), StringComparer.Ordinal);
    }

    private static IReadOnlyList<string> Words(AnswerJson answer) =>
        AnswerTokens.Of(string.IsNullOrWhiteSpace(answer.ShortAnswer) ? AnswerRule.WithoutMarkers(answer.Answer) : answer.ShortAnswer);

    private Corpus Without(IReadOnlyList<CitationJson> citations) => new(options.Corpus.Documents.Select(document =>
    {
        var deleted = citations.Where(c => c.Document == document.Name).Select(sentences.Around).OrderBy(span => span.Start).ToList();
        return deleted.Count == 0 ? document : Document.FromText(document.Name, Without(document.Text, deleted));
    }));

    private static string Without(string text, List<TextSpan> deleted)
    {
        var kept = new StringBuilder(text.Length);
        var end = 0;
        foreach (var span in deleted)
        {
            kept.Append(text, end, Math.Max(0, span.Start - end));
            end = Math.Max(end, span.End);
        }

        return kept.Append(text, end, text.Length - end).ToString();
    }
}
