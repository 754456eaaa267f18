using QaBot.Testing;

namespace QaBot.Cli.Tests.Cases;

/// <summary>The folders of cases beside the repository: a script that runs the program over small texts, and what it printed for each.</summary>
internal static class SharedCases
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "qabot.dll");
    private static readonly Dictionary<string, Task<Dictionary<string, string>>> Outputs = [];

    /// <summary>The folder of a kind of cases.</summary>
    public static string FolderOf(string kind) => Path.Combine(Repository.Shared, "cases", kind);

    /// <summary>What the program prints for one case; each script runs once.</summary>
    /// <param name="kind">The name of its folder.</param>
    /// <param name="number">The number behind "---", or "" for a script of one case.</param>
    public static async Task<string> OutputAsync(string kind, string number)
    {
        Task<Dictionary<string, string>> output;
        lock (Outputs)
        {
            output = Outputs.TryGetValue(kind, out var running) ? running : Outputs[kind] = RunAsync(kind);
        }

        return (await output)[number];
    }

    private static async Task<Dictionary<string, string>> RunAsync(string kind)
    {
        using var workspace = new Workspace();
        var result = await workspace.ShellAsync($"QABOT=\"dotnet {Program}\" bash '{FolderOf(kind)}/cmd.sh'");
        return ("--- \n" + result.Out).Split("--- ", StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('\n', 2)).ToDictionary(part => part[0], part => part[1]);
    }
}
