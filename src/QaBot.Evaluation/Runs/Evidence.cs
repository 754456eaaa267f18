using QaBot.Text;

namespace QaBot.Evaluation.Runs;

/// <summary>Where the evidence of a question stands in the corpus.</summary>
internal sealed class Evidence
{
    private readonly List<List<(string Document, TextSpan Span)>> _quotes;

    public Evidence(IReadOnlyList<string> quotes, Corpus corpus) => _quotes = [.. quotes.Select(quote => Find(quote, corpus))];

    /// <summary>How many quotes there are.</summary>
    public int Count => _quotes.Count;

    /// <summary>Whether a span covers at least half of a quote, wherever the quote occurs.</summary>
    public bool IsCovered(int quote, string document, TextSpan span) =>
        _quotes[quote].Exists(place => place.Document == document && 2 * Shared(place.Span, span) >= place.Span.Length);

    /// <summary>Whether a span covers at least half of any quote.</summary>
    public bool IsAnyCovered(string document, TextSpan span) => Enumerable.Range(0, Count).Any(quote => IsCovered(quote, document, span));

    /// <summary>Whether a span shares a character with any quote.</summary>
    public bool Overlaps(string document, TextSpan span) =>
        _quotes.Exists(places => places.Exists(place => place.Document == document && place.Span.Overlaps(span)));

    /// <summary>The quotes' places in a document.</summary>
    public IEnumerable<TextSpan> SpansIn(string document) =>
        _quotes.SelectMany(places => places).Where(place => place.Document == document).Select(place => place.Span);

    private static int Shared(TextSpan left, TextSpan right) => Math.Max(0, Math.Min(left.End, right.End) - Math.Max(left.Start, right.Start));

    private static List<(string, TextSpan)> Find(string quote, Corpus corpus)
    {
        var places = new List<(string, TextSpan)>();
        foreach (var document in corpus.Documents)
        {
            for (var at = document.Text.IndexOf(quote, StringComparison.Ordinal); at >= 0; at = document.Text.IndexOf(quote, at + 1, StringComparison.Ordinal))
            {
                places.Add((document.Name, new TextSpan(at, at + quote.Length)));
            }
        }

        return places;
    }
}
