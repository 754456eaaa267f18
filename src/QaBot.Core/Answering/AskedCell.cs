using QaBot.Answering.Candidates;
using QaBot.Text;

namespace QaBot.Answering;

/// <summary>The cell of a table that answers: the one that a question asks for by the head of its column, "single ticket" in the row of adults, else the short one that the words found are part of.</summary>
internal static class AskedCell
{
    /// <summary>A cell of so many UTF-16 units is an answer as a whole: "265 W".</summary>
    private const int LongestWhole = 20;

    /// <summary>The cells of a row, each with the share of the question's words that the head of its column has.</summary>
    public static IEnumerable<(TextSpan Span, double Share)> Shares(AskedWords asked, Block row) =>
        row.Cells.Zip(row.Columns, (cell, head) => (cell, asked.Share(WindowWords.Terms(head).Contains)));

    /// <summary>The cell under the head that has most of the question's words, where the words that were found stand under one that has none; null where neither it nor a short cell is the answer.</summary>
    public static TextSpan? Find(AskedWords asked, AnswerCandidate candidate)
    {
        var document = candidate.Passage.Document;
        var row = document.BlockOf(candidate.Sentence);
        var cells = Shares(asked, row).ToList();
        return cells.Exists(cell => cell.Share > 0 && cell.Span.Overlaps(candidate.Read.Span)) || cells.TrueForAll(cell => cell.Share == 0)
            ? row.Cells.Where(cell => cell.Length <= LongestWhole && cell.Contains(candidate.Read.Span)).Select(cell => (TextSpan?)cell).FirstOrDefault()
            : cells.Where(cell => cell.Share > 0 && IsNew(document.Slice(cell.Span))).OrderByDescending(cell => cell.Share).Select(cell => (TextSpan?)cell.Span).FirstOrDefault();

        // What the question says itself, it does not ask for: "Which boat was built in 1931?"
        bool IsNew(string text) => WindowWords.Terms(text) is { Count: > 0 } terms && !terms.All(asked.IsKnown);
    }
}
