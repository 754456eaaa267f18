using System.Diagnostics;

namespace QaBot.Bench;

/// <summary>The 50th, 95th and 99th percentile of measured times, in milliseconds.</summary>
internal sealed record Quantiles(double P50, double P95, double P99)
{
    /// <summary>Times an action for each item, after unmeasured rounds that warm up.</summary>
    public static Quantiles Measure<T>(IReadOnlyList<T> items, Action<T> action, int warmUps = 3, int rounds = 5)
    {
        var times = new List<double>();
        for (var round = 0; round < warmUps + rounds; round++)
        {
            foreach (var item in items)
            {
                var started = Stopwatch.GetTimestamp();
                action(item);
                if (round >= warmUps)
                {
                    times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                }
            }
        }

        return Of(times);
    }

    /// <summary>The percentiles of times in milliseconds.</summary>
    public static Quantiles Of(List<double> times)
    {
        times.Sort();
        return new Quantiles(At(0.5), At(0.95), At(0.99));

        double At(double share) => times[(int)(share * (times.Count - 1))];
    }
}
