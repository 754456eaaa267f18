using QaBot.Testing;

namespace QaBot.Cli.Tests.Commands;

/// <summary>The program against the servers beside the repository that answer in their own way.</summary>
public sealed class EndpointCaseTests : IDisposable
{
    private const string Answer = "Maren Solberg founded the Harbour Library in 1934. [1] It burned down in March 1951. [2]";
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [SharedTheory("cases")]
    [InlineData("ep-control-tokens", 10)]
    [InlineData("ep-empty-data-heartbeat", 4)]
    [InlineData("ep-finish-reason-empty", 5)]
    [InlineData("ep-metadata-types", 9)]
    [InlineData("ep-strict-request", 7)]
    [InlineData("ep-thinking-without-opening-tag", 4)]
    public async Task Ask_CaseOfAnEndpoint_IsWordedByTheModel(string name, int servers)
    {
        var result = await _workspace.ShellAsync($"export -f qabot; QABOT=qabot bash '{Path.Combine(Repository.Shared, "cases", name, "cmd.sh")}'");

        var answers = result.Out.Split("--- ", StringSplitOptions.RemoveEmptyEntries).Select(asked => asked.TrimEnd().Split('\n', 2)).ToList();
        Assert.Equal(servers, answers.Count);
        Assert.All(answers, asked => Assert.Matches($@"^chat {(asked[0] == "no_temp" ? "bad-request" : "None")} .*\}} {System.Text.RegularExpressions.Regex.Escape(Answer)}$", asked[^1]));
    }
}
