using QaBot.Evaluation.Statistics;
using Xunit;

namespace QaBot.Evaluation.Tests.Statistics;

public sealed class PairedDifferenceTests
{
    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(3, 3, 1)]
    [InlineData(5, 0, 2 / 32.0)]
    [InlineData(0, 5, 2 / 32.0)]
    [InlineData(8, 1, 2 * (1 + 9) / 512.0)]
    public void McNemar_QuestionsThatChanged_IsTheBinomialTail(int better, int worse, double expected) =>
        Assert.Equal(expected, PairedDifference.McNemar(better, worse), 10);

    [Fact]
    public void McNemar_ThousandsOfQuestions_DoesNotUnderflow() => Assert.InRange(PairedDifference.McNemar(2000, 1900), 0.1, 0.12);
}
