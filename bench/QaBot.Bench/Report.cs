using System.Diagnostics;
using System.Globalization;
using QaBot.Indexing;

namespace QaBot.Bench;

/// <summary>One run over 250,000 passages that prints one table.</summary>
internal static class Report
{
    private const int Passages = 250_000;
    private const int TopCount = 10;

    /// <summary>Measures and prints.</summary>
    /// <param name="directory">Where the corpus is kept for another program to index; null for a temporary place.</param>
    public static async Task RunAsync(string? directory)
    {
        var work = directory ?? Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            await MeasureAsync(work);
        }
        finally
        {
            if (directory is null)
            {
                Directory.Delete(work, recursive: true);
            }
        }
    }

    private static async Task MeasureAsync(string work)
    {
        var started = Stopwatch.GetTimestamp();
        var (corpus, questions, keywords) = await GeneratedCorpus.CreateAsync(work, Passages);
        Line("generate and load the corpus", Stopwatch.GetElapsedTime(started).TotalSeconds, "s");

        started = Stopwatch.GetTimestamp();
        var store = GeneratedCorpus.Store(work);
        var index = (await store.OpenAsync(corpus, GeneratedCorpus.Options, rebuild: true)).Index;
        Line("build and save the index", Stopwatch.GetElapsedTime(started).TotalSeconds, "s");
        Line("peak working set until then, corpus and all", Process.GetCurrentProcess().PeakWorkingSet64 / 1e6, "MB");
        Line("allocated until then", GC.GetTotalAllocatedBytes(precise: true) / 1e6, "MB");
        Line("passages", index.Count, "");
        Line("characters a passage", corpus.Documents.Sum(d => (double)d.Text.Length) / index.Count, "");
        Line("index on disk", store.Size() / 1e6, "MB");

        started = Stopwatch.GetTimestamp();
        index = (await store.OpenAsync(corpus, GeneratedCorpus.Options)).Index;
        Line("open the stored index", Stopwatch.GetElapsedTime(started).TotalMilliseconds, "ms");

        Search("search, 8 words as in the text", index, questions);
        Search("search, 8 words, none a stop word", index, keywords);
    }

    private static void Search(string name, PassageIndex index, List<string> queries) =>
        Line(name, Quantiles.Measure(queries, query => index.Search(GeneratedCorpus.Query(query), TopCount)));

    private static void Line(string name, double value, string unit) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-46}{value,12:N1} {unit}"));

    /// <summary>Prints percentiles.</summary>
    public static void Line(string name, Quantiles times) =>
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{name,-46}{times.P50,12:N3} ms p50 {times.P95,8:N3} ms p95 {times.P99,8:N3} ms p99"));
}
