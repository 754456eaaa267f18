using QaBot.Analysis;
using Xunit;

namespace QaBot.Core.Tests.Analysis;

public class StopWordsTests
{
    [Theory]
    [InlineData("the", true)]
    [InlineData("with", true)]
    [InlineData("The", false)]
    [InlineData("he", false)]
    [InlineData("", false)]
    public void Contains_Word_IsOneOfLucenes(string word, bool expected) => Assert.Equal(expected, StopWords.Contains(word));
}
