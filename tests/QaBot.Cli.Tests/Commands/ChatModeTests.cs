using System.Text.Json;
using QaBot.Testing;
using QaBot.Testing.Endpoints;

namespace QaBot.Cli.Tests.Commands;

/// <summary>The program and a model's endpoint, both real processes and sockets.</summary>
public sealed class ChatModeTests : IDisposable
{
    private const string Key = "sk-very-secret";
    private const string Question = "Where was Nora Lindqvist born?";
    private const string Said = "Lindqvist was born in Bergen, the daughter of a baker [1].";
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Ask_Json_HasTheModelsWordingAndUsage()
    {
        await using var endpoint = new ScriptedEndpoint(EndpointReply.Stream(Said));

        var result = await RunAsync(endpoint, "ask", "--chat", "--json", Question);

        var answer = JsonDocument.Parse(Assert.Single(result.Lines)).RootElement;
        Assert.Equal("Lindqvist was born in Bergen, the daughter of a baker. [1]", answer.GetProperty("answer").GetString());
        Assert.Equal("chat", answer.GetProperty("engine").GetProperty("answerer").GetString());
        Assert.Equal((120, 64, 12), (Tokens(answer, "inputTokens"), Tokens(answer, "cachedInputTokens"), Tokens(answer, "outputTokens")));
        Assert.False(answer.TryGetProperty("notice", out _));
        Assert.Equal(0, (await _workspace.RunAsync(result.Out, ["verify", "-"])).ExitCode);
    }

    [Fact]
    public async Task Ask_WithoutChat_IsTheSameBytesWithASettledEndpointAsWithout()
    {
        await using var endpoint = new ScriptedEndpoint(EndpointReply.Stream(Said));
        await _workspace.RunAsync("index");

        Assert.Equal(await _workspace.RunAsync("ask", Question), await RunAsync(endpoint, "ask", Question));
        Assert.Empty(endpoint.Requests);
    }

    [Fact]
    public async Task Ask_Text_ShowsTheFirstSentenceBeforeTheStreamEnds()
    {
        var end = new TaskCompletionSource();

        // The first answer of a model is held back until a tag says that its thoughts are over.
        string[] pieces = ["<think></think>", Said, " The map was ", "printed in Oslo in 1952 [2]."];
        await using var endpoint = new ScriptedEndpoint(EndpointReply.Stream(pieces) with { Gate = (3, end.Task) });
        using var process = _workspace.Start(["ask", "--chat", Question], Environment(endpoint));
        process.StandardInput.Close();

        Assert.Equal("Lindqvist was born in Bergen, the daughter of a baker. [1]", await process.StandardOutput.ReadLineAsync());
        end.SetResult();
        var rest = await Workspace.FinishAsync(process);

        Assert.Equal("The map was printed in Oslo in 1952. [2]", rest.Lines[0]);
        Assert.Contains("[2] lindqvist.txt:", rest.Out, StringComparison.Ordinal);
        Assert.Equal(0, rest.ExitCode);
    }

