using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using QaBot.Chat;
using QaBot.Chat.Prompts;
using QaBot.Chunking;
using QaBot.Citations;
using QaBot.Indexing;
using QaBot.Retrieval;
using QaBot.Testing;
using QaBot.Text;
using QaBot.Web.Feedback;

namespace QaBot.Web.Tests;

/// <summary>A real server on a loopback port, over two documents: one in a folder, one whose name has to be encoded.</summary>
internal sealed class WebScene : IAsyncDisposable
{
    public const string Question = "Where was Aldermann born?";
    public const string Life = "lives/tove-aldermann.txt";
    public const string Notes = "notes #1.md";

    private static readonly Lazy<PromptLibrary> Prompts = new(() => PromptLibrary.LoadAsync(Repository.PathOf("prompts")).GetAwaiter().GetResult());
    private readonly WebServer _server;

    private WebScene(WebServer server, TestLog log)
    {
        (_server, Log) = (server, log);
        Client = new HttpClient { BaseAddress = new Uri(server.Addresses.Single() + "/") };
    }

    public static Corpus Corpus { get; } = new(
    [
        Document.FromText(Life, InventedBiography.Text),
        Document.FromText(Notes, "# Notes\n\nA fiddle 🎻 hung in the hall.\n\n## The barn\n\nThe barn was painted red in 1950.\n"),
    ]);

    public static PassageIndex Index { get; } = PassageIndex.Build(Corpus, new ChunkingOptions());

    public static QuestionAnswerer Answerer { get; } = new(Corpus, Index);

    public HttpClient Client { get; }

    public TestLog Log { get; }

    public WebServer Server => _server;

    public int Port => Client.BaseAddress!.Port;

    /// <summary>An answerer that ranks by what a test does in between.</summary>
    public static QuestionAnswerer Ranking(PassageRanking ranking) => new(Corpus, Index, ranking: ranking);

    /// <summary>An answerer with a model that says what the test tells it to.</summary>
    public static QuestionAnswerer Model(params ScriptedReply[] replies) => new(
        Corpus, Index, orchestrator: new KernelOrchestrator(new AnswerGenerator(AnswerGenerator.KernelOver(new ScriptedChatClient(replies)), Prompts.Value, temperature: 0, log: null), options: null));

    public static async Task<WebScene> StartAsync(
        Action<WebOptions>? change = null, QuestionAnswerer? answerer = null, Func<WebSite, WebSite>? changeSite = null, KeepFeedback? keep = null)
    {
        var options = new WebOptions { Urls = "http://127.0.0.1:0", QuestionsPerMinute = 100_000, RequestsPerMinute = 100_000 };
        change?.Invoke(options);
        var log = new TestLog();
        var site = new WebSite(answerer ?? Answerer, Corpus, new AnswerAudit(Corpus, new ChunkingOptions())) { Log = log, KeepFeedback = keep };
        return new WebScene(await WebServer.StartAsync(changeSite?.Invoke(site) ?? site, options), log);
    }

    public Task<HttpResponseMessage> AskAsync(string question, string? conversation = null, CancellationToken cancellationToken = default) =>
        PostAsync("api/ask", new JsonObject { ["question"] = question, ["conversation"] = conversation }.ToJsonString(), cancellationToken: cancellationToken);

    public Task<HttpResponseMessage> PostAsync(string path, string json, string type = "application/json", CancellationToken cancellationToken = default) =>
        PostAsync(path, Encoding.UTF8.GetBytes(json), type, cancellationToken);

    public Task<HttpResponseMessage> PostAsync(string path, byte[] body, string type = "application/json", CancellationToken cancellationToken = default)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return Client.PostAsync(path, content, cancellationToken);
    }

    /// <summary>The events of a question: their types and data.</summary>
    public async Task<List<(string Type, JsonNode Data)>> EventsAsync(string question, string? conversation = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/ask")
        {
            Content = new StringContent(new JsonObject { ["question"] = question, ["conversation"] = conversation }.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        request.Headers.Accept.ParseAdd("text/event-stream");
        using var response = await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        return await (await response.Content.ReadAsStreamAsync()).EventsAsync().Select(item => (item.Type, JsonNode.Parse(item.Data)!)).ToListAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _server.StopAsync(TimeSpan.Zero);
        await _server.DisposeAsync();
    }
}
