using System.Text;
using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using QaBot.Answering;
using QaBot.Testing;

namespace QaBot.Mcp.Tests;

/// <summary>The official client of the C# SDK against the real process.</summary>
public sealed class StdioTests : IDisposable
{
    private const string Notes = "folder one/été #1.md";
    private const string Question = "Where was Tove Aldermann born?";
    private readonly McpProgram _program = new((InventedBiography.Name, InventedBiography.Text), (Notes, "# The goats of the farm\n\nThe goat Bruno ate the score of the second concerto 🐐 in 1951.\n"));

    public static TheoryData<string, string, string> WrongCalls => new()
    {
        { "ask", "{}", "ask needs “question”, a text." },
        { "ask", """{"question":null}""", "ask needs “question”, a text." },
        { "ask", """{"question":7}""", "“question” must be a text." },
        { "ask", """{"question":"Who?","context":"x"}""", "ask has no argument “context”: it takes question." },
        { "ask", """{"question":" "}""", "The question is empty: ask something." },
        { "ask", "{\"question\":\"a\\u0007b\"}", "The question has a control character (U+0007) at position 1: ask in plain text." },
        { "search", """{"query":"goats","limit":0}""", "“limit” must be a whole number from 1 to 50." },
        { "search", """{"query":"goats","limit":2.5}""", "“limit” must be a whole number from 1 to 50." },
        { "search", """{"query":"goats","limit":"5"}""", "“limit” must be a whole number from 1 to 50." },
        { "read_source", "{}", $"read_source needs “document”: there is {Notes}, {InventedBiography.Name}." },
        { "read_source", """{"document":"../etc/passwd"}""", $"There is no document “../etc/passwd”: there is {Notes}, {InventedBiography.Name}." },
        { "read_source", """{"passage":"x#1"}""", "There is no passage “x#1”: ask and search give the ids." },
        { "read_source", """{"passage":"tove-aldermann.txt#1","start":3}""", "Give “passage”, or “start” and “end”, not both." },
        { "read_source", """{"document":"tove-aldermann.txt","start":-1}""", "“start” must be a whole number from 0." },
        { "read_source", """{"document":"tove-aldermann.txt","start":9,"end":9}""", "“end” must be greater than “start”." },
        { "read_source", """{"document":"tove-aldermann.txt","start":99999999}""", $"“start” must be less than {InventedBiography.Text.Length}, where tove-aldermann.txt ends." },
    };

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task Initialize_Corpus_IsDescribedWithWhatTheServerCan()
    {
        await using var client = await _program.ConnectAsync();

        Assert.Equal((CorpusServer.Name, QuestionAnswerer.Version), (client.ServerInfo!.Name, client.ServerInfo.Version));
        Assert.Contains($"from 2 documents: {Notes} (The goats of the farm), {InventedBiography.Name}", client.ServerInstructions, StringComparison.Ordinal);
        var tools = await client.ListToolsAsync();
        Assert.Equal(["ask", "read_source", "search"], tools.Select(tool => tool.Name).Order(StringComparer.Ordinal));
        Assert.All(tools, tool =>
        {
            Assert.True(tool.ProtocolTool.Annotations is { ReadOnlyHint: true, DestructiveHint: false, OpenWorldHint: false }, tool.Name);
            Assert.NotNull(tool.ReturnJsonSchema);
            Assert.DoesNotContain('\n', tool.Description);
        });
    }

    [Fact]
    public async Task Ask_Answered_IsTheObjectOfTheCommandLineWithExactQuotes()
    {
        await using var client = await _program.ConnectAsync();

        var result = await CallAsync(client, "ask", new() { ["question"] = Question });

        var answer = AnswerJson.Parse(result.StructuredContent!.Value.GetRawText());
        var citation = Assert.Single(answer.Citations);
        Assert.Equal("Bergen", answer.ShortAnswer);
        Assert.Equal(InventedBiography.Text[citation.Start..citation.End], citation.Quote);
        Assert.Equal(
            $"Bergen\n\nAldermann was born in Bergen. [1]\n\n[1] {citation.Document}:{citation.Start}-{citation.End} · {citation.Passage} · “{citation.Quote}”", Text(result));

        using var process = _program.Start(["ask", "--json", Question]);
        var printed = AnswerJson.Parse((await McpProgram.FinishAsync(process)).Out);
        Assert.Equal(WithoutTime(printed.ToString()), WithoutTime(answer.ToString()));
    }

