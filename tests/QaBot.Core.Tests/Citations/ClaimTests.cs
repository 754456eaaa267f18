using QaBot.Citations;
using Xunit;

namespace QaBot.Core.Tests.Citations;

public sealed class ClaimTests
{
    [Theory]
    [InlineData("born on 9 March 1964", "9 1964")]
    [InlineData("$1.2 million and 60 thousand", "1200000 60000")]
    [InlineData("thirty-one or 31", "31 31")]
    [InlineData("two hundred thousand men", "200000")]
    [InlineData("the first of the twenty-first century", "1th 21th")]
    [InlineData("in the 1990s, the 18th time", "1990 18")]
    [InlineData("1,500.50 and 1500.5", "1500.5 1500.5")]
    [InlineData("-5 and 1964-70", "-5 1964 70")]
    [InlineData("1985 three films", "1985 3")]
    [InlineData("a dozen and a half", "12 0.5")]
    [InlineData("none at all", "")]
    [InlineData("on 1921-05-03", "3 1921")]
    [InlineData("on 1921-25-03", "1921 25 3")]
    [InlineData("no one of the one", "1")]
    public void Read_Numbers_AreTheirValues(string text, string expected)
    {
        var numbers = Claim.Read(text).Numbers.SelectMany(n => Enumerable.Repeat(n.Key, n.Value));

        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), numbers.Order());
    }

    [Theory]
    [InlineData("She did not go.", 1)]
    [InlineData("She didn't and wouldn’t go.", 2)]
    [InlineData("Neither he nor she could.", 2)]
    [InlineData("No one never went nowhere without it.", 4)]
    [InlineData("She knotted a noose in November.", 0)]
    [InlineData("NOT NOW", 1)]
    public void Read_Negations_AreCounted(string text, int expected) => Assert.Equal(expected, Claim.Read(text).NegationCount);

    [Theory]
    [InlineData("The film Blue opened in Paris.", "blue pari")]
    [InlineData("Eva went home.", "eva")]
    [InlineData("She paid $5.", "$")]
    [InlineData("18% of them", "%")]
    public void Read_Names_AreCapitalisedWordsAndSigns(string text, string expected) =>
        Assert.Equal(expected.Split(' '), Claim.Read(text).Names.Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("She bought it.", "buy", true)]
    [InlineData("She purchased it.", "buy", true)]
    [InlineData("She sold it.", "piano", false)]
    [InlineData("It rose by 12 per cent.", "percent", true)]
    [InlineData("It rose by 12 per cent.", "%", true)]
    [InlineData("It cost 60 euros.", "€", true)]
    [InlineData("It cost 60 cents.", "%", false)]
    [InlineData("It opened on 1921-05-03.", "May", true)]
    public void Says_Word_IsItselfAnotherFormOrRelated(string text, string word, bool expected) =>
        Assert.Equal(expected, Claim.Read(text).Says(Claim.Analyze(word).FirstOrDefault() ?? word));

    [Fact]
    public void Read_NumberTooLargeToRead_IsAName() =>
        Assert.Contains("99999999999999999999999999999999999", Claim.Read("It was 99999999999999999999999999999999999.").Names);
}
