using System.Diagnostics;
using System.Text.Json;
using ModelContextProtocol;
using QaBot.Testing;
using QaBot.Testing.Endpoints;

namespace QaBot.Mcp.Tests;

/// <summary>How sessions go on and end: progress, cancellation, what is on the standard streams, exit codes.</summary>
public sealed class SessionTests : IDisposable
{
    private const string Hello =
        """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}""";

    private const string Ask = """{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"ask","arguments":{"question":"Where was Aldermann born?"}}}""";
    private readonly McpProgram _program = new((InventedBiography.Name, InventedBiography.Text));

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task Ask_CancelledInMidCall_LeavesTheModelAndTheSessionGoesOn()
    {
        var left = new TaskCompletionSource();
        await using var endpoint = new ScriptedEndpoint(EndpointReply.Stream(["<think></think>", "Aldermann was born in Bergen [1]. ", "Her "]) with { Gate = (3, left.Task) });
        await using var client = await _program.ConnectAsync(null, Model(endpoint));
        using var taken = new CancellationTokenSource();
        var progress = new Reports();

        var call = client.CallToolAsync("ask", new Dictionary<string, object?> { ["question"] = "Where was Aldermann born?" }, progress, cancellationToken: taken.Token).AsTask();
        await progress.Second.Task;
        await taken.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(["Reading the passages.", "Aldermann was born in Bergen. [1]"], progress.Messages.Take(2));
        Assert.NotEqual(true, (await client.CallToolAsync("search", new Dictionary<string, object?> { ["query"] = "Bergen" })).IsError);
        left.SetResult();
    }

    [Fact]
    public async Task Output_AnyInput_IsProtocolAlone()
    {
        using var process = _program.Start(["mcp"]);
        var lines = new List<string>();
        foreach (var (line, answers) in new[] { (Hello, 1), ("""{"jsonrpc":"2.0","method":"notifications/initialized"}""", 0), ("no JSON", 0), ("", 0), ("""{"jsonrpc":"2.0","id":9,"method":"no/method"}""", 1), (Ask, 1) })
        {
            await process.StandardInput.WriteLineAsync(line);
            await process.StandardInput.FlushAsync();
            for (var i = 0; i < answers; i++)
            {
                lines.Add((await process.StandardOutput.ReadLineAsync())!);
            }
        }

        var (exitCode, rest, error) = await McpProgram.FinishAsync(process);

        Assert.Equal(0, exitCode);
        Assert.Equal("", rest);
        var answered = lines.ConvertAll(line => JsonDocument.Parse(line).RootElement);
        Assert.Equal([1, 9, 2], answered.Select(answer => answer.GetProperty("id").GetInt32()));
        Assert.Equal("2025-06-18", answered[0].GetProperty("result").GetProperty("protocolVersion").GetString());
        Assert.Equal(-32601, answered[1].GetProperty("error").GetProperty("code").GetInt32());
        Assert.Equal("Bergen", answered[2].GetProperty("result").GetProperty("structuredContent").GetProperty("short").GetString());
        Assert.DoesNotContain("Aldermann", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Input_ClosedInMidCall_EndsWith0()
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var endpoint = new ScriptedEndpoint(_ =>
        {
            asked.TrySetResult();
            return EndpointReply.Unfinished("Her ");
        });
        using var process = _program.Start(["mcp"], Model(endpoint));
        await process.StandardInput.WriteLineAsync(Hello);
        await process.StandardInput.FlushAsync();
        await process.StandardOutput.ReadLineAsync();
        await process.StandardInput.WriteLineAsync(Ask);
        await process.StandardInput.FlushAsync();
        await Task.WhenAny(asked.Task, process.WaitForExitAsync());
        Assert.True(asked.Task.IsCompleted);
        Assert.Equal(0, (await McpProgram.FinishAsync(process)).ExitCode);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Signal_OpenSession_EndsWith0(string signal)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var process = _program.Start(["mcp"]);
        await process.StandardInput.WriteLineAsync(Hello);
        await process.StandardInput.FlushAsync();
        await process.StandardOutput.ReadLineAsync();
        using (var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync();
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await process.WaitForExitAsync(patience.Token);
        Assert.Equal(0, process.ExitCode);
    }

    [Fact]
    public async Task Start_MissingCorpus_IsOneSentenceAndExitCode2()
    {
        using var process = _program.Start(["mcp", "--corpus", "nowhere"]);

        var (exitCode, output, error) = await McpProgram.FinishAsync(process);

        Assert.Equal((2, ""), (exitCode, output));
        Assert.Equal("There is no corpus at nowhere. Give a text file or a directory of them with --corpus.\n", error);
    }

    /// <summary>What a program has mapped says what it has loaded.</summary>
    [Theory]
    [InlineData("chat", false)]
    [InlineData("mcp", true)]
    public async Task Verbs_WithoutVariables_LoadNeitherTelemetryNorOthersProtocols(string verb, bool isMcp)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        using var process = _program.Start([verb, "--json"]);
        await process.StandardInput.WriteLineAsync(isMcp ? Hello : "Where was Aldermann born?");
        await process.StandardInput.FlushAsync();
        await process.StandardOutput.ReadLineAsync();
        var mapped = await File.ReadAllTextAsync($"/proc/{process.Id}/maps");
        await McpProgram.FinishAsync(process);

        Assert.Contains("QaBot.Core.dll", mapped, StringComparison.Ordinal);
        Assert.DoesNotContain("OpenTelemetry", mapped, StringComparison.Ordinal);
        Assert.Equal(isMcp, mapped.Contains("ModelContextProtocol", StringComparison.Ordinal));
        Assert.DoesNotContain("Microsoft.AspNetCore", mapped, StringComparison.Ordinal);
    }

    private static (string, string)[] Model(ScriptedEndpoint endpoint) => [("QABOT_Answering__Mode", "Chat"), ("QABOT_Chat__Endpoint", endpoint.Address), ("QABOT_Chat__Model", "scripted")];

    /// <summary>Takes reports as they come, unlike <see cref="Progress{T}"/>, which posts them.</summary>
    private sealed class Reports : IProgress<ProgressNotificationValue>
    {
        public List<string> Messages { get; } = [];

        public TaskCompletionSource Second { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Report(ProgressNotificationValue value)
        {
            lock (Messages)
            {
                Messages.Add(value.Message ?? "");
                if (Messages.Count == 2)
                {
                    Second.SetResult();
                }
            }
        }
    }
}
