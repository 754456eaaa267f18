using QaBot.Chat.Prompts;
using QaBot.Chunking;
using QaBot.Text;
using Xunit;

namespace QaBot.Chat.Tests;

public sealed class PassageShelfTests
{
    private static readonly List<Passage> Passages =
        [.. Chunker.Chunk(Document.FromText("a.txt", "One cat sat on the mat all day.\n\nTwo dogs ran along the long road.\n\nThree birds sang in the high tree."), new ChunkingOptions { TargetLength = 50, OverlapSentences = 0 })];

    [Fact]
    public void Search_NewPassage_IsNumberedBehindThoseGiven()
    {
        var shelf = Shelf(room: 1_000);
        Assert.Contains("=== PASSAGE 2 ===\n| ", shelf.Search("dogs", 1), StringComparison.Ordinal);
        Assert.Equal(Passages.Take(2).Select(passage => passage.Id), shelf.Passages.Select(passage => passage.Id));
    }

    [Fact]
    public void Search_PassageThatIsThere_IsNamedAndNotRepeated()
    {
        var shelf = Shelf(room: 1_000);
        Assert.Equal("a.txt#1 is passage 1, which you have.", shelf.Read("a.txt#1"));
        Assert.Single(shelf.Passages);
    }

    [Fact]
    public void Calls_BeyondTheMost_GiveNothing()
    {
        var shelf = Shelf(room: 1_000);
        for (var i = 0; i < PassageShelf.MostCalls; i++)
        {
            Assert.Equal("There is no passage of that id.", shelf.Read("b.txt#1"));
        }

        Assert.StartsWith("No more passages", shelf.Read("a.txt#2"), StringComparison.Ordinal);
        Assert.StartsWith("No more passages", shelf.Search("dogs", 3), StringComparison.Ordinal);
        Assert.Single(shelf.Passages);
        Assert.Equal(PassageShelf.MostCalls + 2, shelf.Calls);
    }

    [Fact]
    public void Search_BeyondTheRoom_GivesNothing()
    {
        var shelf = Shelf(room: 10);
        Assert.StartsWith("No more passages", shelf.Search("dogs", 3), StringComparison.Ordinal);
        Assert.Single(shelf.Passages);
    }

    [Theory]
    [InlineData(int.MinValue, 1)]
    [InlineData(99, 2)]
    public void Search_CountOutOfRange_BecomesTheNearest(int count, int found)
    {
        var shelf = Shelf(room: 1_000);
        shelf.Search("dogs", count);
        Assert.Equal(1 + found, shelf.Passages.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    public void Search_NoWords_FindsNothing(string query) => Assert.Equal("No passage has any of these words.", Shelf(room: 1_000).Search(query, 3));

    /// <summary>The first passage is given; a search finds all but the first, as many as asked for.</summary>
    private static PassageShelf Shelf(int room) => new(
        Passages.Take(1), room, (_, count) => [.. Passages.Skip(1).Take(count)], id => Passages.Find(passage => passage.Id == id), passage => PromptData.Escape(passage.Text));
}
