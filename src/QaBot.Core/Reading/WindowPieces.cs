using System.Globalization;
using QaBot.Text;

namespace QaBot.Reading;

/// <summary>The pieces of a window, as somebody would read it out.</summary>
/// <remarks>
/// The reader was trained on running text. Marks of lists and of emphasis and pictures are left out, an item or a line without a full stop gets one, and a cell
/// has the head of its column before it. What is put in has no characters of its own, so that no answer can lie in it: <see cref="IsPutIn"/>.
/// </remarks>
/// <param name="tokenizer">The tokenizer.</param>
internal sealed class WindowPieces(WordPieceTokenizer tokenizer)
{
    private readonly int _stop = tokenizer.Tokenize(".")[0].Id;
    private readonly int _comma = tokenizer.Tokenize(",")[0].Id;

    /// <summary>Whether a piece was put in.</summary>
    public static bool IsPutIn(WordPiece piece) => piece.Start == piece.End;

    /// <summary>The pieces; their offsets count from the window's start.</summary>
    public List<WordPiece> Of(ReadingWindow window)
    {
        var pieces = new List<WordPiece>();
        foreach (var sentence in window.Sentences)
        {
            var block = window.Passage.Document.BlockOf(sentence);
            if (block.Kind == BlockKind.Row && block.Span == sentence)
            {
                AddRow(window, block, pieces);
            }
            else
            {
                AddSentence(window, sentence, pieces);
            }
        }

        return pieces;
    }

    /// <summary>The pieces with those of what the window stands under before them, by which meanings are compared.</summary>
    public List<WordPiece> WithOutline(ReadingWindow window) => [.. tokenizer.Tokenize(window.Outline), .. Of(window)];

    private void AddSentence(ReadingWindow window, TextSpan sentence, List<WordPiece> pieces)
    {
        var text = window.Passage.Document.Slice(sentence);
        var marks = Markup.Marks(text);
        var offset = sentence.Start - window.Span.Start;
        foreach (var piece in tokenizer.Tokenize(text))
        {
            if (!IsPicture(text, piece) && !marks.Exists(mark => mark.Contains(new TextSpan(piece.Start, piece.End))))
            {
                pieces.Add(piece with { Start = piece.Start + offset, End = piece.End + offset });
            }
        }

        if (char.IsLetterOrDigit(text[^1]) || marks.Exists(mark => mark.End == text.Length) || (pieces is [.., var last] && last.End < offset + text.Length))
        {
            Put(_stop, offset + text.Length, pieces);
        }
    }

    private static bool IsPicture(string text, WordPiece piece) => CharUnicodeInfo.GetUnicodeCategory(text, piece.Start) == UnicodeCategory.OtherSymbol;

    private void AddRow(ReadingWindow window, Block row, List<WordPiece> pieces)
    {
        var first = true;
        for (var i = 0; i < row.Cells.Count; i++)
        {
            var cell = row.Cells[i];
            var offset = cell.Start - window.Span.Start;
            var head = i < row.Columns.Count ? row.Columns[i] : "";
            if (cell.Length == 0)
            {
                continue;
            }

            foreach (var piece in tokenizer.Tokenize(head))
            {
                Put(piece.Id, offset, pieces);
            }

            if (head.Length > 0)
            {
                Put(tokenizer.Colon, offset, pieces);
            }

            pieces.AddRange(tokenizer.Tokenize(window.Passage.Document.Slice(cell)).Select(piece => piece with { Start = piece.Start + offset, End = piece.End + offset }));
            Put(i + 1 == row.Cells.Count ? _stop : first && row.Columns.Count == 0 ? tokenizer.Colon : _comma, offset + cell.Length, pieces);
            first = false;
        }
    }

    private static void Put(int id, int at, List<WordPiece> pieces) => pieces.Add(new WordPiece(id, at, at, IsWordStart: true));
}