    [Fact]
    public async Task Ask_NotInTheSource_AbstainsAndIsNoError()
    {
        await using var client = await _program.ConnectAsync();

        var result = await CallAsync(client, "ask", new() { ["question"] = "What is the boiling point of mercury?" });

        Assert.Equal("abstained", result.StructuredContent!.Value.GetProperty("outcome").GetString());
        Assert.StartsWith("The source does not say.", Text(result), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(WrongCalls))]
    public async Task Tools_WrongArguments_AreErrorsOfOneSentence(string tool, string arguments, string sentence)
    {
        // In one process each would take a second; the same code runs over a pair of pipes.
        await using var session = new PipeSession();
        await using var client = await session.ConnectAsync([(InventedBiography.Name, InventedBiography.Text), (Notes, "# The goats of the farm\n\nThe goat Bruno ate the score.\n")]);

        var result = await client.CallToolAsync(new CallToolRequestParams { Name = tool, Arguments = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(arguments) });

        Assert.True(result.IsError);
        Assert.Equal(sentence, Text(result));
        Assert.Null(result.StructuredContent);
    }

    [Fact]
    public async Task Tools_Unknown_IsAFaultOfTheProtocolAndTheSessionGoesOn()
    {
        await using var client = await _program.ConnectAsync();

        var fault = await Assert.ThrowsAsync<McpProtocolException>(async () => await client.CallToolAsync("answer", new Dictionary<string, object?>()));

        Assert.Equal(McpErrorCode.InvalidParams, fault.ErrorCode);
        Assert.NotEmpty(await client.ListToolsAsync());
    }

