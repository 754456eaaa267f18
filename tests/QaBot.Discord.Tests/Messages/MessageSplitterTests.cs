using System.Globalization;
using System.Text.RegularExpressions;
using QaBot.Discord.Messages;

namespace QaBot.Discord.Tests.Messages;

public sealed partial class MessageSplitterTests
{
    private static readonly string[] Pieces =
    [
        "A sentence about nothing. ", "word ", "short. ", "[1]", " [12] [3]", "“a quotation of some words. With two sentences.” ", "```\ncode. here\n\nmore\n``` ", "`inline code` ",
        "𝒂𝒃𝒄", "👩‍👩‍👧", "é", "**bold words** ", "\n\n", "\n", "\\*", "https://example.org/a.b?c=d ", "unbrokenwordthatgoesonandon", "!? ", "… ", "\r\n",
    ];

    [Fact]
    public void Split_Anything_LosesNothingAndCutsNothingAtomic()
    {
        var random = new Random(7);
        for (var i = 0; i < 4_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 60)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            var limit = random.Next(60, 200);

            var parts = MessageSplitter.Split(text, limit);

            Assert.Equal(text, string.Concat(parts));
            Assert.All(parts, part => Assert.InRange(part.Length, 1, limit));
            AssertNothingCut(text, parts, limit);
        }
    }

    [Fact]
    public void Split_Sentences_CutsBetweenThem()
    {
        var sentences = Enumerable.Range(1, 40).Select(i => string.Create(CultureInfo.InvariantCulture, $"This is sentence number {i} of a long answer. [{i}] ")).ToList();

        var parts = MessageSplitter.Split(string.Concat(sentences), 300);

        Assert.All(parts, part => Assert.Matches(@"^This .*\[\d+\] $", part));
    }

    [Theory]
    [InlineData("x", 5000)]
    [InlineData("👍", 3000)]
    [InlineData("a\u0301", 3000)]
    [InlineData(" ", 4500)]
    public void Split_WithoutAnyPlaceToCut_StillFits(string unit, int times)
    {
        var text = string.Concat(Enumerable.Repeat(unit, times));

        var parts = MessageSplitter.Split(text);

        Assert.Equal(text, string.Concat(parts));
        Assert.All(parts, part => Assert.InRange(part.Length, 1, OutgoingMessage.LongestContent));
        Assert.All(parts, part => Assert.False(char.IsLowSurrogate(part[0]) || part[0] == '\u0301'));
    }

    [Fact]
    public void Split_Short_IsOnePart() => Assert.Equal(["short"], MessageSplitter.Split("short"));

    private static void AssertNothingCut(string text, List<string> parts, int limit)
    {
        var cuts = parts.Aggregate(new List<int> { 0 }, (ends, part) => [.. ends, ends[^1] + part.Length])[1..^1];
        foreach (var cut in cuts)
        {
            Assert.False(char.IsLowSurrogate(text[cut]));
            Assert.Contains(cut, StringInfo.ParseCombiningCharacters(text));
        }

        // Quotations and code may hold each other; what begins first is what is looked at.
        foreach (Match atom in Atom().Matches(text).Where(atom => atom.Length <= limit))
        {
            Assert.DoesNotContain(cuts, cut => cut > atom.Index && cut < atom.Index + atom.Length);
        }
    }

    [GeneratedRegex(@"```.*?```|`[^`\n]+`|“[^”]*”|\[\d+\]", RegexOptions.Singleline)]
    private static partial Regex Atom();
}
