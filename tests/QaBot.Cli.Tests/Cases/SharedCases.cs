using QaBot.Testing;

namespace QaBot.Cli.Tests.Cases;

/// <summary>The folders of cases beside the repository: a script that runs the program over small texts, and what it printed for each.</summary>
internal static class SharedCases
{
    private static readonly Dictionary<string, Task<List<(string Name, string Text)>>> Outputs = [];

    /// <summary>What the program prints for one case; each script runs once.</summary>
    /// <param name="kind">The name of its folder.</param>
    /// <param name="number">The number behind "---", or "" for a script of one case.</param>
    public static async Task<string> OutputAsync(string kind, string number)
    {
        Task<List<(string Name, string Text)>> output;
        lock (Outputs)
        {
            output = Outputs.TryGetValue(kind, out var running) ? running : Outputs[kind] = RunAsync(kind);
        }

        return (await output).Single(printed => printed.Name == number).Text;
    }

    /// <summary>What the program prints for each case of a kind, in order, with the number or name behind "---"; first, with none, what stands before.</summary>
    /// <param name="kind">The name of its folder.</param>
    public static async Task<List<(string Name, string Text)>> RunAsync(string kind)
    {
        using var workspace = new Workspace();
        var result = await workspace.ShellAsync($"export -f qabot; QABOT=qabot bash '{Path.Combine(Repository.Shared, "cases", kind, "cmd.sh")}'");
        return [.. ("--- \n" + result.Out).Split("--- ", StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('\n', 2)).Select(part => (part[0], part[1]))];
    }
}
