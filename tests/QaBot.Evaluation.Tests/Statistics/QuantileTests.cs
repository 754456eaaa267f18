using QaBot.Evaluation.Statistics;
using Xunit;

namespace QaBot.Evaluation.Tests.Statistics;

public sealed class QuantileTests
{
    [Theory]
    [InlineData(0, 1.0)]
    [InlineData(0.5, 2.5)]
    [InlineData(0.9, 3.7)]
    [InlineData(1, 4.0)]
    public void Of_FourValues_Interpolates(double share, double expected) => Assert.Equal(expected, Quantile.Of([4, 1, 3, 2], share)!.Value, 12);
}
