using QaBot.Cli.Rendering;

namespace QaBot.Cli.Tests.Rendering;

public sealed class SnippetTests
{
    private static readonly string Words = string.Join(' ', Enumerable.Range(100, 100));

    [Fact]
    public void Around_LongText_ShowsTheFocusBetweenWords()
    {
        var snippet = Snippet.Around(Words, "150", 60);

        Assert.StartsWith("…", snippet, StringComparison.Ordinal);
        Assert.EndsWith("…", snippet, StringComparison.Ordinal);
        Assert.Contains(" 150 ", snippet, StringComparison.Ordinal);
        Assert.All(snippet.Trim('…').Split(' '), word => Assert.Equal(3, word.Length));
        Assert.InRange(snippet.Length, 40, 64);
    }

    [Theory]
    [InlineData("a  b\n c ", "a b c")]
    [InlineData("", "")]
    public void Around_ShortText_IsTheWholeOfItOnOneLine(string text, string line) => Assert.Equal(line, Snippet.Around(text, null, 60));

    [Fact]
    public void Around_OnePairAfterAnother_NeverCutsOne()
    {
        var pairs = string.Concat(Enumerable.Repeat("🗺", 300));

        for (var length = 99; length < 103; length++)
        {
            var snippet = Snippet.Around(pairs, null, length).TrimEnd('…');
            Assert.False(char.IsHighSurrogate(snippet[^1]));
        }
    }

    [Theory]
    [InlineData("a\u001b[2J", "a␛[2J")]
    [InlineData("a\r\nb\tc", "a\nb\tc")]
    [InlineData("\u009b\u007f", "\uFFFD␡")]
    [InlineData("a\u202Eb\u2066c\u061C\u2028d", "a\uFFFDb\uFFFDc\uFFFD\uFFFDd")]
    public void Printable_ControlCharacters_AreShownNotObeyed(string text, string printable) => Assert.Equal(printable, Printable.Of(text));
}
