using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using QaBot.Telemetry;

namespace QaBot.Bench;

/// <summary>What an answer takes, and what of it ONNX Runtime takes for the same batches: the rest is QaBot's own.</summary>
internal static class ReaderShare
{
    private const int WarmUps = 50;

    /// <summary>Asks every question once, one after another, and prints the figures.</summary>
    public static async Task RunAsync()
    {
        var inference = TimeSpan.Zero;
        var batches = 0;
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == QuestionTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                if (span.OperationName == "infer")
                {
                    inference += span.Duration;
                    batches++;
                }
            },
        };

        var answerer = Biography.Open();
        var questions = File.ReadLines(Biography.Find("questions.jsonl")).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("question").GetString()!).ToList();
        foreach (var question in questions.Take(WarmUps))
        {
            await answerer.AskAsync(question);
        }

        ActivitySource.AddActivityListener(listener);
        var (whole, own, ratios) = (new List<double>(), new List<double>(), new List<double>());
        foreach (var question in questions.Skip(WarmUps))
        {
            inference = TimeSpan.Zero;
            var started = Stopwatch.GetTimestamp();
            await answerer.AskAsync(question);
            var taken = Stopwatch.GetElapsedTime(started);
            whole.Add(taken.TotalMilliseconds);
            own.Add(inference.TotalMilliseconds);
            if (inference > TimeSpan.Zero)
            {
                ratios.Add(taken / inference);
            }
        }

        var share = whole.Sum() / own.Sum();
        Report.Line("question to verified answer", Quantiles.Of(whole));
        Report.Line("of which ONNX Runtime's own", Quantiles.Of(own));
        ratios.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{"ratio of the two, in all and p50",-46}{share,12:N3}    {ratios[ratios.Count / 2],9:N3}; {(double)batches / whole.Count:N1} batches a question, {whole.Count} questions"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"peak working set",-46}{Process.GetCurrentProcess().PeakWorkingSet64 / 1e6,12:N1} MB"));
    }
}
