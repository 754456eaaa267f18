using System.Text.Json;

namespace QaBot.Cli.Tests.Commands;

public sealed class ChatCommandTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Json_OneObjectAQuestionWhateverElseIsAsked()
    {
        const string Input = "Where was Nora Lindqvist born?\n\n/new\n/help\n/nonsense\nbad\u0007question\nWhen did Lindqvist receive the Vega Medal?";

        var result = await _workspace.RunAsync(Input, ["chat", "--json"]);

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(["answered", "refused", "abstained", "abstained", "refused", "answered"], result.Lines.Select(Outcome));
    }

    [Fact]
    public async Task Json_AnswersEachLineBeforeTheNextComes()
    {
        using var process = _workspace.Start(["chat", "--json"]);
        await process.StandardInput.WriteLineAsync("Where was Nora Lindqvist born?");
        await process.StandardInput.FlushAsync();

        var line = await process.StandardOutput.ReadLineAsync();

        Assert.Equal("answered", Outcome(line!));
        process.StandardInput.Close();
        Assert.Equal(0, (await Workspace.FinishAsync(process)).ExitCode);
    }

    [Fact]
    public async Task Conversation_FollowUpsLeanOnItUntilNew()
    {
        const string FollowUp = "When?";
        const string First = "Where did Lindqvist receive the Vega Medal?";

        var result = await _workspace.RunAsync($"{First}\n{FollowUp}\n/new\n{FollowUp}\n", ["chat", "--json"]);

        Assert.Equal([false, true, false], result.Lines.Select(line => Json(line).GetProperty("readAs").ValueKind == JsonValueKind.String));
    }

    [Fact]
    public async Task Text_PipedHasNoPromptAndShowsSources()
    {
        var result = await _workspace.RunAsync("/sources\nWhere was Nora Lindqvist born?\n/sources\n/source 1\n/quit\nnever read\n", ["chat"]);

        Assert.Equal(0, result.ExitCode);
        Assert.DoesNotContain("> ", result.Out.Replace(">>>", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains(">>>Lindqvist was born in Bergen, the daughter of a baker.<<<", result.Out, StringComparison.Ordinal);
        Assert.Contains("Nothing has been asked yet", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_NotInTheSource_PointsAtThePassagesAsTypedInAChat()
    {
        var result = await _workspace.RunAsync("Where was Nora Lindqvist born?\n/source \"lindqvist.txt#2\"\n", ["chat"], ("QABOT_Answering__MinConfidence", "1"));

        Assert.Contains("To read one: /source \"lindqvist.txt#", result.Out, StringComparison.Ordinal);
        Assert.Contains(">>>In 1950 she drew", result.Out, StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task ClosedStandardInput_IsItsEnd()
    {
        await _workspace.RunAsync("index");

        var result = await _workspace.ShellAsync("qabot chat <&-");

        Assert.Equal(new Result(0, "", ""), result);
    }

    [UnixFact]
    public async Task Json_BytesThatAreNoUtf8_AreRefusedAlone()
    {
        var result = await _workspace.ShellAsync("printf '\\377\\376Where\\nWhere was Nora Lindqvist born?\\n' | qabot chat --json");

        Assert.Equal(["refused", "answered"], result.Lines.Select(Outcome));
    }

    [UnixFact]
    public async Task Pipes_InPlaceOfFiles_AreNotWaitedFor()
    {
        var corpus = await _workspace.ShellAsync("mkfifo pipe; qabot ask --corpus pipe Where was Nora Lindqvist born");

        corpus.AssertRefused(2, "pipe has no text");
    }

    private static string Outcome(string line) => Json(line).GetProperty("outcome").GetString()!;

    private static JsonElement Json(string line) => JsonDocument.Parse(line).RootElement;
}
