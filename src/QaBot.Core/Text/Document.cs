namespace QaBot.Text;

/// <summary>One source text, exactly as stored: every offset in the program counts UTF-16 units of <see cref="Text"/>.</summary>
public sealed class Document
{
    private static readonly Comparer<TextSpan> ByStart = Comparer<TextSpan>.Create((a, b) => a.Start.CompareTo(b.Start));

    /// <summary>The lines that a text opens with have no more UTF-16 units, where the first of them is its title.</summary>
    private const int LongestOpening = 120;

    private readonly Lazy<List<Block>> _blocks;
    private readonly Lazy<string> _about;
    private readonly Lazy<List<TextSpan>> _sentences;

    private Document(string name, string text, string hash)
    {
        Name = name;
        Text = text;
        Hash = hash;
        _blocks = new(() => IsMarkdown ? MarkdownBlocks.Parse(text) : PlainBlocks.Parse(text));
        _about = new(() => Heading ?? OpeningLine ?? Subject.Of(new Corpus([this]))?.FullName ?? "");
        _sentences = new(() => SentenceSegmenter.Split(text, _blocks.Value));
    }

    /// <summary>The file name within its corpus; unique there.</summary>
    public string Name { get; }

    /// <summary>The whole text. Line ends, no-break spaces and a byte-order mark are kept as they are stored.</summary>
    public string Text { get; }

    /// <summary><c>sha256:</c> and the lower-case hexadecimal SHA-256 of the stored bytes.</summary>
    public string Hash { get; }

    /// <summary>Creates a document from text; its hash is that of the text's UTF-8 bytes.</summary>
    /// <exception cref="ArgumentException">The name is empty, or the text holds an unpaired surrogate.</exception>
    public static Document FromText(string name, string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(text);
        return new Document(name, text, ContentHash.Of(TextDecoder.Utf8.GetBytes(text)));
    }

    /// <summary>Decodes a document from its stored bytes.</summary>
    /// <param name="name">The name within the corpus.</param>
    /// <param name="bytes">The file's content: strict UTF-8, or UTF-16 with its byte-order mark; without NUL.</param>
    /// <exception cref="CorpusException">The bytes are no such text; the message names the file and the byte offset.</exception>
    public static Document FromBytes(string name, ReadOnlySpan<byte> bytes)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new Document(name, TextDecoder.Decode(name, bytes), ContentHash.Of(bytes));
    }

    /// <summary>Whether its name says that it is Markdown.</summary>
    public bool IsMarkdown => FileFormats.IsMarkdown(Name);

    /// <summary>What readers call it: the heading that it begins with, else its file's name in words.</summary>
    public string Title => Heading ?? FileFormats.InWords(Name);

    /// <summary>What it is about, as the reader is told: the heading or the short line that it begins with, else whom it names most; empty where nobody stands out.</summary>
    public string About => _about.Value;

    /// <summary>The heading that an offset stands under, but for the one that the document begins with; null where there is none.</summary>
    /// <param name="offset">In UTF-16 units.</param>
    public string? SectionAt(int offset)
    {
        var blocks = _blocks.Value;
        var last = blocks.FindLastIndex(block => block.Kind == BlockKind.Heading && block.Span.Start <= offset);
        return last > blocks.FindIndex(block => block.Kind != BlockKind.Record) ? Markup.Show(Slice(blocks[last].Span)) : null;
    }

    /// <summary>The exact characters of a span.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span ends behind the text.</exception>
    public string Slice(TextSpan span)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(span.End, Text.Length, nameof(span));
        return Text.Substring(span.Start, span.Length);
    }

    /// <summary>Whether an offset stands between the two UTF-16 units of one character.</summary>
    /// <param name="offset">In UTF-16 units, 0 to the text's length.</param>
    public bool IsInsideCharacter(int offset) => offset > 0 && offset < Text.Length && char.IsSurrogatePair(Text, offset - 1);

    /// <summary>Its headings in order.</summary>
    public IReadOnlyList<OutlineHeading> Outline =>
        [.. _blocks.Value.Where(block => block.Kind == BlockKind.Heading).Select(block => new OutlineHeading(block.Headings.Count + 1, Markup.Show(Slice(block.Span)), block.Span))];

    /// <summary>Its blocks in order.</summary>
    internal IReadOnlyList<Block> Blocks => _blocks.Value;

    /// <summary>The text of the heading that it begins with, behind front matter, or null.</summary>
    internal string? Heading => _blocks.Value.Find(block => block.Kind != BlockKind.Record) is { Kind: BlockKind.Heading } heading ? Markup.Show(Slice(heading.Span)) : null;

    /// <summary>Whether it begins with what it is about, in a heading or a line by itself.</summary>
    internal bool BeginsWithTitle => (Heading ?? OpeningLine) is not null;

    /// <summary>The line that plain text begins with, where it stands by itself or above others as short and has no full stop.</summary>
    private string? OpeningLine => _blocks.Value is [{ Kind: BlockKind.Paragraph, Span: { Length: <= LongestOpening } opening }, _, ..] && char.IsLetterOrDigit(Text[opening.End - 1])
        ? Slice(LineEnds.Lines(Text, opening).First())
        : null;

    /// <summary>The block that a sentence stands in.</summary>
    internal Block BlockOf(TextSpan sentence)
    {
        var blocks = _blocks.Value;
        var (low, high) = (0, blocks.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = blocks[middle].Span.Start <= sentence.Start ? (middle, high) : (low, middle - 1);
        }

        return blocks[low];
    }

    /// <summary>Its sentences in order.</summary>
    internal IReadOnlyList<TextSpan> Sentences => _sentences.Value;

    /// <summary>The sentences before one, nearest first.</summary>
    internal IEnumerable<TextSpan> SentencesBefore(TextSpan sentence)
    {
        for (var i = IndexOf(sentence) - 1; i >= 0; i--)
        {
            yield return _sentences.Value[i];
        }
    }

    /// <summary>The sentence behind one; null for the last.</summary>
    internal TextSpan? SentenceBehind(TextSpan sentence) => IndexOf(sentence) + 1 is var next && next < _sentences.Value.Count ? _sentences.Value[next] : null;

    /// <summary>Whether a span begins where a sentence does and ends where that or a later one ends.</summary>
    internal bool IsWholeSentences(TextSpan span)
    {
        var first = IndexOf(span);
        var next = _sentences.Value.BinarySearch(new TextSpan(span.End, span.End), ByStart);
        next = next < 0 ? ~next : next;
        return first >= 0 && next > first && _sentences.Value[next - 1].End == span.End;
    }

    /// <summary>The place of the sentence that begins where a span does; negative where none does.</summary>
    private int IndexOf(TextSpan span) => _sentences.Value.BinarySearch(span, ByStart);
}
