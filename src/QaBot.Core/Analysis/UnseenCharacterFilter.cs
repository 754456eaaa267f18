using Lucene.Net.Analysis.CharFilters;

namespace QaBot.Analysis;

/// <summary>
/// Takes out of a text what nobody sees or types, before it is cut into words: accents that stand behind their letters, soft hyphens, characters of
/// no width, and the hyphen with which a word is divided at a line end. The words' offsets stay those of the text.
/// </summary>
internal sealed class UnseenCharacterFilter : BaseCharFilter
{
    private readonly TextReader _input;
    private string? _text;
    private int _next;

    public UnseenCharacterFilter(TextReader input)
        : base(input) => _input = input;

    /// <inheritdoc/>
    public override int Read(char[] buffer, int index, int count)
    {
        _text ??= ReadAll();
        var length = Math.Min(count, _text.Length - _next);
        _text.CopyTo(_next, buffer, index, length);
        _next += length;
        return length;
    }

    /// <inheritdoc/>
    public override int Read()
    {
        _text ??= ReadAll();
        return _next < _text.Length ? _text[_next++] : -1;
    }

    private string ReadAll()
    {
        // Lucene.Net's own reader has null for an empty text.
        var text = _input.ReadToEnd() ?? "";
        if (!UnseenCharacters.IsIn(text))
        {
            return text;
        }

        var kept = new char[text.Length];
        var (length, removed) = (0, 0);
        for (int i = 0, width; i < text.Length; i += Math.Max(1, width))
        {
            width = UnseenCharacters.WidthAt(text, i);
            if (width == 0)
            {
                kept[length++] = UnseenCharacters.Base(text[i]);
                continue;
            }

            removed += width;
            AddOffCorrectMap(length, removed);
        }

        return new string(kept, 0, length);
    }
}
