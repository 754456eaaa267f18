using FsCheck;
using FsCheck.Fluent;
using QaBot.Testing;
using QaBot.Text;
using Xunit;

namespace QaBot.Core.Tests.Text;

public sealed class SentenceSegmenterPropertyTests
{
    private static readonly string[] Pieces =
    [
        " ", "  ", "\n", "\r\n", "\n\n", "\t", "\u00A0", "\uFEFF", ".", "...", "…", "!", "?", ",", "\"", "“", "”", "'", "’", "(", ")", "[", "]", "[12]",
        "«", "»", "- ", "# ", "> ", "1. ", "The", "he", "U.S.", "Dr.", "p.", "No.", "5", "3.5", "Ouelet", "é", "😀", "\uD83D", "\uDE00", "。", "य", "\0",
    ];

    private static readonly Config Checks = Config.QuickThrowOnFailure.WithMaxTest(500);

    [Fact]
    public void Split_AnyString_KeepsItsPromises() => Prop.ForAll(ArbMap.Default.ArbFor<string?>(), text => Holds(text ?? "")).Check(Checks);

    [Fact]
    public void Split_AnyMixtureOfPieces_KeepsItsPromises() =>
        Prop.ForAll(Gen.Elements(Pieces).ArrayOf().Select(string.Concat).ToArbitrary(), Holds).Check(Checks);

    [Theory]
    [InlineData("a")]
    [InlineData("word ")]
    [InlineData("😀")]
    [InlineData(". ")]
    [InlineData("\"")]
    [InlineData("[")]
    [InlineData("(A. ")]
    [InlineData("\n")]
    [InlineData("- \n")]
    [InlineData("a.")]
    public void Split_OnePieceManyTimes_KeepsItsPromises(string piece) => Assert.True(Holds(string.Concat(Enumerable.Repeat(piece, 20_000))));

    [Fact]
    public void Split_Biography_KeepsItsPromises() => Assert.True(Holds(Sources.Biography.Text));

    [Fact]
    public void Split_BiographyFromAnywhere_KeepsItsPromises() =>
        Prop.ForAll(Gen.Choose(0, 60_000).ToArbitrary(), start => Holds(Sources.Biography.Text.Substring(start, 3_000))).Check(Checks);

    private static bool Holds(string text)
    {
        var sentences = SentenceSegmenter.Split(text);
        var covered = new bool[text.Length];
        var end = 0;
        foreach (var span in sentences)
        {
            Assert.InRange(span.Start, end, text.Length);
            Assert.InRange(span.Length, 1, 1500);
            Assert.False(IsBlank(text[span.Start]) || IsBlank(text[span.End - 1]), "a sentence is trimmed");
            Assert.False(SplitsPair(text, span.Start) || SplitsPair(text, span.End), "a surrogate pair stays whole");
            covered.AsSpan(span.Start, span.Length).Fill(true);
            end = span.End;
        }

        Assert.Equal(-1, Enumerable.Range(0, text.Length).FirstOrDefault(i => !covered[i] && !IsBlank(text[i]), -1));
        return sentences.SequenceEqual(SentenceSegmenter.Split(text));
    }

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || c == '\uFEFF';

    private static bool SplitsPair(string text, int i) => i > 0 && i < text.Length && char.IsSurrogatePair(text[i - 1], text[i]);
}
