using System.Globalization;
using System.Text;
using Lucene.Net.Analysis.Miscellaneous;
using QaBot.Analysis;

namespace QaBot.Reading;

/// <summary>Cuts text into the word pieces that the reader was trained on, each with the place where it stands in the text.</summary>
/// <remarks>
/// The rules are those of uncased BERT (Devlin et al. 2019): words end at white space, punctuation and ideographs; letters are lower-cased and
/// lose their accents; a word is cut greedily into the longest pieces that the vocabulary has. Two things differ: letters are folded to
/// ASCII as the index folds them, and every piece keeps true UTF-16 offsets, whatever was folded away before it. The tokenizers on the
/// feed give offsets into the normalised text or none.
/// </remarks>
internal sealed class WordPieceTokenizer
{
    private const int LongestWord = 100;
    private const int FoldedMost = 4;
    private readonly Dictionary<string, int> _vocabulary;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    /// <summary>Creates a tokenizer.</summary>
    /// <param name="vocabulary">The pieces, one a line; the line's number from 0 is the piece's; <c>##</c> before those that continue a word.</param>
    /// <exception cref="InvalidDataException">The vocabulary lacks one of the marks that the reader needs.</exception>
    public WordPieceTokenizer(TextReader vocabulary)
    {
        _vocabulary = new Dictionary<string, int>(32_000, StringComparer.Ordinal);
        while (vocabulary.ReadLine() is { } piece)
        {
            _vocabulary[piece] = _vocabulary.Count;
        }

        _lookup = _vocabulary.GetAlternateLookup<ReadOnlySpan<char>>();
        Unknown = IdOf("[UNK]");
        Start = IdOf("[CLS]");
        Separator = IdOf("[SEP]");
        Colon = IdOf(":");
    }

    /// <summary>How many pieces there are.</summary>
    public int Count => _vocabulary.Count;

    /// <summary>The piece for a word that cannot be cut into known pieces.</summary>
    public int Unknown { get; }

    /// <summary>The piece that begins every input.</summary>
    public int Start { get; }

    /// <summary>The piece that ends question and passage.</summary>
    public int Separator { get; }

    /// <summary>The piece between a title and its passage.</summary>
    public int Colon { get; }

    /// <summary>Whether a lower-case word is one piece.</summary>
    public bool HasWord(string word) => _vocabulary.ContainsKey(word);

    /// <summary>The pieces of a text in order; none for a text without words.</summary>
    public List<WordPiece> Tokenize(ReadOnlySpan<char> text)
    {
        var pieces = new List<WordPiece>(text.Length / 4);
        var word = new Word(stackalloc char[LongestWord * FoldedMost], stackalloc int[(LongestWord * FoldedMost) + 1]);
        Span<char> folded = stackalloc char[FoldedMost];
        for (int i = 0, width; i < text.Length; i += width)
        {
            var known = Rune.DecodeFromUtf16(text[i..], out var rune, out width) == System.Buffers.OperationStatus.Done;
            var kind = known ? KindOf(rune) : RuneKind.Ignored;
            if ((kind == RuneKind.Ignored || rune.Value is '-' or '‐') && UnseenCharacters.WidthAt(text, i) is > 0 and var unseen)
            {
                (kind, width) = (RuneKind.Ignored, unseen);
            }

            if (kind == RuneKind.Ignored)
            {
                word.Extend(i + width);
                continue;
            }

            if (kind is RuneKind.Space or RuneKind.Alone)
            {
                Flush(ref word, pieces);
            }

            if (kind != RuneKind.Space)
            {
                word.Append(folded[..Fold(rune, folded)], i, i + width);
            }

            if (kind == RuneKind.Alone)
            {
                Flush(ref word, pieces);
            }
        }

        Flush(ref word, pieces);
        return pieces;
    }

    private int IdOf(string piece) =>
        _vocabulary.TryGetValue(piece, out var id) ? id : throw new InvalidDataException($"The reader's vocabulary has no {piece}.");

    private void Flush(ref Word word, List<WordPiece> pieces)
    {
        if (word.Length == 0)
        {
            return;
        }

        var first = pieces.Count;
        var letters = word.Letters;
        Span<char> continued = stackalloc char[letters.Length + 2];
        continued.Fill('#');
        letters.CopyTo(continued[2..]);
        for (var start = word.IsTooLong ? letters.Length : 0; start < letters.Length;)
        {
            var end = letters.Length;
            var id = 0;
            while (end > start && !_lookup.TryGetValue(start == 0 ? letters[..end] : Continuation(continued, start, end), out id))
            {
                end--;
            }

            if (end == start)
            {
                pieces.RemoveRange(first, pieces.Count - first);
                break;
            }

            pieces.Add(new WordPiece(id, word.StartOf(start), word.EndOf(end), start == 0));
            start = end;
        }

        if (pieces.Count == first)
        {
            pieces.Add(new WordPiece(Unknown, word.StartOf(0), word.EndOf(letters.Length), IsWordStart: true));
        }

        word.Clear();
    }

