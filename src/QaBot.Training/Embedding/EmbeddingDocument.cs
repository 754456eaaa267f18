using QaBot.Reading;
using QaBot.Text;
using QaBot.Training.Reader;

namespace QaBot.Training.Embedding;

/// <summary>A document in windows, as word pieces, with the questions that some window answers.</summary>
internal sealed record EmbeddingDocument(IReadOnlyList<int[]> Windows, IReadOnlyList<(int[] Question, int Window)> Questions)
{
    /// <summary>A window has whole sentences of about so many UTF-16 units, as those that are read.</summary>
    private const int WindowLength = 420;

    /// <summary>A document's windows and questions.</summary>
    public static EmbeddingDocument Of(IReadOnlyList<string> paragraphs, IEnumerable<SquadQuestion> questions, WordPieceTokenizer tokenizer)
    {
        var windows = paragraphs.SelectMany((text, paragraph) => Cut(text).Select(span => (Paragraph: paragraph, Span: span, Pieces: Pieces(tokenizer, text[span.Start..span.End])))).ToList();
        return new EmbeddingDocument(
            [.. windows.Select(window => window.Pieces)],
            [.. questions.Select(q => (Pieces(tokenizer, q.Text), windows.FindIndex(w => w.Paragraph == q.Paragraph && w.Span.Start <= q.Answers[0].Start && q.Answers[0].Start < w.Span.End)))
                .Where(asked => asked.Item2 >= 0 && asked.Item1.Length > 0)]);
    }

    private static int[] Pieces(WordPieceTokenizer tokenizer, string text) => [.. tokenizer.Tokenize(text).Select(piece => piece.Id)];

    private static IEnumerable<TextSpan> Cut(string text)
    {
        var sentences = SentenceSegmenter.Split(text);
        for (int first = 0, next; first < sentences.Count; first = next)
        {
            next = first + 1;
            while (next < sentences.Count && sentences[next].End - sentences[first].Start <= WindowLength)
            {
                next++;
            }

            yield return new TextSpan(sentences[first].Start, sentences[next - 1].End);
        }
    }
}
