namespace QaBot.Cli.Chat;

/// <summary>A line being edited, with a cursor that never stands inside a surrogate pair or before a combining mark.</summary>
internal sealed class LineBuffer
{
    /// <summary>The text.</summary>
    public string Text { get; private set; } = "";

    /// <summary>UTF-16 offset of the cursor.</summary>
    public int Cursor { get; private set; }

    /// <summary>Inserts at the cursor.</summary>
    public void Insert(char c)
    {
        Text = Text.Insert(Cursor, c.ToString());
        Cursor++;
    }

    /// <summary>Replaces the whole line; the cursor stands at its end.</summary>
    public void Set(string text) => (Text, Cursor) = (text, text.Length);

    /// <summary>Moves one character to the left.</summary>
    public void Left() => Cursor = Before(Cursor);

    /// <summary>Moves one character to the right.</summary>
    public void Right() => Cursor = After(Cursor);

    /// <summary>Moves to the beginning.</summary>
    public void Home() => Cursor = 0;

    /// <summary>Moves to the end.</summary>
    public void End() => Cursor = Text.Length;

    /// <summary>Deletes the character before the cursor.</summary>
    public void Backspace() => Delete(Before(Cursor), Cursor);

    /// <summary>Deletes the character after the cursor.</summary>
    public void Delete() => Delete(Cursor, After(Cursor));

    /// <summary>Deletes everything before the cursor.</summary>
    public void DeleteToStart() => Delete(0, Cursor);

    /// <summary>Deletes everything after the cursor.</summary>
    public void DeleteToEnd() => Delete(Cursor, Text.Length);

    /// <summary>Deletes the word before the cursor.</summary>
    public void DeleteWord()
    {
        var start = Cursor;
        while (start > 0 && char.IsWhiteSpace(Text[start - 1]))
        {
            start--;
        }

        while (start > 0 && !char.IsWhiteSpace(Text[start - 1]))
        {
            start--;
        }

        Delete(start, Cursor);
    }

    private void Delete(int start, int end)
    {
        Text = Text.Remove(start, end - start);
        Cursor = start;
    }

    private int Before(int offset)
    {
        var before = Math.Max(0, offset - 1);
        while (before > 0 && (CharacterWidth.Of(Text, before) == 0 || char.IsSurrogatePair(Text, before - 1)))
        {
            before--;
        }

        return before;
    }

    private int After(int offset)
    {
        var after = Math.Min(Text.Length, offset + 1);
        while (after < Text.Length && (CharacterWidth.Of(Text, after) == 0 || char.IsSurrogatePair(Text, after - 1)))
        {
            after++;
        }

        return after;
    }
}
