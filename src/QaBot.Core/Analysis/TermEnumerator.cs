using System.Buffers;
using System.Text;

namespace QaBot.Analysis;

/// <summary>
/// Walks the terms of a text without allocating. <see cref="Term"/> lies in the caller's buffer and lasts until the next move.
/// </summary>
/// <param name="text">The text to analyse.</param>
/// <param name="buffer">Room for a term: <see cref="BufferLength"/> units.</param>
internal ref struct TermEnumerator(ReadOnlySpan<char> text, Span<char> buffer)
{
    /// <summary>The units a term can need.</summary>
    public const int BufferLength = WordTokenizer.MaxLength * AsciiFolding.MaxExpansion;

    private readonly ReadOnlySpan<char> _text = text;
    private readonly Span<char> _buffer = buffer;
    private WordTokenizer _words = new(text);
    private int _length;

    /// <summary>The current term: without possessive, lower-case, folded, stemmed.</summary>
    public readonly ReadOnlySpan<char> Term => _buffer[.._length];

    /// <summary>Offset of the word, in UTF-16 units.</summary>
    public readonly int Start => _words.Start;

    /// <summary>Offset after the word, a possessive's <c>'s</c> included.</summary>
    public readonly int End => _words.End;

    /// <summary>Ordinal of the word in the text, stop words counted; -1 before the first move.</summary>
    public int Position { get; private set; } = -1;

    /// <summary>Moves to the next word that is no stop word; false at the end of the text.</summary>
    public bool MoveNext()
    {
        while (_words.MoveNext())
        {
            Position++;
            var word = WithoutPossessive(_text[Start..End]);
            var length = Ascii.ToLower(word, _buffer, out _) == OperationStatus.Done ? word.Length : Fold(word);
            if (!StopWords.Contains(_buffer[..length]))
            {
                _length = PorterStemmer.Stem(_buffer[..length]);
                return true;
            }
        }

        return false;
    }

    private static ReadOnlySpan<char> WithoutPossessive(ReadOnlySpan<char> word) =>
        word is [.., '\'' or '\u2019' or '\uFF07', 's' or 'S'] ? word[..^2] : word;

    private readonly int Fold(ReadOnlySpan<char> word)
    {
        var length = 0;
        Span<char> units = stackalloc char[2];
        foreach (var rune in word.EnumerateRunes())
        {
            // the simple lower-case mapping of U+0130 is i, which .NET leaves to Turkish
            var lower = rune.Value == 0x0130 ? new Rune('i') : Rune.ToLowerInvariant(rune);
            foreach (var unit in units[..lower.EncodeToUtf16(units)])
            {
                length = AsciiFolding.Fold(unit, _buffer, length);
            }
        }

        return length;
    }
}
