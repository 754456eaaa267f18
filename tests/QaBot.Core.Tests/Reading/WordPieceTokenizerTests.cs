using FsCheck;
using FsCheck.Fluent;
using QaBot.Reading;
using Xunit;

namespace QaBot.Core.Tests.Reading;

public sealed class WordPieceTokenizerTests
{
    private const string Vocabulary = "[PAD]\n[UNK]\n[CLS]\n[SEP]\n:\nkie\n##slow\n##ski\ncafe\noeuvre\n2\n5\n.\n$\na\nb\n##b\n##c\nstrasse\n日";
    private static readonly WordPieceTokenizer Tokenizer = new(new StringReader(Vocabulary));
    private static readonly string[] Parts = ["a", "B", "é", "e\u0301", "ł", "\ud83d\ude00", "\ud800", "\u200b", "\u00ad", " ", "\u00a0", "\n", "\0", "'", "-", "2", "½", "œ", "日", "ß", "\u0301"];

    [Theory]
    [InlineData("Kieślowski", "0-3 3-7 7-10")]
    [InlineData("Kies\u0301lowski!", "0-3 3-8 8-11 11-12")]
    [InlineData("Café", "0-4")]
    [InlineData("Cafe\u0301 a", "0-5 6-7")]
    [InlineData("ca\u00adfe", "0-5")]
    [InlineData("Œuvre", "0-5")]
    [InlineData("Straße", "0-6")]
    [InlineData("ca-\r\n  fe", "0-9")]
    [InlineData("a-\n\nb", "0-1 1-2 4-5")]
    [InlineData("a-\nA a-b", "0-1 1-2 3-4 5-6 6-7 7-8")]
    [InlineData("$2.5", "0-1 1-2 2-3 3-4")]
    [InlineData("a\0b", "0-2 2-3")]
    [InlineData("日日", "0-1 1-2")]
    [InlineData("x\ud83d\ude00 a", "0-3 4-5")]
    public void Tokenize_Text_GivesOffsetsOfTheTextAsStored(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Tokenizer.Tokenize(text).Select(piece => $"{piece.Start}-{piece.End}")));

    [Fact]
    public void Tokenize_UnknownWord_IsOnePiece() =>
        Assert.Equal([new WordPiece(Tokenizer.Unknown, 0, 3, IsWordStart: true), new WordPiece(14, 4, 5, IsWordStart: true)], Tokenizer.Tokenize("xyz a"));

    [Fact]
    public void Tokenize_VeryLongWord_IsUnknown() => Assert.Equal([Tokenizer.Unknown], Tokenizer.Tokenize(new string('a', 5_000)).Select(piece => piece.Id));

    [Fact]
    public void Tokenize_AnyText_GivesRisingOffsetsInsideIt() => Prop.ForAll(
        Gen.ArrayOf(Gen.Elements(Parts)).Select(string.Concat).ToArbitrary(),
        text =>
        {
            var pieces = Tokenizer.Tokenize(text);
            return pieces.TrueForAll(piece => piece.Start >= 0 && piece.Start < piece.End && piece.End <= text.Length)
                && pieces.Zip(pieces.Skip(1)).All(pair => pair.First.Start <= pair.Second.Start && (!pair.Second.IsWordStart || pair.First.End <= pair.Second.Start))
                && pieces.Take(1).All(piece => piece.IsWordStart);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Create_NoVocabularyOfMarks_Throws() => Assert.Throws<InvalidDataException>(() => new WordPieceTokenizer(new StringReader("a\nb")));
}
