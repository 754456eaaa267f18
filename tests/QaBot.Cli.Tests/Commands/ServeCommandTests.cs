using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using QaBot.Testing.Endpoints;

namespace QaBot.Cli.Tests.Commands;

public sealed class ServeCommandTests : IDisposable
{
    private const string Question = "Where was Nora Lindqvist born?";
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [UnixFact]
    public async Task Serve_RealProcess_AnswersKeepsFeedbackAndLeavesOnTerm()
    {
        using var process = _workspace.Start(["serve", "--urls", "http://127.0.0.1:0"]);
        using var client = await ClientAsync(process);

        using var asked = await client.PostAsJsonAsync("api/ask", new { question = Question });
        var answer = JsonNode.Parse(await asked.Content.ReadAsStringAsync())!;
        using var kept = await client.PostAsJsonAsync(
            "api/feedback", new { question = Question, conversation = answer["conversation"]!.GetValue<string>(), value = "down", reason = "It is a port." });
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        var result = await Workspace.FinishAsync(process);

        Assert.Contains("born in Bergen", answer["answer"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.True(kept.IsSuccessStatusCode);
        Assert.Equal(0, result.ExitCode);
        Assert.Equal("", result.Out);
        var exported = await _workspace.RunAsync("feedback", "export");
        Assert.Equal(Question, JsonNode.Parse(Assert.Single(exported.Lines))!["question"]!.GetValue<string>());
    }

    [UnixFact]
    public async Task Serve_TermUnderASlowModel_TellsTheClientAndEndsByItself()
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var endpoint = new ScriptedEndpoint(_ =>
        {
            reached.TrySetResult();
            return EndpointReply.Unfinished("<think></think>", "Lindqvist ");
        });
        using var process = _workspace.Start(["serve", "--chat", "--urls", "http://127.0.0.1:0"], ("QABOT_Chat__Endpoint", endpoint.Address), ("QABOT_Chat__Model", "scripted"));
        using var client = await ClientAsync(process);
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/ask") { Content = JsonContent.Create(new { question = Question }) };
        request.Headers.Accept.ParseAdd("text/event-stream");
        var asking = client.SendAsync(request);
        await reached.Task.WaitAsync(TimeSpan.FromMinutes(2));

        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        using var response = await asking;
        var events = await response.Content.ReadAsStringAsync();

        Assert.Contains("event: problem", events, StringComparison.Ordinal);
        Assert.Contains("The server is being stopped", events, StringComparison.Ordinal);

        // 143 is what it ends with where it is ended.
        Assert.Equal(0, (await Workspace.FinishAsync(process)).ExitCode);
    }

    [UnixFact]
    public async Task Serve_PortThatIsTaken_EndsWithOneSentence()
    {
        using var process = _workspace.Start(["serve", "--urls", "http://127.0.0.1:0"]);
        using var client = await ClientAsync(process);

        var second = await _workspace.RunAsync("serve", "--urls", client.BaseAddress!.ToString());
        using var kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);

        second.AssertRefused(1, "taken", "--urls");
        Assert.Equal(0, (await Workspace.FinishAsync(process)).ExitCode);
    }

    [Theory]
    [InlineData("http://0.0.0.0:5080", "QABOT_Web__Token")]
    [InlineData("https://127.0.0.1:5080", "reverse proxy")]
    [InlineData("5080", "5080")]
    public async Task Serve_WrongAddress_SaysWhatToDo(string urls, string words)
    {
        await _workspace.RunAsync("index");

        (await _workspace.RunAsync("serve", "--urls", urls)).AssertRefused(2, words);
    }

    [Fact]
    public async Task Serve_ShortToken_IsRefusedWithoutShowingIt()
    {
        await _workspace.RunAsync("index");

        var result = await _workspace.RunAsync(null, ["serve"], ("QABOT_Web__Token", "hush-hush"));

        result.AssertRefused(2, "Web:Token");
        Assert.DoesNotContain("hush", result.Error, StringComparison.Ordinal);
    }

    /// <summary>A client of the address that the program says.</summary>
    private static async Task<HttpClient> ClientAsync(Process process)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (await process.StandardError.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith("Listening on ", StringComparison.Ordinal))
            {
                return new HttpClient { BaseAddress = new Uri(line.Split(' ')[2].TrimEnd('.') + "/") };
            }
        }

        throw new InvalidOperationException("The program ended.");
    }
}
