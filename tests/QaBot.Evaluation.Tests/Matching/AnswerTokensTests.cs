using QaBot.Evaluation.Matching;
using Xunit;

namespace QaBot.Evaluation.Tests.Matching;

public sealed class AnswerTokensTests
{
    [Theory]
    [InlineData("The  Actress and\u00A0the Dancer!", "actress and dancer")]
    [InlineData("Zoë's Théâtre de l'Odéon", "zoe theatre de l odeon")]
    [InlineData("Zoe\u0308 Krol", "zoe krol")]
    [InlineData("Jean-Marie", "jean marie")]
    [InlineData("nine", "9")]
    [InlineData("twenty-one days", "21 days")]
    [InlineData("one hundred and five", "105")]
    [InlineData("a hundred", "100")]
    [InlineData("1,250,000 or 2.5 million", "1250000 or 2500000")]
    [InlineData("two thousand and six", "2006")]
    [InlineData("nineteen ninety", "19 90")]
    [InlineData("five six", "5 6")]
    [InlineData("the twenty-first, the ninth and 9th", "21st 9th and 9th")]
    [InlineData("U.S. at 5 p.m. End.", "us at 5 pm end")]
    [InlineData("actors' 90's", "actors 90")]
    [InlineData("...", "")]
    public void Of_Text_GivesNormalisedWords(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', AnswerTokens.Of(text)));

    [Theory]
    [InlineData("I know it", "no", false)]
    [InlineData("there were nine of them", "9", true)]
    [InlineData("15 February 2012", "15 february", true)]
    [InlineData("15 February 2012", "15 2012", false)]
    [InlineData("anything", "", false)]
    public void Contains_Part_NeedsWholeWordsInOrder(string whole, string part, bool expected) =>
        Assert.Equal(expected, AnswerTokens.Contains(AnswerTokens.Of(whole), AnswerTokens.Of(part)));
}