    [Fact]
    public async Task Ask_ModelInvents_IsTheExtractiveAnswerAndOneLineSaysSo()
    {
        await using var endpoint = new ScriptedEndpoint(EndpointReply.Stream("Lindqvist was born in Oslo [1]."));

        var result = await RunAsync(endpoint, "ask", "--chat", Question);

        Assert.Contains("Bergen", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("Oslo [1]", result.Out, StringComparison.Ordinal);
        Assert.Contains("The source supports no sentence of the model's answer. This answer was made without it.\n", result.Error, StringComparison.Ordinal);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public async Task Chat_WrongKey_IsNamedOnceAndNeverShown()
    {
        await using var endpoint = new ScriptedEndpoint(EndpointReply.Error(401, $"Incorrect API key provided: {Key}"));

        var text = await TalkAsync(endpoint, $"{Question}\nWhere was the map printed?\n", "--chat");
        var json = await TalkAsync(endpoint, $"{Question}\n", "--chat", "--json");

        Assert.Single(text.Error.Split('\n'), line => line.Contains("Chat:ApiKey", StringComparison.Ordinal));
        Assert.Contains("Bergen", text.Out, StringComparison.Ordinal);
        Assert.Contains("\"notice\":{\"kind\":\"wrong-key\"", json.Out, StringComparison.Ordinal);
        Assert.Equal(2, endpoint.Requests.Count);
        Assert.DoesNotContain(Key, text.Out + text.Error + json.Out + json.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chat_FollowUp_IsReadByTheModel()
    {
        await using var endpoint = new ScriptedEndpoint(
            EndpointReply.Stream("In 1950 she drew the first modern map of Svalbard [1]."),
            EndpointReply.Stream("Where was the map of Svalbard printed?"),
            EndpointReply.Stream("The map was printed in Oslo in 1952 [1]."));

        var result = await TalkAsync(endpoint, "Which map of Svalbard did she draw?\nAnd where was it printed?\n", "--chat", "--json");

        Assert.Contains("\"readAs\":\"Where was the map of Svalbard printed?\"", result.Lines[1], StringComparison.Ordinal);
        Assert.Contains("\"calls\":2", result.Lines[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Chat:Endpoint", "", "m")]
    [InlineData("Chat:Model", "http://127.0.0.1:9/v1", "")]
    [InlineData("Chat:Endpoint", "somewhere", "m")]
    public async Task Ask_EndpointNotSet_StopsTheStartWithKeyAndRemedy(string key, string address, string model) =>
        (await _workspace.RunAsync(null, ["ask", "--chat", Question], ("QABOT_Chat__Endpoint", address), ("QABOT_Chat__Model", model), ("QABOT_Index__Directory", "built")))
            .AssertEndsWith(2, key, "docs/CHAT.md");

    [Theory]
    [InlineData("QABOT_Chat__ApiKey", "sk-very-secret\n", "Chat:ApiKey")]
    [InlineData("QABOT_Chat__Headers__X-Title", "naïve", "Chat:Headers:X-Title")]
    public async Task Ask_SettingThatCannotBeSent_StopsTheStartWithItsKeyAndNotItsValue(string variable, string value, string key)
    {
        await using var endpoint = new ScriptedEndpoint(EndpointReply.Stream(Said));

        var result = await _workspace.RunAsync(null, ["ask", "--chat", Question], [.. Environment(endpoint).Where(pair => pair.Item1 != variable), (variable, value), ("QABOT_Index__Directory", "built")]);

        result.AssertEndsWith(2, key, "ASCII");
        Assert.DoesNotContain(value.Trim(), result.Error, StringComparison.Ordinal);
        Assert.Empty(endpoint.Requests);
    }

    [Fact]
    public async Task Ask_ModeOfTheSettings_NeedsNoOption()
    {
        await using var endpoint = new ScriptedEndpoint(EndpointReply.Stream(Said));

        var result = await _workspace.RunAsync(null, ["ask", "--json", Question], [.. Environment(endpoint), ("QABOT_Answering__Mode", "Chat")]);

        Assert.Contains("\"answerer\":\"chat\"", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_PromptWithAnUnknownPlaceholder_StopsTheStartWithFileAndRemedy()
    {
        await using var endpoint = new ScriptedEndpoint(EndpointReply.Stream(Said));
        foreach (var file in Directory.GetFiles(Path.Combine(Workspace.Repository, "prompts"), "*.txt"))
        {
            _workspace.Write($"mine/{Path.GetFileName(file)}", File.ReadAllText(file).Replace("{{$history}}", "{{$past}}", StringComparison.Ordinal));
        }

        var result = await _workspace.RunAsync(null, ["ask", "--chat", Question], [.. Environment(endpoint), ("QABOT_Prompts__Directory", "mine")]);

        result.AssertEndsWith(2, "rewrite.txt", "{{$past}}", "{{$history}}");
        Assert.Empty(endpoint.Requests);
    }

    [Fact]
    public async Task Eval_ChatAndJudge_HasACostLineAndTheModelsFigures()
    {
        _workspace.Write("seeds/questions.jsonl", """
            {"id":"1","kind":"where","question":"Where was Nora Lindqvist born?","answers":["Bergen"],"evidence":["Lindqvist was born in Bergen, the daughter of a baker."],"answerable":true}
            {"id":"2","kind":"far","question":"Which zeppelins crossed Antarctica?","answers":[],"answerable":false}
            """);
        await using var endpoint = new ScriptedEndpoint(request => EndpointReply.Stream(
            request.Messages[^1].Contains("=== ACCEPTED ===", StringComparison.Ordinal) ? "<think>So it is.</think>CORRECT"
            : request.Messages[^1].Contains("Lindqvist", StringComparison.Ordinal) ? Said : "NOT IN THE SOURCES"));

        var result = await _workspace.RunAsync(
            null, ["eval", "--chat", "--judge", "--parallel", "2"], [.. Environment(endpoint), ("QABOT_Chat__InputPrice", "2"), ("QABOT_Chat__OutputPrice", "8")]);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("scripted-1: 360 tokens read, 36 written; cost 0.0010.\n", result.Error, StringComparison.Ordinal);
        var report = JsonDocument.Parse(await File.ReadAllTextAsync(_workspace.At("reports/report.json"))).RootElement;
        Assert.Equal((1, 2), (report.GetProperty("model").GetProperty("worded").GetInt32(), report.GetProperty("judge").GetProperty("correct").GetInt32()));
    }

    [Fact]
    public async Task Eval_Vectors_AreStoredBesideTheIndexAndShowWhatTheyBring()
    {
        _workspace.Write("seeds/questions.jsonl", """
            {"id":"1","kind":"where","question":"In which harbour town did the spouses reside?","answers":["Tromsø"],"evidence":["They lived in Tromsø until 1975."],"answerable":true}
            """);
        var vectors = new ScriptedVectors(new Dictionary<string, string> { ["spouses"] = "married", ["reside"] = "lived" });
        await using var endpoint = new ScriptedEndpoint(request => EndpointReply.Vectors(request.Json.GetProperty("input").EnumerateArray().Select(text => vectors.Of(text.GetString()!))));
        (string, string)[] environment = [("QABOT_Embeddings__Endpoint", endpoint.Address), ("QABOT_Embeddings__Model", "scripted-vectors")];

        var first = await _workspace.RunAsync(null, ["eval"], environment);
        var requests = endpoint.Requests.Count;
        await _workspace.RunAsync(null, ["ask", "Where did they live?"], environment);

        Assert.Equal(0, first.ExitCode);
        Assert.Contains(first.Lines, line => line.StartsWith("words and vectors", StringComparison.Ordinal));
        Assert.True(File.Exists(_workspace.At("index/vectors.qbv")));
        Assert.Equal(requests + 1, endpoint.Requests.Count);
    }

    [Fact]
    public async Task Ask_VectorsWithoutAnEndpoint_StopTheStart() =>
        (await _workspace.RunAsync(null, ["ask", Question], ("QABOT_Embeddings__Model", "m"))).AssertEndsWith(2, "Embeddings:Endpoint");

    [Theory]
    [InlineData("--judge", "--chat")]
    [InlineData("--parallel=0", "from 1 to 64")]
    public async Task Eval_OptionsThatDoNotFit_AreRefused(string option, string words)
    {
        _workspace.Write("seeds/questions.jsonl", """{"id":"2","kind":"far","question":"Which zeppelins?","answers":[],"answerable":false}""");

        (await _workspace.RunAsync("eval", option)).AssertEndsWith(2, words);
    }

    private Task<Result> RunAsync(ScriptedEndpoint endpoint, params string[] args) => _workspace.RunAsync(null, args, Environment(endpoint));

    private Task<Result> TalkAsync(ScriptedEndpoint endpoint, string input, params string[] args) => _workspace.RunAsync(input, ["chat", .. args], Environment(endpoint));

    private static (string, string)[] Environment(ScriptedEndpoint endpoint) =>
        [("QABOT_Chat__Endpoint", endpoint.Address), ("QABOT_Chat__Model", "scripted-1"), ("QABOT_Chat__ApiKey", Key), ("QABOT_Chat__Retries", "0")];

    private static int Tokens(JsonElement answer, string name) => answer.GetProperty("usage").GetProperty(name).GetInt32();
}
