using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using ModelContextProtocol.Client;
using QaBot.Testing;

namespace QaBot.Mcp.Tests;

/// <summary>A folder with a corpus, and the real program over it.</summary>
internal sealed class McpProgram : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private readonly TempDirectory _directory = new();

    public McpProgram(params (string Name, string Text)[] documents)
    {
        foreach (var (name, text) in documents)
        {
            var path = Path.Combine(_directory.Path, "seeds", name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text, Utf8);
        }
    }

    /// <summary>The program's file.</summary>
    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "qabot.dll");

    /// <summary>The folder it runs in.</summary>
    public string Root => _directory.Path;

    /// <summary>What it has said on standard error.</summary>
    public ConcurrentQueue<string> Error { get; } = [];

    /// <summary>The official client, connected.</summary>
    public Task<McpClient> ConnectAsync(McpClientOptions? options = null, params (string Name, string Value)[] environment) => McpClient.CreateAsync(
        new StdioClientTransport(new StdioClientTransportOptions
        {
            Command = "dotnet",
            Arguments = [Program, "mcp"],
            WorkingDirectory = _directory.Path,
            EnvironmentVariables = environment.ToDictionary(pair => pair.Name, string? (pair) => pair.Value),
            StandardErrorLines = Error.Enqueue,
            ShutdownTimeout = TimeSpan.FromMinutes(1),
        }),
        options ?? new McpClientOptions { InitializationTimeout = TimeSpan.FromMinutes(2), DiscoverProbeTimeout = TimeSpan.FromMinutes(2) });

    /// <summary>The bare process.</summary>
    public Process Start(string[] args, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. args])
        {
            WorkingDirectory = _directory.Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = Utf8,
            StandardOutputEncoding = Utf8,
            StandardErrorEncoding = Utf8,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>What a process leaves behind once its input is closed.</summary>
    public static async Task<(int ExitCode, string Out, string Error)> FinishAsync(Process process)
    {
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, await output, await error);
    }

    public void Dispose() => _directory.Dispose();
}
