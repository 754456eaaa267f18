using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.AI;
using QaBot.Chat;
using QaBot.Chat.Endpoints;
using QaBot.Chat.Prompts;
using QaBot.Chunking;
using QaBot.Indexing;
using QaBot.Testing;
using QaBot.Testing.Endpoints;
using QaBot.Text;

namespace QaBot.Bench;

/// <summary>What the path from question to verified answer adds to the bare HTTP call: the same request to the same loopback server, in turns.</summary>
internal static class ChatOverhead
{
    private const int WarmUps = 300;
    private const int Rounds = 400;

    /// <summary>What is said behind what holds, and dropped.</summary>
    private const string Unsupported = " She won nine Oscars before 1950 [3].";

    /// <summary>Measures and prints.</summary>
    public static async Task RunAsync()
    {
        await using var endpoint = new ScriptedEndpoint(request => EndpointReply.Stream(Said(request.Messages[1])));
        var corpus = new Corpus([Sources.Biography]);
        var prompts = await PromptLibrary.LoadAsync(Repository.PathOf("prompts"));
        using var client = ChatEndpoint.CreateChatClient(new ChatEndpointOptions { Endpoint = endpoint.Address, Model = "scripted-1" });
        var answerer = new QuestionAnswerer(corpus, PassageIndex.Build(corpus, new ChunkingOptions()), orchestrator: new KernelOrchestrator(new AnswerGenerator(AnswerGenerator.KernelOver(client), prompts)));
        using var http = new HttpClient();
        List<double> bare = [], streamed = [], whole = [], overhead = [], added = [], first = [];
        for (var round = 0; round < WarmUps + Rounds; round++)
        {
            var question = Biography.Questions[round % Biography.Questions.Length];
            var (firstShown, all) = await AskAsync(answerer, question);
            var call = await CallAsync(http, endpoint);
            var drained = await DrainAsync(client, endpoint);
            if (round >= WarmUps)
            {
                bare.Add(call);
                streamed.Add(drained);
                added.Add(all - drained);
                whole.Add(all);
                overhead.Add(all - call);
                first.Add(firstShown / all);
            }
        }

        Line("bare HTTP call", bare, "ms");
        Line("the same through IChatClient", streamed, "ms");
        Line("question to verified answer", whole, "ms");
        Line("overhead over the bare call, pair by pair", overhead, "ms");
        Line("overhead over IChatClient, pair by pair", added, "ms");
        Line("first verified sentence, share of the whole", first, "");
    }

    /// <summary>A model that says the first sentences of the three best passages, each with its marker, and one thing that does not hold.</summary>
    private static string Said(string passages)
    {
        var texts = passages.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Take(3).Select(line => line[2..]);
        return string.Join(' ', texts.Select((text, i) => $"{text[..(text.IndexOf(". ", StringComparison.Ordinal) is var end and > 0 ? end : text.Length)]} [{i + 1}].")) + Unsupported;
    }

    private static async Task<(double First, double All)> AskAsync(QuestionAnswerer answerer, string question)
    {
        var started = Stopwatch.GetTimestamp();
        double? first = null;
        await foreach (var update in answerer.StreamAsync(question))
        {
            first ??= update.Sentence is null ? null : Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }

        var all = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        return (first ?? all, all);
    }

    /// <summary>The request that was just made, again, and its answer read to the end.</summary>
    private static async Task<double> CallAsync(HttpClient http, ScriptedEndpoint endpoint)
    {
        var body = endpoint.Requests[^1].Body;
        var started = Stopwatch.GetTimestamp();
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint.Address + "/chat/completions") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await using var stream = await response.Content.ReadAsStreamAsync();
        await stream.CopyToAsync(Stream.Null);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static async Task<double> DrainAsync(IChatClient client, ScriptedEndpoint endpoint)
    {
        List<ChatMessage> messages = [.. endpoint.Requests[^1].Messages.Select((text, i) => new ChatMessage(i == 0 ? ChatRole.System : ChatRole.User, text))];
        var started = Stopwatch.GetTimestamp();
        await foreach (var update in client.GetStreamingResponseAsync(messages))
        {
            _ = update.Text;
        }

        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static void Line(string what, List<double> values, string unit)
    {
        var sorted = values.Order().ToList();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{what,-44} p50 {At(0.5):F2}  p95 {At(0.95):F2}  p99 {At(0.99):F2} {unit}"));

        double At(double share) => sorted[(int)(share * (sorted.Count - 1))];
    }
}
