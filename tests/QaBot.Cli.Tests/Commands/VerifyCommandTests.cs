using System.Text.Json;
using System.Text.Json.Nodes;

namespace QaBot.Cli.Tests.Commands;

public sealed class VerifyCommandTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Untouched_Holds()
    {
        await SaveAsync(answer => answer);

        var result = await _workspace.RunAsync("verify", "answers.jsonl");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("1 answer: all hold.\n", result.Out);
    }

    public static TheoryData<string, Action<JsonNode>> Tamperings => new()
    {
        { "quote", answer => answer["citations"]![0]!["quote"] = "Lindqvist was born in Oslo." },
        { "offset", answer => answer["citations"]![0]!["start"] = 0 },
        { "offsets that are no range", answer => answer["citations"]![0]!["end"] = -1 },
        { "hash", answer => answer["citations"]![0]!["documentHash"] = "sha256:0" },
        { "document", answer => answer["citations"]![0]!["document"] = "other.txt" },
        { "marker", answer => answer["answer"] = answer["answer"]!.GetValue<string>().Replace("[1]", "[2]", StringComparison.Ordinal) },
        { "sentence", answer => answer["answer"] = "Lindqvist was not born in Bergen, the daughter of a baker. [1]" },
        { "passage", answer => answer["citations"]![0]!["passage"] = "lindqvist.txt#3" },
        { "passage's zeros", answer => answer["citations"]![0]!["passage"] = "lindqvist.txt#01" },
        { "yes", answer => answer["short"] = "Yes" },
        { "reason", answer => answer["reason"] = "not-in-source" },
        { "abstention", answer => (answer["outcome"], answer["reason"]) = ("abstained", "not-in-source") },
        { "abstention in an answer", answer => answer["answer"] = "The source does not say. " + answer["answer"]!.GetValue<string>() },
        { "confidence", answer => answer["confidence"] = 1.5 },
        { "time", answer => answer["elapsedMs"] = -1 },
        { "outcome", answer => answer["outcome"] = "certain" },
        { "null", answer => answer["citations"] = null },
    };

    [Theory]
    [MemberData(nameof(Tamperings))]
    public async Task Tampered_HasAFault(string what, Action<JsonNode> tamper)
    {
        Assert.NotEmpty(what);
        await SaveAsync(answer =>
        {
            tamper(answer);
            return answer;
        });

        var result = await _workspace.RunAsync("verify", "--json", "answers.jsonl");

        Assert.Equal(1, result.ExitCode);
        var verified = JsonDocument.Parse(Assert.Single(result.Lines)).RootElement;
        Assert.Equal(["line", "question", "faults"], verified.EnumerateObject().Select(property => property.Name));
        Assert.NotEmpty(verified.GetProperty("faults").EnumerateArray());
    }

    [Fact]
    public async Task Malformed_IsSaidWithItsLine()
    {
        await SaveAsync(answer => answer);
        await File.AppendAllTextAsync(_workspace.At("answers.jsonl"), "\n{\"question\":\n");

        var result = await _workspace.RunAsync("verify", "answers.jsonl");

        Assert.Equal(2, result.ExitCode);
        Assert.Equal("answers.jsonl, line 2: not the JSON object of an answer.\n", result.Error);
    }

    [Fact]
    public async Task Unreadable_IsRefused()
    {
        _workspace.Write("empty.jsonl", "\n");

        (await _workspace.RunAsync("verify", "nowhere.jsonl")).AssertRefused(2, "nowhere.jsonl cannot be read");
        (await _workspace.RunAsync("verify", "seeds")).AssertRefused(2, "seeds cannot be read");
        (await _workspace.RunAsync("verify", "empty.jsonl")).AssertRefused(2, "has no answers in it");
    }

    [UnixFact]
    public async Task Piped_FromAskAndChatHolds()
    {
        var result = await _workspace.ShellAsync(
            "{ qabot ask --json Where was Nora Lindqvist born; printf 'Who did she marry?\\n\\a\\nWhere is Atlantis?\\n' | qabot chat --json; } | qabot verify -");

        Assert.Equal("4 answers: all hold.\n", result.Out);
    }

    private async Task SaveAsync(Func<JsonNode, JsonNode> change)
    {
        var answer = await _workspace.RunAsync("ask", "--json", "Where was Nora Lindqvist born?");
        _workspace.Write("answers.jsonl", change(JsonNode.Parse(answer.Out)!).ToJsonString());
    }
}
