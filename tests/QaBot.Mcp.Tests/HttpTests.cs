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

    /// <summary>The endpoint alone on loopback.</summary>
    internal static async Task<WebApplication> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddCorpusServer(new CorpusServer(InventedBiography.Answerer, InventedBiography.Corpus));
        var host = builder.Build();
        host.MapCorpusServer();
        await host.StartAsync();
        return host;
    }
}
