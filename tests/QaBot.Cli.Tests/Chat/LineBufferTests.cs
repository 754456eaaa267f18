using QaBot.Cli.Chat;

namespace QaBot.Cli.Tests.Chat;

public sealed class LineBufferTests
{
    private readonly LineBuffer _line = new();

    [Fact]
    public void Insert_InTheMiddle_MovesTheCursor()
    {
        Type("when she");
        _line.Home();
        _line.Right();
        Type("h");

        Assert.Equal("whhen she", _line.Text);
        Assert.Equal(2, _line.Cursor);
    }

    [Fact]
    public void Backspace_PairOrCombiningMark_TakesTheWholeCharacter()
    {
        Type("a🗺e\u0301");

        _line.Backspace();
        Assert.Equal("a🗺", _line.Text);
        _line.Left();
        Assert.Equal(1, _line.Cursor);
        _line.Delete();
        Assert.Equal("a", _line.Text);
    }

    [Fact]
    public void AtTheEnds_NothingHappens()
    {
        _line.Backspace();
        _line.Left();
        _line.Right();
        _line.Delete();
        _line.DeleteWord();

        Assert.Equal(("", 0), (_line.Text, _line.Cursor));
    }

    [Theory]
    [InlineData("one two  ", "one ")]
    [InlineData("one", "")]
    public void DeleteWord_TakesTheWordBefore(string text, string rest)
    {
        Type(text);

        _line.DeleteWord();

        Assert.Equal(rest, _line.Text);
    }

    [Fact]
    public void DeleteToStartAndEnd_CutAtTheCursor()
    {
        Type("abcd");
        _line.Left();
        _line.DeleteToEnd();
        _line.Left();
        _line.DeleteToStart();

        Assert.Equal("c", _line.Text);
    }

    [Fact]
    public void History_GoesBackAndComesAgainToTheDraft()
    {
        var history = new LineHistory();
        history.Add("first");
        history.Add("second");
        history.Add("second");

        Assert.Equal("second", history.Older("draft"));
        Assert.Equal("first", history.Older("second"));
        Assert.Null(history.Older("first"));
        Assert.Equal("second", history.Newer());
        Assert.Equal("draft", history.Newer());
        Assert.Null(history.Newer());
    }

    [Theory]
    [InlineData("abc", 3)]
    [InlineData("日本", 4)]
    [InlineData("e\u0301", 1)]
    [InlineData("🗼", 2)]
    public void Width_OfText_CountsColumns(string text, int columns) => Assert.Equal(columns, CharacterWidth.Of(text));

    private void Type(string text)
    {
        foreach (var c in text)
        {
            _line.Insert(c);
        }
    }
}
