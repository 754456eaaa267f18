using System.Text.RegularExpressions;
using QaBot.Testing;

namespace QaBot.Cli.Tests.Cases;

/// <summary>The program against the servers beside the repository that answer in their own way.</summary>
public sealed class EndpointCaseTests
{
    private const string Answer = "Maren Solberg founded the Harbour Library in 1934. [1] It burned down in March 1951. [2]";

    [SharedTheory("cases")]
    [InlineData("ep-control-tokens", 10)]
    [InlineData("ep-empty-data-heartbeat", 4)]
    [InlineData("ep-finish-reason-empty", 5)]
    [InlineData("ep-metadata-types", 9)]
    [InlineData("ep-strict-request", 7)]
    [InlineData("ep-thinking-without-opening-tag", 4)]
    public async Task Ask_CaseOfAnEndpoint_IsWordedByTheModel(string kind, int servers)
    {
        var outputs = (await SharedCases.RunAsync(kind)).FindAll(output => output.Name.Length > 0);

        Assert.Equal(servers, outputs.Count);
        Assert.All(outputs, output => Assert.Matches($@"^chat {(output.Name == "no_temp" ? "bad-request" : "None")} .*\}} {Regex.Escape(Answer)}$", output.Text.TrimEnd()));
    }
}
