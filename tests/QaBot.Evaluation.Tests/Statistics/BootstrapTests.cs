using FsCheck;
using FsCheck.Fluent;
using QaBot.Evaluation.Statistics;
using Xunit;
using Interval = QaBot.Evaluation.Statistics.Interval;

namespace QaBot.Evaluation.Tests.Statistics;

public sealed class BootstrapTests
{
    private static readonly double[] Coins = [.. Enumerable.Range(0, 100).Select(i => i % 2.0)];

    [Fact]
    public void IntervalOf_FairCoins_IsAboutTenPercentEachSide()
    {
        // the standard error of a mean of 100 fair coins is 0.05, so that the interval is near 0.5 ± 0.098
        var interval = new Bootstrap(100).IntervalOf(Coins, Mean)!;
        Assert.InRange(interval.Low, 0.38, 0.42);
        Assert.InRange(interval.High, 0.58, 0.62);
    }

    [Fact]
    public void IntervalOf_SameSeed_IsTheSame()
    {
        Assert.Equal(new Bootstrap(100, 200, 7).IntervalOf(Coins, Mean), new Bootstrap(100, 200, 7).IntervalOf(Coins, Mean));
        Assert.NotEqual(new Bootstrap(100, 200, 8).IntervalOf(Coins, Mean), new Bootstrap(100, 200, 7).IntervalOf(Coins, Mean));
    }

    [Fact]
    public void IntervalOf_AnyValues_LiesBetweenThem() =>
        Prop.ForAll(ArbMap.Default.GeneratorFor<int>().NonEmptyListOf().ToArbitrary(), values =>
        {
            double[] items = [.. values.Select(v => (double)v)];
            var interval = new Bootstrap(items.Length, 50).IntervalOf(items, Mean)!;
            return items.Min() - 1e-6 <= interval.Low && interval.Low <= interval.High && interval.High <= items.Max() + 1e-6;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void IntervalOf_Nothing_IsNull() => Assert.Null(new Bootstrap(0).IntervalOf<double>([], Mean));

    [Fact]
    public void Compare_SameResults_HasNoDifference()
    {
        var difference = new Bootstrap(100).Compare([.. Coins.Select(c => (c, c))], Mean)!;
        Assert.Equal(0, difference.Difference);
        Assert.Equal(new Interval(0, 0), difference.Interval);
        Assert.Equal(1, difference.PValue);
    }

    [Fact]
    public void Compare_ClearGain_HasSmallPValue()
    {
        var difference = new Bootstrap(100).Compare([.. Coins.Select(c => (1.0, c))], Mean)!;
        Assert.Equal(0.5, difference.Difference);
        Assert.True(difference.PValue < 0.01);
        Assert.True(difference.Interval!.Low > 0.3);
    }

    [Theory]
    [InlineData(0, 1.0)]
    [InlineData(0.5, 2.5)]
    [InlineData(0.9, 3.7)]
    [InlineData(1, 4.0)]
    public void Quantile_FourValues_Interpolates(double share, double expected) => Assert.Equal(expected, Quantile.Of([4, 1, 3, 2], share)!.Value, 12);

    private static double? Mean(IReadOnlyList<double> values) => values.Count == 0 ? null : values.Average();
}
