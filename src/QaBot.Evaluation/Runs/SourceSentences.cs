using QaBot.Answering;
using QaBot.Indexing;
using QaBot.Text;

namespace QaBot.Evaluation.Runs;

/// <summary>The sentences of the corpus, as its index has them.</summary>
internal sealed class SourceSentences
{
    private readonly Dictionary<string, List<TextSpan>> _sentences;

    public SourceSentences(PassageIndex index) =>
        _sentences = Enumerable.Range(0, index.Count).Select(i => index[i])
            .GroupBy(passage => passage.Document.Name, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.SelectMany(passage => passage.Sentences).Distinct().OrderBy(s => s.Start).ToList(), StringComparer.Ordinal);

    /// <summary>From the start of the first sentence that a citation touches to the end of the last one; the citation's own span where it touches none.</summary>
    public TextSpan Around(CitationJson citation)
    {
        var span = new TextSpan(citation.Start, citation.End);
        var touched = _sentences.GetValueOrDefault(citation.Document)?.FindAll(span.Overlaps);
        return touched is { Count: > 0 }
            ? new TextSpan(Math.Min(span.Start, touched[0].Start), Math.Max(span.End, touched[^1].End))
            : span;
    }
}
