using QaBot.Chunking;
using QaBot.Discord.Languages;
using QaBot.Discord.Messages;
using QaBot.Indexing;
using QaBot.Text;

namespace QaBot.Discord.Tests.Messages;

public sealed class SourceButtonTests
{
    [Theory]
    [InlineData("a.txt")]
    [InlineData("with:colons:in it.md")]
    [InlineData("~tilde.txt")]
    [InlineData("наме.txt")]
    [InlineData("a-very-long-name-that-goes-on-and-on-and-on-until-it-does-not-fit-into-the-custom-id-of-a-button-any-more.txt")]
    public void Parse_CustomId_FindsTheDocument(string name)
    {
        var document = Document.FromText(name, new string('x', 3000));
        var corpus = new Corpus([document, Document.FromText("other.txt", "y")]);
        var button = SourceButton.Of("12", document, new TextSpan(1_999, 2_999), SourceView.Before(1_234_567_890));

        var id = button.ToCustomId();
        var read = SourceButton.Parse(id)!;

        Assert.InRange(id.Length, 1, Button.LongestCustomId);
        Assert.Same(document, read.Find(corpus));
        Assert.True(read.IsOf(document));
        Assert.Equal((button.Tag, button.Span, button.View), (read.Tag, read.Span, read.View));
        Assert.False(read.IsOf(Document.FromText(name, new string('z', 3000))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("f:+")]
    [InlineData("s:1:2")]
    [InlineData("s:1:-5:2:p0:abc:a.txt")]
    [InlineData("s:1:2147483647:1:p0:abc:a.txt")]
    [InlineData("s:1:5:2:q0:abc:a.txt")]
    [InlineData("s:1:5:2:p0:abc:")]
    public void Parse_SomethingElse_IsNull(string id) => Assert.Null(SourceButton.Parse(id));

    [Fact]
    public void Open_PageByPage_ShowsTheWholeDocument()
    {
        var text = string.Concat(Enumerable.Range(0, 400).Select(i => $"Sentence *number* {i} has_an @everyone 👍 in it. "));
        var corpus = new Corpus([Document.FromText("long.txt", text)]);
        var page = new SourcePage(corpus, PassageIndex.Build(corpus, new ChunkingOptions()), new SourceNames(corpus));
        var shown = page.Open(SourceButton.Of("1", corpus.Documents[0], new TextSpan(5_000, 5_040), SourceView.Passage), Phrasebook.English);
        var pages = new List<(int Start, int End)> { Range(shown) };

        for (var back = shown; back.Rows[0][0].IsEnabled; pages.Insert(0, Range(back)))
        {
            back = page.Open(SourceButton.Parse(back.Rows[0][0].CustomId)!, Phrasebook.English);
        }

        for (var on = shown; on.Rows[0][1].IsEnabled; pages.Add(Range(on)))
        {
            on = page.Open(SourceButton.Parse(on.Rows[0][1].CustomId)!, Phrasebook.English);
            MarkdownTests.AssertNoPing(on.Content);
        }

        Assert.Equal((0, text.Length), (pages[0].Start, pages[^1].End));
        Assert.All(pages.Zip(pages.Skip(1)), pair => Assert.Equal(pair.First.End, pair.Second.Start));
        Assert.Contains("**", shown.Content.Split('\n', 2)[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData('*', 5000)]
    [InlineData('x', 900)]
    [InlineData('x', 1)]
    public void Open_HostileDocument_StillFits(char unit, int length)
    {
        var corpus = new Corpus([Document.FromText(new string('_', 200) + ".txt", new string(unit, length))]);
        var page = new SourcePage(corpus, PassageIndex.Build(corpus, new ChunkingOptions()), new SourceNames(corpus));

        var shown = page.Open(SourceButton.Of("1", corpus.Documents[0], new TextSpan(0, length), SourceView.Passage), Phrasebook.English);

        Assert.InRange(shown.Content.Length, 1, OutgoingMessage.LongestContent);
    }

    [Fact]
    public void Open_QuoteOfManyLines_StillFits()
    {
        var text = string.Concat(Enumerable.Repeat("*\n", 1500));
        var corpus = new Corpus([Document.FromText("lines.txt", text)]);
        var page = new SourcePage(corpus, PassageIndex.Build(corpus, new ChunkingOptions()), new SourceNames(corpus));
        var quote = new TextSpan(0, text.Length);

        foreach (var view in new[] { SourceView.Passage, SourceView.Before(2500), SourceView.After(100) })
        {
            var shown = page.Open(SourceButton.Of("1", corpus.Documents[0], quote, view), Phrasebook.English);

            Assert.InRange(shown.Content.Length, 100, OutgoingMessage.LongestContent);
        }
    }

    /// <summary>What a page shows, as its buttons go on from there.</summary>
    private static (int Start, int End) Range(OutgoingMessage message) =>
        (SourceButton.Parse(message.Rows[0][0].CustomId)!.View.Offset, SourceButton.Parse(message.Rows[0][1].CustomId)!.View.Offset);
}