    /// <summary>The letters from start to end behind two number signs; the letters before them are overwritten, nothing needs them again.</summary>
    private static ReadOnlySpan<char> Continuation(Span<char> continued, int start, int end)
    {
        continued[start..(start + 2)].Fill('#');
        return continued[start..(end + 2)];
    }

    private static int Fold(Rune rune, Span<char> folded)
    {
        if (rune.IsBmp)
        {
            Span<char> one = [(char)Rune.ToLowerInvariant(rune).Value];
            return one[0] < 0x80 ? Copy(one, folded) : FoldToAscii(one[0], folded);
        }

        return Rune.ToLowerInvariant(rune).EncodeToUtf16(folded);
    }

    private static int FoldToAscii(char letter, Span<char> folded)
    {
        char[] input = [letter];
        var output = new char[FoldedMost];
        var length = ASCIIFoldingFilter.FoldToASCII(input, 0, output, 0, 1);
        output.AsSpan(0, length).CopyTo(folded);
        for (var i = 0; i < length; i++)
        {
            folded[i] = char.ToLowerInvariant(folded[i]);
        }

        return length;
    }

    private static int Copy(ReadOnlySpan<char> letters, Span<char> folded)
    {
        letters.CopyTo(folded);
        return letters.Length;
    }

    private static RuneKind KindOf(Rune rune)
    {
        if (rune.IsAscii)
        {
            return rune.Value switch
            {
                ' ' or '\t' or '\n' or '\r' or '\v' or '\f' => RuneKind.Space,
                < ' ' or 0x7F => RuneKind.Ignored,
                _ => Rune.IsLetterOrDigit(rune) ? RuneKind.Letter : RuneKind.Alone,
            };
        }

        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => RuneKind.Space,
            UnicodeCategory.Control => rune.Value == 0x85 ? RuneKind.Space : RuneKind.Ignored,
            UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate => RuneKind.Ignored,
            UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation
                or UnicodeCategory.ClosePunctuation or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation
                or UnicodeCategory.OtherPunctuation => RuneKind.Alone,
            _ => IsIdeograph(rune.Value) ? RuneKind.Alone : RuneKind.Letter,
        };
    }

    /// <summary>The blocks that BERT cuts character by character.</summary>
    private static bool IsIdeograph(int value) => value is (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF)
        or (>= 0x20000 and <= 0x2CEAF) or (>= 0x2F800 and <= 0x2FA1F);

    private enum RuneKind
    {
        Letter,
        Alone,
        Space,
        Ignored,
    }

    /// <summary>A word being read: its folded letters, and for each the place it comes from.</summary>
    private ref struct Word(Span<char> letters, Span<int> starts)
    {
        private readonly Span<char> _letters = letters;
        private readonly Span<int> _starts = starts;
        private int _end;

        public int Length { get; private set; }

        public bool IsTooLong { get; private set; }

        public readonly ReadOnlySpan<char> Letters => _letters[..Length];

        public readonly int StartOf(int letter) => _starts[letter];

        /// <summary>Behind the letter before this one, with the marks that follow it; a letter folded to two ends where the next begins.</summary>
        public readonly int EndOf(int letter)
        {
            if (letter == Length)
            {
                return _end;
            }

            while (letter < Length && _starts[letter] == _starts[letter - 1])
            {
                letter++;
            }

            return letter == Length ? _end : _starts[letter];
        }

        public void Append(ReadOnlySpan<char> folded, int start, int end)
        {
            _end = end;
            if (Length + folded.Length > LongestWord)
            {
                IsTooLong = true;
                return;
            }

            folded.CopyTo(_letters[Length..]);
            _starts.Slice(Length, folded.Length).Fill(start);
            Length += folded.Length;
        }

        /// <summary>What has no letter of its own belongs to the letter before it, so that a span never cuts off an accent.</summary>
        public void Extend(int end) => _end = Length == 0 ? _end : end;

        public void Clear() => (Length, IsTooLong) = (0, false);
    }
}
