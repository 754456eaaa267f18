using FsCheck;
using FsCheck.Fluent;
using QaBot.Text;
using Xunit;

namespace QaBot.Core.Tests.Text;

public sealed class WeightedRunsTests
{
    private static readonly Config Checks = Config.QuickThrowOnFailure.WithMaxTest(2_000);

    [Fact]
    public void Heaviest_OfAnyPart_IsKadanes() => Prop.ForAll(
        Gen.Choose(-3, 3).ArrayOf().ToArbitrary(),
        weights =>
        {
            var runs = new WeightedRuns(weights);
            return Enumerable.Range(0, weights.Length + 1).All(from => Enumerable.Range(from, weights.Length + 1 - from).All(to =>
                runs.Heaviest(from, to) == Kadane(weights, from, to) && runs.Sum(from, to) == weights[from..to].Sum()));
        }).Check(Checks);

    private static (int Start, int End)? Kadane(int[] weights, int from, int to)
    {
        (int, int)? best = null;
        var (heaviest, sum, start) = (0, 0, from);
        for (var i = from; i < to; i++)
        {
            if (sum <= 0)
            {
                (sum, start) = (0, i);
            }

            sum += weights[i];
            if (sum > heaviest)
            {
                (heaviest, best) = (sum, (start, i + 1));
            }
        }

        return best;
    }
}
