using FsCheck;
using FsCheck.Fluent;
using QaBot.Indexing;
using Xunit;

namespace QaBot.Core.Tests.Indexing;

public sealed class TopScoresTests
{
    private static readonly Config Checks = Config.QuickThrowOnFailure.WithMaxTest(1_000);

    /// <summary>Few different scores, so that most tie.</summary>
    private static readonly Gen<float[]> Scores = Gen.OneOf(Gen.Constant(0), Gen.Choose(0, 9)).Select(score => score / 4f).ArrayOf();

    [Fact]
    public void Descending_AnyScores_IsTheFullSort() =>
        Prop.ForAll(Scores.Zip(Gen.Choose(1, 20)).ToArbitrary(), pair => IsFullSort(pair.Item1, pair.Item2, filter: null)).Check(Checks);

    [Fact]
    public void Descending_Filtered_IsTheFullSortOfWhatPasses() =>
        Prop.ForAll(Scores.Zip(Gen.Choose(1, 20)).ToArbitrary(), pair => IsFullSort(pair.Item1, pair.Item2, i => i % 3 == 1)).Check(Checks);

    private static bool IsFullSort(float[] scores, int count, Func<int, bool>? filter)
    {
        var expected = scores.Select((score, ordinal) => (Ordinal: ordinal, Score: score))
            .Where(hit => hit.Score > 0 && (filter is null || filter(hit.Ordinal)))
            .OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Ordinal).Take(count).ToList();
        var top = new TopScores(count);
        top.TakeAll(scores, filter);
        return expected.SequenceEqual(top.Descending()) && scores.All(score => score == 0);
    }
}
