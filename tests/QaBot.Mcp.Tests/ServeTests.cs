using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using QaBot.Testing;

namespace QaBot.Mcp.Tests;

/// <summary><c>/mcp</c> and <c>/metrics</c> of the real <c>qabot serve</c>: behind its token and its checks.</summary>
public sealed class ServeTests : IDisposable
{
    private const string Token = "0123456789abcdef0123456789abcdef";
    private readonly McpProgram _program = new((InventedBiography.Name, InventedBiography.Text));

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task Serve_RealProcess_AnswersAssistantsAndTellsPrometheus()
    {
        using var process = _program.Start(["serve", "--urls", "http://127.0.0.1:0"], ("QABOT_Web__Token", Token));
        try
        {
            var address = await AddressAsync(process);
            using var http = new HttpClient();
            Assert.Equal(HttpStatusCode.Unauthorized, (await http.PostAsync(address + "/mcp", Ping())).StatusCode);
            Assert.Equal(HttpStatusCode.Unauthorized, (await http.GetAsync(address + "/metrics")).StatusCode);
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);

            await using (var client = await McpClient.CreateAsync(new HttpClientTransport(
                new HttpClientTransportOptions { Endpoint = new Uri(address + "/mcp"), AdditionalHeaders = new Dictionary<string, string> { ["Authorization"] = "Bearer " + Token } })))
            {
                var result = await client.CallToolAsync("ask", new Dictionary<string, object?> { ["question"] = "Where was Tove Aldermann born?" });
                Assert.Equal("Bergen", result.StructuredContent!.Value.GetProperty("short").GetString());
                await Assert.ThrowsAsync<McpProtocolException>(async () => await client.ReadResourceAsync("qabot://corpus/none.txt"));
            }

            using var foreign = new HttpRequestMessage(HttpMethod.Post, address + "/mcp") { Content = Ping() };
            foreign.Headers.Add("Origin", "http://elsewhere.invalid");
            Assert.Equal(HttpStatusCode.Forbidden, (await http.SendAsync(foreign)).StatusCode);

            var metrics = (await http.GetStringAsync(address + "/metrics")).Split('\n');
            Assert.Contains(metrics, line => line.StartsWith("qabot_questions_total{", StringComparison.Ordinal) && line.Contains("qabot_outcome=\"answered\"", StringComparison.Ordinal));
            Assert.Contains("# TYPE qabot_question_duration_seconds histogram", metrics);
            Assert.Contains(metrics, line => line.StartsWith("http_server_request_duration_seconds_count{", StringComparison.Ordinal));
            Assert.DoesNotContain(metrics, line => line.Contains("Aldermann", StringComparison.Ordinal));
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        // Neither what went well nor what a client did wrong is logged.
        Assert.Equal("", await process.StandardError.ReadToEndAsync());
    }

    private static StringContent Ping() => new("""{"jsonrpc":"2.0","id":1,"method":"ping"}""", Encoding.UTF8, "application/json");

    /// <summary>What the program says that it listens on.</summary>
    private static async Task<string> AddressAsync(Process process)
    {
        for (var line = await process.StandardError.ReadLineAsync(); line is not null; line = await process.StandardError.ReadLineAsync())
        {
            if (line.StartsWith("Listening on ", StringComparison.Ordinal))
            {
                return line.Split(' ')[2].TrimEnd('.');
            }
        }

        throw new InvalidOperationException("The server has ended.");
    }
}
