using FsCheck;
using FsCheck.Fluent;
using Xunit;
using Interval = QaBot.Evaluation.Statistics.Interval;

namespace QaBot.Evaluation.Tests.Statistics;

public sealed class IntervalTests
{
    [Theory]
    [InlineData(50, 100, 0.4038, 0.5962)]
    [InlineData(0, 10, 0.0000, 0.2775)]
    [InlineData(10, 10, 0.7225, 1.0000)]
    [InlineData(1, 4, 0.0456, 0.6994)]
    public void Wilson_Share_IsTheScoreInterval(int part, int whole, double low, double high)
    {
        var interval = Interval.Wilson((part, whole))!;
        Assert.Equal(low, interval.Low, 4);
        Assert.Equal(high, interval.High, 4);
    }

    [Fact]
    public void Wilson_ShareOfNothing_IsNull() => Assert.Null(Interval.Wilson((0, 0)));

    [Fact]
    public void Wilson_AnyShare_LiesInIt() =>
        Prop.ForAll(Gen.Choose(1, 500).SelectMany(whole => Gen.Choose(0, whole).Select(part => (part, whole))).ToArbitrary(), share =>
        {
            var (interval, value) = (Interval.Wilson(share)!, (double)share.part / share.whole);
            return interval.Low >= 0 && interval.Low <= value + 1e-12 && value - 1e-12 <= interval.High && interval.High <= 1;
        }).QuickCheckThrowOnFailure();
}
