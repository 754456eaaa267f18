using System.Globalization;
using QaBot.Chunking;
using QaBot.Evaluation.Questions;
using QaBot.Evaluation.Reports;
using QaBot.Evaluation.Runs;
using QaBot.Indexing;
using QaBot.Testing;
using QaBot.Text;
using Xunit;

namespace QaBot.Evaluation.Tests;

/// <summary>
/// The figures of the question set, to four decimals, are those of figures.txt. A change that moves them replaces the file and says why; the
/// latency is left out, for it is the machine's.
/// </summary>
public sealed class FiguresTests
{
    [Fact]
    public async Task RunAsync_QuestionSet_GivesTheCheckedInFigures()
    {
        using var output = new TempDirectory();
        var corpus = await Corpus.LoadAsync(Repository.PathOf("seeds"));
        var index = PassageIndex.Build(corpus, new ChunkingOptions());
        var options = new EvaluationOptions
        {
            Corpus = corpus,
            Index = index,
            Questions = await QuestionSet.LoadAsync(Repository.PathOf("seeds", "questions.jsonl"), corpus),
            OutputDirectory = output.Path,
        };

        var report = await EvaluationRun.RunAsync(options);

        var figures = MetricGroup.Halves.SelectMany(half => Figures(report.Find(half)!)).Prepend($"passages={index.Count}").ToList();
        var expected = await File.ReadAllLinesAsync(Repository.PathOf("tests", "QaBot.Evaluation.Tests", "figures.txt"));
        Assert.True(expected.SequenceEqual(figures), "The figures have moved. If that is meant, figures.txt is to be:\n" + string.Join('\n', figures));
    }

    private static IEnumerable<string> Figures(MetricGroup group) => group.Metrics
        .Where(metric => metric.Value.Value is not null && !metric.Key.StartsWith("latency", StringComparison.Ordinal))
        .OrderBy(metric => metric.Key, StringComparer.Ordinal)
        .Select(metric => string.Create(CultureInfo.InvariantCulture, $"{group.Half}.{metric.Key}={metric.Value.Value:F4}"));
}
