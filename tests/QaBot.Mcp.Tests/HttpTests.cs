using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Client;
using QaBot.Testing;

namespace QaBot.Mcp.Tests;

/// <summary>The official client over streamable HTTP.</summary>
public sealed class HttpTests
{
    [Fact]
    public async Task Session_OverHttp_AnswersAndReads()
    {
        await using var host = await StartAsync();
        await using var client = await McpClient.CreateAsync(new HttpClientTransport(new HttpClientTransportOptions { Endpoint = new Uri(host.Urls.Single() + McpHttp.Path), TransportMode = HttpTransportMode.StreamableHttp }));

        var tools = await client.ListToolsAsync();
        var result = await tools.Single(tool => tool.Name == "ask").CallAsync(new Dictionary<string, object?> { ["question"] = "Where was Tove Aldermann born?" });

        Assert.Equal("Bergen", result.StructuredContent!.Value.GetProperty("short").GetString());
        Assert.Equal(InventedBiography.Text, ((ModelContextProtocol.Protocol.TextResourceContents)(await client.ReadResourceAsync("qabot://corpus/" + InventedBiography.Name)).Contents[0]).Text);
    }

    [Fact]
    public async Task Ask_HalfACharacter_IsAnErrorOfOneSentence()
    {
        await using var host = await StartAsync();
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, host.Urls.Single() + McpHttp.Path)
        {
            Content = new StringContent(
                """{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"ask","arguments":{"question":"Who\ud800?"}}}""", Encoding.UTF8, "application/json"),
        };
        request.Headers.Accept.ParseAdd("application/json");
        request.Headers.Accept.ParseAdd("text/event-stream");

        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();

        Assert.Contains("A text of the request has half a character: send whole ones.", text, StringComparison.Ordinal);
        Assert.Contains("-32602", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "The answer took too long: try again later.")]
    [InlineData(true, "The server is being stopped: ask again when it is back.")]
    public async Task Ask_BeyondItsTime_IsAnErrorOfOneSentence(bool isEnding, string sentence)
    {
        var answerer = new QuestionAnswerer(InventedBiography.Corpus, InventedBiography.Index, ranking: NeverAsync);
        await using var host = await StartAsync(new CorpusServer(answerer, InventedBiography.Corpus)
        {
            QuestionTimeout = isEnding ? Timeout.InfiniteTimeSpan : TimeSpan.FromMilliseconds(100),
            Ending = new CancellationToken(isEnding),
        });
        await using var client = await McpClient.CreateAsync(new HttpClientTransport(new HttpClientTransportOptions { Endpoint = new Uri(host.Urls.Single() + McpHttp.Path), TransportMode = HttpTransportMode.StreamableHttp }));

        var result = await client.CallToolAsync("ask", new Dictionary<string, object?> { ["question"] = "Where was Tove Aldermann born?" });

        Assert.True(result.IsError);
        Assert.Equal(sentence, ((ModelContextProtocol.Protocol.TextContentBlock)Assert.Single(result.Content)).Text);
    }

    private static async ValueTask<IReadOnlyList<int>> NeverAsync(string question, int count, CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        return [];
    }

    /// <summary>The endpoint alone on loopback.</summary>
    internal static async Task<WebApplication> StartAsync(CorpusServer? server = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddCorpusServer(server ?? new CorpusServer(InventedBiography.Answerer, InventedBiography.Corpus));
        var host = builder.Build();
        host.MapCorpusServer();
        await host.StartAsync();
        return host;
    }
}
