using QaBot.Answering;
using QaBot.Text;
using Xunit;

namespace QaBot.Core.Tests.Answering;

public sealed class AskedCellTests
{
    private static readonly Document Table = Document.FromText(
        "a.md", "| Boat | Built | Master |\n|---|---|---|\n| Tern | 1931 | Ole Strand |\n| Gannet | 1948 | Edda Voss |\n\nThe Tern was built in 1931.");

    [Theory]
    [InlineData("When was the Gannet built?", "Edda Voss", "1948")]
    [InlineData("Who is the master of the Gannet?", "1948", "Edda Voss")]
    [InlineData("Which boat was built in 1948?", "Edda Voss", "Gannet")]
    [InlineData("When was the Gannet built?", "1948", "1948")]
    [InlineData("What about the Gannet?", "Voss", "Edda Voss")]
    [InlineData("Who is the master of the boat?", "Gannet", "Gannet")]
    [InlineData("When was the Tern built?", "1931.", null)]
    public void Find_Row_IsTheCellUnderTheHeadThatTheQuestionNames(string text, string found, string? expected)
    {
        var scene = FoundScene.Of(Table, Question.Parse(text), found);

        Assert.Equal(expected, AskedCell.Find(scene.Asked, scene.Candidate) is { } cell ? Table.Slice(cell) : null);
    }
}
