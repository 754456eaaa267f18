using QaBot.Reading;
using QaBot.Training.Reader;

namespace QaBot.Training.Embedding;

/// <summary>A document in windows, as word pieces, with the questions that some window answers.</summary>
internal sealed record EmbeddingDocument(IReadOnlyList<int[]> Windows, IReadOnlyList<(int[] Question, int Window)> Questions)
{
    /// <summary>An article's windows and questions.</summary>
    public static EmbeddingDocument Of(ReaderArticle article, IEnumerable<TrainingQuestion> questions, WordPieceTokenizer tokenizer)
    {
        var (pieces, windows) = (new WindowPieces(tokenizer), article.Windows);
        return new EmbeddingDocument(
            [.. windows.Select(window => Ids(pieces.WithOutline(window)))],
            [.. questions.Select(q => (Question: Ids(tokenizer.Tokenize(q.Text)), Window: windows.TakeWhile(window => !window.Span.Contains(article.Place(q.Paragraph, q.Answers[0]))).Count()))
                .Where(asked => asked.Window < windows.Count && asked.Question.Length > 0)]);
    }

    private static int[] Ids(List<WordPiece> pieces) => [.. pieces.Select(piece => piece.Id)];
}
