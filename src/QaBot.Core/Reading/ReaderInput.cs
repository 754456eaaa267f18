namespace QaBot.Reading;

/// <summary>What the reader reads at once: a question, the title of the source, what a window stands under, the text before it, and the window.</summary>
internal sealed class ReaderInput
{
    /// <summary>The most pieces of an input; of a longer window the rest is not read.</summary>
    public const int MostPieces = 384;

    private const int MostOfQuestion = 64;
    private const int MostOfTitle = 16;
    private const int MostOfOutline = 32;
    private const int MostOfBefore = 64;

    private ReaderInput(int[] ids, int titleStart, int windowStart, WordPiece[] window)
    {
        Ids = ids;
        TitleStart = titleStart;
        WindowStart = windowStart;
        Window = window;
    }

    /// <summary>The pieces: <c>[CLS] question [SEP] title : outline : before window [SEP]</c>.</summary>
    public int[] Ids { get; }

    /// <summary>Where the second segment begins, with the title.</summary>
    public int TitleStart { get; }

    /// <summary>Where the window begins.</summary>
    public int WindowStart { get; }

    /// <summary>The window's pieces, with offsets into the window's text.</summary>
    public IReadOnlyList<WordPiece> Window { get; }

    /// <summary>Puts the parts together.</summary>
    /// <param name="tokenizer">The tokenizer.</param>
    /// <param name="question">The question's pieces.</param>
    /// <param name="title">The title's pieces; none for no title.</param>
    /// <param name="window">The window's pieces.</param>
    /// <param name="outline">The pieces of what the window stands under, which is read like a second title; of a long one the end.</param>
    /// <param name="before">The pieces of the text before the window, which is read with it and has no answer; of a long one the end.</param>
    public static ReaderInput Create(
        WordPieceTokenizer tokenizer,
        IReadOnlyCollection<WordPiece> question,
        IReadOnlyCollection<WordPiece> title,
        IReadOnlyCollection<WordPiece> window,
        IReadOnlyCollection<WordPiece>? outline = null,
        IReadOnlyCollection<WordPiece>? before = null)
    {
        List<int> ids = [tokenizer.Start, .. question.Take(MostOfQuestion).Select(piece => piece.Id), tokenizer.Separator];
        var titleStart = ids.Count;
        if (title.Count > 0)
        {
            ids.AddRange(title.Take(MostOfTitle).Select(piece => piece.Id));
            ids.Add(tokenizer.Colon);
        }

        if (outline is { Count: > 0 })
        {
            ids.AddRange(outline.TakeLast(MostOfOutline).Select(piece => piece.Id));
            ids.Add(tokenizer.Colon);
        }

        var room = Math.Clamp(MostPieces - ids.Count - window.Count - 1, 0, MostOfBefore);
        ids.AddRange(before?.TakeLast(room).Select(piece => piece.Id) ?? []);
        var windowStart = ids.Count;
        WordPiece[] read = [.. window.Take(MostPieces - windowStart - 1)];
        ids.AddRange(read.Select(piece => piece.Id));
        ids.Add(tokenizer.Separator);
        return new ReaderInput([.. ids], titleStart, windowStart, read);
    }
}
