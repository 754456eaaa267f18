using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace QaBot.Cli.Tests;

/// <summary>A directory of its own with a small corpus in <c>seeds</c>, and the real program run in it.</summary>
internal sealed class Workspace : IDisposable
{
    public const string Document = "lindqvist.txt";

    /// <summary>Three paragraphs, each of them long enough for a passage of its own.</summary>
    public const string Text =
        "Nora Lindqvist (3 May 1921 – 9 June 1999) was a Norwegian cartographer 🗺️ of the far north. " +
        "Lindqvist was born in Bergen, the daughter of a baker. Her uncle, a retired sea captain, kept charts of every coast between " +
        "Stavanger and Vardø, and the girl copied them by lamplight through the long winters. " +
        "She later called those evenings the only school that she had needed.\n\n" +
        "In 1950 she drew the first modern map of Svalbard. The map was printed in Oslo in 1952. " +
        "Lindqvist received the Vega Medal in 1961 for her survey of the fjords. The survey took nine summers, four boats and, as she " +
        "remembered with some pride, not a single compass that could be trusted near the iron mountains of the eastern shore.\n\n" +
        "She married the engineer Olav Hagen in 1948. They lived in Tromsø until 1975. Hagen built harbours, and the couple spent most of " +
        "their holidays on the quays that he had designed, where she sketched the fishing boats and he counted the cracks in the concrete. " +
        "Their house is a small museum today, open from June to August.\n";

    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "qabot.dll");
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public Workspace()
    {
        Root = Directory.CreateTempSubdirectory("qabot-").FullName;
        Write("seeds/" + Document, Text);
    }

    public string Root { get; }

    /// <summary>The repository this was built from.</summary>
    public static string Repository => QaBot.Testing.Repository.Root;

    public string At(string path) => Path.Combine(Root, path);

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), text, Utf8);
    }

    public Task<Result> RunAsync(params string[] args) => RunAsync(input: null, args);

    public async Task<Result> RunAsync(string? input, string[] args, params (string Name, string Value)[] environment)
    {
        using var process = Start(args, environment);
        if (input is not null)
        {
            await process.StandardInput.WriteAsync(input);
        }

        process.StandardInput.Close();
        return await FinishAsync(process);
    }

    public Process Start(string[] args, params (string Name, string Value)[] environment) => Start("dotnet", [Program, .. args], environment);

    /// <summary>Runs a line of bash in which <c>qabot</c> is the program.</summary>
    public async Task<Result> ShellAsync(string line)
    {
        using var process = Start("bash", ["-c", $"qabot() {{ dotnet '{Program}' \"$@\"; }}; {line}"]);
        process.StandardInput.Close();
        return await FinishAsync(process);
    }

    /// <summary>Runs a line of bash on a terminal; lines end with <c>\n</c> in what it shows.</summary>
    /// <param name="columns">The terminal's width.</param>
    /// <param name="line">The line; <c>qabot</c> is the program in it.</param>
    /// <param name="keys">What is typed once the prompt is there.</param>
    public async Task<string> TerminalAsync(int columns, string line, string keys = "")
    {
        Write("terminal.sh", string.Create(CultureInfo.InvariantCulture, $"stty cols {columns} rows 24; export TERM=xterm; qabot() {{ dotnet '{Program}' \"$@\"; }}; {line}\n"));
        using var process = Start("script", ["-qec", "bash terminal.sh", "/dev/null"], ("SHELL", "/bin/sh"));
        var shown = new StringBuilder();
        var next = new char[1];
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (await process.StandardOutput.ReadAsync(next, patience.Token) > 0)
        {
            shown.Append(next[0]);
            if (keys.Length > 0 && shown is [.., '>', ' '])
            {
                await process.StandardInput.WriteAsync(keys);
                await process.StandardInput.FlushAsync(patience.Token);
                keys = "";
            }
        }

        // The terminal puts a carriage return before every line end, the line editor's own \r\n included.
        return shown.Replace("\r\r\n", "\n").Replace("\r\n", "\n").ToString();
    }

    public static async Task<Result> FinishAsync(Process process)
    {
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await process.WaitForExitAsync(patience.Token);
        return new Result(process.ExitCode, await output, await error);
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private Process Start(string file, IEnumerable<string> args, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(file, args)
        {
            WorkingDirectory = Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = Utf8,
            StandardOutputEncoding = Utf8,
            StandardErrorEncoding = Utf8,
        };
        start.Environment["XDG_DATA_HOME"] = At(".data");
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
