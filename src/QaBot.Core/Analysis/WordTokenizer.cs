namespace QaBot.Analysis;

/// <summary>
/// Splits text into words at the boundaries of UAX #29 (rules WB3 to WB13), keeping what holds a letter or a digit and dropping
/// what lies between, as Lucene's StandardTokenizer does: an ideograph and a Hiragana letter are words by themselves, a run of
/// Katakana or of a south-east Asian script is one word, and a word longer than <see cref="MaxLength"/> is cut into several.
/// </summary>
internal ref struct WordTokenizer(ReadOnlySpan<char> text)
{
    /// <summary>The longest word in UTF-16 units. Matching looks no further ahead, so a longer run is cut here, not skipped.</summary>
    public const int MaxLength = 255;

    private readonly ReadOnlySpan<char> _text = text;

    /// <summary>Offset of the current word.</summary>
    public int Start { get; private set; }

    /// <summary>Offset after the current word.</summary>
    public int End { get; private set; }

    /// <summary>Moves to the next word; false at the end of the text.</summary>
    public bool MoveNext()
    {
        var start = End;
        while (start < _text.Length)
        {
            if (_text[start] < 0x80 && WordBreaks.OfAscii(_text[start]) == WordBreak.Other)
            {
                start++;
                continue;
            }

            var window = _text.Slice(start, Math.Min(MaxLength, _text.Length - start));
            var length = AsciiWord(window);
            if (length == 0)
            {
                length = Match(window, out var skip);
                if (length == 0)
                {
                    start += skip;
                    continue;
                }
            }

            Start = start;
            End = start + length;
            return true;
        }

        Start = End = _text.Length;
        return false;
    }

    /// <summary>The common case, a run of ASCII letters and digits before a character that can only end it; 0 when it is another case.</summary>
    private static int AsciiWord(ReadOnlySpan<char> window)
    {
        var length = 0;
        while (length < window.Length && char.IsAsciiLetterOrDigit(window[length]))
        {
            length++;
        }

        return length == window.Length || (window[length] < 0x80 && WordBreaks.OfAscii(window[length]) == WordBreak.Other) ? length : 0;
    }

    /// <summary>The length of the longest word at the start of the window; when 0, <paramref name="skip"/> is what to step over.</summary>
    private static int Match(ReadOnlySpan<char> window, out int skip)
    {
        var first = WordBreaks.At(window, 0, out skip);
        switch (first)
        {
            case WordBreak.Letter or WordBreak.HebrewLetter or WordBreak.Numeric or WordBreak.Katakana or WordBreak.ExtendNumLet:
                return MatchWord(window, first, skip);
            case WordBreak.Ideographic or WordBreak.Hiragana:
                return SkipExtend(window, skip);
            case WordBreak.SoutheastAsian or WordBreak.SoutheastAsianMark:
                var end = SkipExtend(window, skip);
                while (end < window.Length && WordBreaks.At(window, end, out var length) == WordBreak.SoutheastAsian)
                {
                    end = SkipExtend(window, end + length);
                }

                return end;
            default:
                return 0;
        }
    }

    private static int MatchWord(ReadOnlySpan<char> window, WordBreak previous, int end)
    {
        var isWord = previous != WordBreak.ExtendNumLet;
        end = SkipExtend(window, end);
        while (end < window.Length)
        {
            var current = WordBreaks.At(window, end, out var length);
            var next = SkipExtend(window, end + length);
            if (previous == WordBreak.HebrewLetter && current == WordBreak.SingleQuote)
            {
                // WB7a: the apostrophe stays with the Hebrew letter; Lucene lets a letter, a digit or an underscore follow it
            }
            else if (!Joins(previous, current))
            {
                // WB6, WB7, WB7b, WB7c, WB11, WB12: a mark between two letters or two digits joins them
                var following = next < window.Length ? WordBreaks.At(window, next, out length) : WordBreak.Other;
                if (!JoinsAcross(previous, current, following))
                {
                    break;
                }

                // in Lucene no quotation mark follows a Hebrew letter that a mark joined, and no mark one that a quotation mark joined
                current = current == WordBreak.DoubleQuote ? current : following == WordBreak.HebrewLetter ? WordBreak.Letter : following;
                next = SkipExtend(window, next + length);
            }

            end = next;
            previous = current;
            isWord |= current != WordBreak.ExtendNumLet;
        }

        return isWord ? end : 0;
    }

    // WB5, WB8 to WB10, WB13 to WB13b
    private static bool Joins(WordBreak previous, WordBreak current) => current switch
    {
        WordBreak.Letter or WordBreak.HebrewLetter or WordBreak.Numeric => previous != WordBreak.Katakana,
        WordBreak.Katakana => previous is WordBreak.Katakana or WordBreak.ExtendNumLet,
        WordBreak.ExtendNumLet => true,
        _ => false,
    };

    private static bool JoinsAcross(WordBreak previous, WordBreak mark, WordBreak following) => mark switch
    {
        WordBreak.MidLetter => IsLetter(previous) && IsLetter(following),
        WordBreak.MidNum => previous == WordBreak.Numeric && following == WordBreak.Numeric,
        WordBreak.MidNumLet or WordBreak.SingleQuote => (IsLetter(previous) && IsLetter(following))
            || (previous == WordBreak.Numeric && following == WordBreak.Numeric),
        WordBreak.DoubleQuote => previous == WordBreak.HebrewLetter && following == WordBreak.HebrewLetter,
        _ => false,
    };

    private static bool IsLetter(WordBreak kind) => kind is WordBreak.Letter or WordBreak.HebrewLetter;

    // WB4
    private static int SkipExtend(ReadOnlySpan<char> window, int offset)
    {
        while (offset < window.Length && window[offset] >= 0x80
            && WordBreaks.At(window, offset, out var length) is WordBreak.Extend or WordBreak.SoutheastAsianMark)
        {
            offset += length;
        }

        return offset;
    }
}
