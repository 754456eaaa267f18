using QaBot.Chat.Gate;
using Xunit;
using Xunit.Abstractions;

namespace QaBot.Chat.Tests.Gate;

/// <summary>The gate against sentences that a person has labelled.</summary>
public sealed class SentenceGateTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("pairs.txt", 0.9767, 0.8571)]
    [InlineData("kinds.txt", 0.9155, 0.5963)]
    [InlineData("blind-pairs.jsonl", 0.6190, 0.1625)]
    public void Find_LabelledPairs_HasTheFiguresThatTheDocumentsGive(string file, double expectedPrecision, double expectedRecall)
    {
        var pairs = file switch { "pairs.txt" => LabelledPair.All, "kinds.txt" => LabelledPair.Kinds, _ => LabelledPair.Blind };
        var results = pairs.Select(pair => (Pair: pair, Passed: Passes(pair))).ToList();
        foreach (var (pair, passed) in results.Where(result => result.Passed != result.Pair.IsSupported))
        {
            output.WriteLine($"{(passed ? "passed" : "dropped")} {pair.Kind}: {pair.Sentence}");
        }

        foreach (var kind in results.GroupBy(result => (result.Pair.IsSupported, result.Pair.Kind)).OrderByDescending(kind => kind.Key.IsSupported).ThenBy(kind => kind.Key.Kind))
        {
            output.WriteLine($"{kind.Key}: {kind.Count(result => result.Passed)} of {kind.Count()} pass");
        }

        var right = results.Count(result => result.Passed && result.Pair.IsSupported);
        var precision = (double)right / results.Count(result => result.Passed);
        var recall = (double)right / results.Count(result => result.Pair.IsSupported);
        output.WriteLine($"{results.Count} pairs, precision {precision:F4}, recall {recall:F4}");

        Assert.InRange(results.Count, 150, int.MaxValue);
        Assert.Equal((expectedPrecision, expectedRecall), (Math.Round(precision, 4), Math.Round(recall, 4)));
    }

    private static bool Passes(LabelledPair pair) => pair.Gate().Find(ModelSentence.Read(pair.Sentence + " [1]")) is not null;
}
