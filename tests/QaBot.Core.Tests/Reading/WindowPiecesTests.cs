using QaBot.Chunking;
using QaBot.Reading;
using QaBot.Text;
using Xunit;

namespace QaBot.Core.Tests.Reading;

public sealed class WindowPiecesTests
{
    private static readonly string[] Vocabulary =
        ["[UNK]", "[CLS]", "[SEP]", ":", ".", ",", "|", "*", "-", "north", "south", "pier", "depth", "12", "m", "is", "deep", "old", "1"];

    private static readonly WordPieceTokenizer Tokenizer = new(new StringReader(string.Join('\n', Vocabulary)));

    [Theory]
    [InlineData("a.md", "| Pier | Depth |\n|---|---|\n| North | 12 m |", "pier : depth . pier : north , depth : 12 m .", "Pier Depth North 12 m")]
    [InlineData("a.txt", "North\t12 m\nSouth\t1 m", "north : 12 m . south : 1 m .", "North 12 m South 1 m")]
    [InlineData("a.md", "- North is **deep**\n- South is old.", "north is deep . south is old .", "North is deep South is old .")]
    [InlineData("a.txt", "North is deep 🌊 South is old", "north is deep . south is old .", "North is deep South is old")]
    [InlineData("a.txt", "North is deep. South is old.", "north is deep . south is old .", "North is deep . South is old .")]
    public void Of_Window_ReadsAsSomebodyWouldReadItOut(string name, string text, string read, string own)
    {
        var window = Window(name, text);

        var pieces = new WindowPieces(Tokenizer).Of(window);

        Assert.Equal(read, string.Join(' ', pieces.Select(piece => Vocabulary[piece.Id])));
        Assert.Equal(own, string.Join(' ', pieces.Where(piece => !WindowPieces.IsPutIn(piece)).Select(piece => window.Text[piece.Start..piece.End])));
    }

    [Theory]
    [InlineData("# Town\n\n## Piers\n\nOpen now:\n\n- North", "- North", "Piers : Open now:")]
    [InlineData("# Town\n\nNorth is deep.", "North is deep.", "")]
    public void Outline_Window_IsWhatItStandsUnderButForTheTitle(string text, string sentence, string expected)
    {
        var document = Document.FromText("a.md", text);
        var passage = Chunker.Chunk(document, new ChunkingOptions()).Last();

        Assert.Equal(expected, new ReadingWindow(passage, passage.Sentences.Single(span => document.Slice(span) == sentence)).Outline);
    }

    private static ReadingWindow Window(string name, string text)
    {
        var passage = Assert.Single(Chunker.Chunk(Document.FromText(name, text), new ChunkingOptions()));
        return new ReadingWindow(passage, passage.Span);
    }
}
