using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using QaBot.Chunking;
using QaBot.Citations;
using QaBot.Text;
using QaBot.Web;

namespace QaBot.Bench;

/// <summary>What the server of <c>qabot serve</c> stands and adds: a crowd at once, and the time of an answer for 1, 8 and 64 clients beside the reader's own.</summary>
internal static class WebLoad
{
    private const int Crowd = 200;
    private const int CrowdQuestions = 2000;
    private const int Questions = 400;
    private static readonly int[] Clients = [1, 8, 64];
    private static int _asked;

    /// <summary>Runs all of it and prints the figures; throws where a question is neither answered nor refused with 429 and Retry-After.</summary>
    public static async Task RunAsync()
    {
        var (corpus, _, answerer) = Biography.OpenAll();
        for (var i = 0; i < 50; i++)
        {
            await answerer.AskAsync(Next());
        }

        await ReportAsync("reader alone, one after another", 1, async () => await answerer.AskAsync(Next()));
        await using var server = await StartAsync(answerer, corpus);
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Crowd }) { BaseAddress = new Uri(server.Addresses.Single()) };
        foreach (var clients in Clients)
        {
            await ReportAsync($"POST /api/ask, {clients} client{(clients == 1 ? "" : "s")}", clients, async () => await AskAsync(client, Next()));
        }

        await ReportAsync("the same, 8 clients, one known question", 8, async () => await AskAsync(client, Biography.Questions[0]));
        await CrowdAsync(client);
        await server.StopAsync(TimeSpan.FromSeconds(5));
    }

    private static Task<WebServer> StartAsync(QuestionAnswerer answerer, Corpus corpus) => WebServer.StartAsync(
        new WebSite(answerer, corpus, new AnswerAudit(corpus, new ChunkingOptions())), new WebOptions { Urls = "http://127.0.0.1:0", QuestionsPerMinute = 1_000_000 });

    private static async Task ReportAsync(string what, int clients, Func<Task> ask)
    {
        var times = new List<double>[clients];
        var left = Questions;
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(async number =>
        {
            times[number] = [];
            while (Interlocked.Decrement(ref left) >= 0)
            {
                var asked = Stopwatch.GetTimestamp();
                await ask();
                times[number].Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
            }
        }));
        var elapsed = Stopwatch.GetElapsedTime(started).TotalSeconds;
        Report.Line(what, Quantiles.Of([.. times.SelectMany(list => list)]));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {Questions / elapsed:0.0} answers a second"));
    }

    private static async Task CrowdAsync(HttpClient client)
    {
        var (answered, refused, left) = (0, 0, CrowdQuestions);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await Task.WhenAll(Enumerable.Range(0, Crowd).Select(async _ =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                if (await AskAsync(client, Next()))
                {
                    Interlocked.Increment(ref answered);
                }
                else
                {
                    Interlocked.Increment(ref refused);
                }
            }
        }));
        var after = GC.GetTotalMemory(forceFullCollection: true);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Crowd} clients, {CrowdQuestions} questions: {answered} answered, {refused} refused with Retry-After; managed memory {before / 1e6:0.0} MB before, {after / 1e6:0.0} MB after; working set {Environment.WorkingSet / 1e6:0} MB"));
    }

    /// <summary>Asks.</summary>
    /// <returns>Whether there was an answer; else the client was told when to come back.</returns>
    private static async Task<bool> AskAsync(HttpClient client, string question)
    {
        using var response = await client.PostAsJsonAsync("api/ask", new { question });
        return response.StatusCode switch
        {
            HttpStatusCode.OK => (await response.Content.ReadAsStringAsync()).Contains("\"outcome\"", StringComparison.Ordinal),
            HttpStatusCode.TooManyRequests when response.Headers.RetryAfter?.Delta > TimeSpan.Zero => false,
            _ => throw new InvalidOperationException($"{(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}"),
        };
    }

    /// <summary>A question that has not been asked before: by spaces at its end, which the reader does not see and what is remembered of answers does.</summary>
    private static string Next()
    {
        var number = Interlocked.Increment(ref _asked);
        return Biography.Questions[number % Biography.Questions.Length] + new string(' ', number / Biography.Questions.Length);
    }
}
