using QaBot.Analysis;
using Xunit;

namespace QaBot.Core.Tests.Analysis;

public sealed class UnseenCharactersTests
{
    [Theory]
    [InlineData("Zoe\u0308 Bronte\u0308", "Zoë Brontë")]
    [InlineData("Nguye\u0302\u0303n Thi\u0323", "Nguyễn Thị")]
    [InlineData("ки\u0438\u0306", "кий")]
    [InlineData("Αθη\u0301να", "Αθήνα")]
    [InlineData("har\u00ADbour", "harbour")]
    [InlineData("har\u200Bbour \uFEFFmas\u2060ter", "harbour master")]
    [InlineData("a pub-\nlished har-\r\n  bour", "a published harbour")]
    [InlineData("har\u00AD\nbour", "harbour")]
    [InlineData("ﬁne oﬃce", "fine office")]
    [InlineData("O’Brien’s", "O'Brien's")]
    public void Analyze_TextsThatReadTheSame_HaveTheSameTerms(string text, string other) =>
        Assert.Equal(EnglishAnalyzer.Analyze(other).Select(token => token.Term), EnglishAnalyzer.Analyze(text).Select(token => token.Term));

    [Theory]
    [InlineData("Zoe\u0308 Bronte\u0308 sang", "Zoe\u0308|Bronte\u0308|sang")]
    [InlineData("the har-\nbour mas\u00ADter", "har-\nbour|mas\u00ADter")]
    [InlineData("x \uFEFFharbour", "x|harbour")]
    public void Analyze_TextWithThem_HasTheSpansOfTheTextAsItIs(string text, string words) =>
        Assert.Equal(words, string.Join('|', EnglishAnalyzer.Analyze(text).Select(token => text[token.Span.Start..token.Span.End])));

    [Theory]
    [InlineData("well-known")]
    [InlineData("twenty -\none")]
    [InlineData("North-\nSouth")]
    [InlineData("ended-\n\nbegan")]
    public void Without_HyphenThatDividesNoWord_IsKept(string text) => Assert.Equal(text, UnseenCharacters.Without(text));
}
