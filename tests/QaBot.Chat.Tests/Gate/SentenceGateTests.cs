using QaBot.Chat.Gate;
using QaBot.Testing;
using QaBot.Text;
using Xunit;
using Xunit.Abstractions;

namespace QaBot.Chat.Tests.Gate;

/// <summary>The gate against sentences that a person has labelled.</summary>
public sealed class SentenceGateTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(false, 0.9375, 0.9184)]
    [InlineData(true, 0.4286, 0.15)]
    public void Find_LabelledPairs_HasTheFiguresThatTheDocumentsGive(bool areBlind, double expectedPrecision, double expectedRecall)
    {
        var pairs = areBlind ? LabelledPair.Blind : LabelledPair.All;
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

    private static bool Passes(LabelledPair pair)
    {
        var corpus = InventedBiography.CorpusOf(pair.Passage);
        var index = InventedBiography.IndexOf(corpus);
        var passages = Enumerable.Range(0, index.Count).Select(i => index[i]).ToList();
        return new SentenceGate(corpus, passages, Subject.Of(corpus)).Find(ModelSentence.Read(pair.Sentence + " [1]")) is not null;
    }
}
