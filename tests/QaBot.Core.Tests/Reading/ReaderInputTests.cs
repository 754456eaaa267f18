using QaBot.Reading;
using Xunit;

namespace QaBot.Core.Tests.Reading;

public sealed class ReaderInputTests
{
    private static readonly WordPieceTokenizer Tokenizer = new(new StringReader("[UNK]\n[CLS]\n[SEP]\n:\nwho\nada\nlife\nbefore\nhere\n"));

    [Fact]
    public void Create_AllParts_StandInTheirOrder()
    {
        var input = ReaderInput.Create(Tokenizer, Pieces("who"), Pieces("ada"), Pieces("here here"), Pieces("life"), Pieces("before"));

        Assert.Equal([1, 4, 2, 5, 3, 6, 3, 7, 8, 8, 2], input.Ids);
        Assert.Equal((3, 8), (input.TitleStart, input.WindowStart));
    }

    [Fact]
    public void Create_LongWindow_TakesTheRoomOfWhatIsBefore()
    {
        var window = Pieces(string.Join(' ', Enumerable.Repeat("here", 376)));
        var input = ReaderInput.Create(Tokenizer, Pieces("who"), [], window, [], Pieces(string.Join(' ', Enumerable.Repeat("before", 100))));

        Assert.Equal(ReaderInput.MostPieces, input.Ids.Length);
        Assert.Equal(376, input.Window.Count);
        Assert.Equal(4, input.Ids.Count(id => id == 7));
    }

    private static List<WordPiece> Pieces(string text) => Tokenizer.Tokenize(text);
}