    [Fact]
    public async Task Faults_OfAClient_AreNotLogged()
    {
        await using (var client = await _program.ConnectAsync())
        {
            await Assert.ThrowsAsync<McpProtocolException>(async () => await client.CallToolAsync("answer", new Dictionary<string, object?>()));
            await Assert.ThrowsAsync<McpProtocolException>(async () => await client.ReadResourceAsync("qabot://corpus/none.txt"));
            await Assert.ThrowsAsync<McpProtocolException>(async () => await client.GetPromptAsync("none"));
        }

        Assert.DoesNotContain(_program.Error, line => line.Contains(" Error ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Search_Words_GivesPassagesThatReadSourceShowsInPlace()
    {
        await using var client = await _program.ConnectAsync();

        var found = (await CallAsync(client, "search", new() { ["query"] = "goats on the farm", ["limit"] = 2 })).StructuredContent!.Value.GetProperty("passages").EnumerateArray().ToList();

        Assert.Equal(2, found.Count);
        var best = found.Find(passage => passage.GetProperty("document").GetString() == InventedBiography.Name);
        var (start, end) = (best.GetProperty("start").GetInt32(), best.GetProperty("end").GetInt32());
        Assert.Equal(InventedBiography.Text[start..end], best.GetProperty("text").GetString());
        var page = (await CallAsync(client, "read_source", new() { ["passage"] = best.GetProperty("passage").GetString() })).StructuredContent!.Value;
        Assert.Equal((start, end), (page.GetProperty("passage").GetProperty("start").GetInt32(), page.GetProperty("passage").GetProperty("end").GetInt32()));
        Assert.Equal(InventedBiography.Text[page.GetProperty("start").GetInt32()..page.GetProperty("end").GetInt32()], page.GetProperty("text").GetString());
        Assert.Contains(best.GetProperty("text").GetString()!, page.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Empty((await CallAsync(client, "search", new() { ["query"] = "zyxwv" })).StructuredContent!.Value.GetProperty("passages").EnumerateArray());
    }

    [Fact]
    public async Task Resources_Documents_AreListedAndReadWholeAndByRanges()
    {
        await using var client = await _program.ConnectAsync();

        var resources = await client.ListResourcesAsync();
        var notes = resources.Single(resource => resource.Name == Notes);
        Assert.Equal("qabot://corpus/folder%20one/%C3%A9t%C3%A9%20%231.md", notes.Uri);
        Assert.Equal(("text/markdown", "The goats of the farm"), (notes.MimeType, notes.Title));
        Assert.Contains("Bruno", Text(await client.ReadResourceAsync(notes.Uri)), StringComparison.Ordinal);
        Assert.Equal(InventedBiography.Text, Text(await client.ReadResourceAsync("qabot://corpus/" + InventedBiography.Name)));

        var template = Assert.Single(await client.ListResourceTemplatesAsync());
        var range = await client.ReadResourceAsync(template.UriTemplate, new Dictionary<string, object?> { ["document"] = InventedBiography.Name, ["start"] = 10, ["end"] = 30 });
        Assert.Equal(InventedBiography.Text[10..30], Text(range));
        foreach (var unknown in new[] { "qabot://corpus/none.txt", "file:///etc/passwd", "qabot://corpus/" + InventedBiography.Name + "?start=x", "qabot://corpus/..%2F..%2Fetc%2Fpasswd" })
        {
            await Assert.ThrowsAsync<McpProtocolException>(async () => await client.ReadResourceAsync(unknown));
        }
    }

    [Fact]
    public async Task Prompts_Argument_StandsInTheMessage()
    {
        await using var client = await _program.ConnectAsync();

        Assert.Equal(["answer", "check-claim"], (await client.ListPromptsAsync()).Select(prompt => prompt.Name));
        var prompt = await client.GetPromptAsync("check-claim", new Dictionary<string, object?> { ["claim"] = "She kept {0} goats." });
        var fault = await Assert.ThrowsAsync<McpProtocolException>(async () => await client.GetPromptAsync("answer"));

        Assert.Contains("She kept {0} goats.", ((TextContentBlock)Assert.Single(prompt.Messages).Content).Text, StringComparison.Ordinal);
        Assert.Contains("answer needs “question”, a text.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadSource_BigDocument_ComesInPagesThatMakeUpTheWhole()
    {
        var big = string.Concat(Enumerable.Range(0, 4_000).Select(i => FormattableString.Invariant($"Line {i} has a goat 🐐 and so many more words that the document is long.\n"))) + new string('x', 30_000);
        await using var session = new PipeSession();
        await using var client = await session.ConnectAsync([("big.txt", big)]);
        var (read, start) = (new StringBuilder(), (int?)0);
        while (start is { } from)
        {
            var page = (await CallAsync(client, "read_source", new() { ["start"] = from })).StructuredContent!.Value;
            var text = page.GetProperty("text").GetString()!;
            Assert.InRange(text.Length, 1, 20_000);
            read.Append(text);
            start = page.GetProperty("next").ValueKind == JsonValueKind.Null ? null : page.GetProperty("next").GetInt32();
        }

        Assert.Equal(big, read.ToString());
        Assert.InRange((await CallAsync(client, "read_source", new() { ["start"] = 5, ["end"] = 200_000 })).StructuredContent!.Value.GetProperty("text").GetString()!.Length, 8_000, 20_000);

        (read, var uri) = (new StringBuilder(), "qabot://corpus/big.txt");
        while (uri is not null)
        {
            var content = (TextResourceContents)Assert.Single((await client.ReadResourceAsync(uri)).Contents);
            Assert.InRange(content.Text.Length, 1, 50_000);
            read.Append(content.Text);
            uri = content.Meta?["next"]?.GetValue<string>();
        }

        Assert.Equal(big, read.ToString());
    }

    [Fact]
    public async Task ListResources_ManyDocuments_ComeInPages()
    {
        await using var session = new PipeSession();
        await using var client = await session.ConnectAsync([.. Enumerable.Range(0, 250).Select(i => (FormattableString.Invariant($"note-{i:000}.txt"), $"Note {i} is about goats."))]);

        var first = await client.ListResourcesAsync(new ListResourcesRequestParams());

        Assert.Equal(100, first.Resources.Count);
        Assert.Equal(250, (await client.ListResourcesAsync()).DistinctBy(resource => resource.Uri).Count());
        Assert.Contains("note-011.txt, and 238 more, which resources/list names.", client.ServerInstructions, StringComparison.Ordinal);
        await Assert.ThrowsAsync<McpProtocolException>(async () => await client.ListResourcesAsync(new ListResourcesRequestParams { Cursor = "251" }));
    }

    private static async Task<CallToolResult> CallAsync(McpClient client, string tool, Dictionary<string, object?> arguments)
    {
        var result = await client.CallToolAsync(tool, arguments);
        Assert.False(result.IsError == true, Text(result));
        return result;
    }

    private static string Text(CallToolResult result) => ((TextContentBlock)Assert.Single(result.Content)).Text;

    private static string Text(ReadResourceResult result) => ((TextResourceContents)Assert.Single(result.Contents)).Text;

    private static string WithoutTime(string json) => System.Text.RegularExpressions.Regex.Replace(json, "\"elapsedMs\":[^,}]+", "");
}
