using QaBot.Answering;
using QaBot.Citations;

namespace QaBot.Cli.Rendering;

/// <summary>Shows answers to people.</summary>
internal static class AnswerRenderer
{
    private const int QuoteLength = 200;

    /// <summary>Shows the short answer, the sentences, where they stand in the source, and how the question was read.</summary>
    /// <param name="page">Where to.</param>
    /// <param name="answer">An answer or an abstention.</param>
    /// <param name="sourceCommand">What a reader types before a passage's id to read it.</param>
    /// <param name="isTextShown">Whether its sentences have been shown already.</param>
    public static void Render(Page page, Answer answer, string sourceCommand, bool isTextShown)
    {
        if (!isTextShown)
        {
            Text(page, answer);
        }

        if (answer.Citations.Count > 0)
        {
            page.Line();
            Footnotes(page, answer.Citations, answer.ShortAnswer, answer.Text);
        }

        if (answer.ReadAs is { } readAs)
        {
            page.Line();
            page.Line("read as: " + readAs, Ink.Dim);
        }

        if (answer.Hint is { } hint)
        {
            page.Line();
            page.Line(hint);
        }

        if (answer.Suggestions.Count > 0)
        {
            page.Line();
            page.Line($"Ask, for example: {string.Join(" ", answer.Suggestions)}");
        }
        else if (answer.Outcome == AnswerOutcome.Abstained && answer.Citations.Count == 0)
        {
            Nearest(page, answer, sourceCommand);
        }
    }

    private static void Text(Page page, Answer answer)
    {
        if (answer.Outcome == AnswerOutcome.Answered && answer.ShortAnswer is { } shortAnswer)
        {
            page.Line(shortAnswer, Ink.Strong);
            page.Line();
        }

        page.Line(answer.Text);
    }

    /// <summary>Shows citations: number, place, passage, and the quote where the text above does not have it already.</summary>
    /// <param name="page">Where to.</param>
    /// <param name="citations">The citations.</param>
    /// <param name="focus">What must be seen of a long quote, or null.</param>
    /// <param name="shown">The text above.</param>
    public static void Footnotes(Page page, IEnumerable<Citation> citations, string? focus, string shown)
    {
        foreach (var citation in citations)
        {
            page.Line(new Run($"[{citation.Number}] {citation.Document}:{citation.Span}", Ink.Place), new Run($" · {citation.Passage}", Ink.Dim));
            if (shown.Contains(string.Join(' ', citation.Quote.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal))
            {
                continue;
            }

            page.Line(4, new Run($"“{Snippet.Around(citation.Quote, focus, QuoteLength)}”"));
        }
    }

    private static void Nearest(Page page, Answer answer, string sourceCommand)
    {
        if (answer.Nearest.Count == 0)
        {
            return;
        }

        page.Line();
        foreach (var sentence in answer.Nearest)
        {
            page.Line(new Run("nearest: ", Ink.Dim), new Run(sentence.Passage, Ink.Place), new Run("  " + Snippet.Around(sentence.Quote, focus: null, QuoteLength), Ink.Dim));
        }

        page.Line($"To read one: {sourceCommand} \"{answer.Nearest[0].Passage}\"", Ink.Dim);
    }
}
