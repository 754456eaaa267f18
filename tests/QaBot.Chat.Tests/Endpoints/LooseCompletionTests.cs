using System.Text.Json;
using Microsoft.Extensions.AI;
using QaBot.Answering;
using QaBot.Chat.Endpoints;
using QaBot.Testing;
using QaBot.Testing.Endpoints;
using Xunit;

namespace QaBot.Chat.Tests.Endpoints;

/// <summary>Answers in forms that are not quite OpenAI's, by real HTTP: what the answer does not need does not decide on it.</summary>
public sealed class LooseCompletionTests
{
    private const string Said = "One “two” three.";

    /// <summary>A chunk whose text stands for <c>$</c>, and what comes behind the chunks.</summary>
    private const string Chunk = """{"choices":[{"index":0,"delta":{"content":$},"finish_reason":null}]}""";

    private const string Stop = """{"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}""";

    private const string Usage = """{"choices":[],"usage":{"prompt_tokens":120,"completion_tokens":12,"total_tokens":132}}""";

    private static readonly ChatMessage[] Messages = [new(ChatRole.User, "What?")];

    [Theory]
    [InlineData("data: \n\ndata:\n\n", "")]
    [InlineData(": OPENROUTER PROCESSING\n\n:\n\nid: 7\nretry: 3000\n\n", ": keep-alive\n\n")]
    [InlineData("data: 2024-04-07 20:20:50.554328\n\n", "data: ping\n\n")]
    [InlineData("event: ping\ndata: {\"type\":\"ping\"}\n\n", "data: null\n\ndata: 1\n\n")]
    [InlineData("\uFEFF", "")]
    [InlineData("\n\n\n", "\r\n")]
    [InlineData("data: {\"choices\":[],\"prompt_filter_results\":[{\"prompt_index\":0}]}\n\n", "data: {\"choices\":null}\n\ndata: {}\n\ndata: []\n\n")]
    public async Task Stream_EventsWithoutACompletion_ArePassedOver(string before, string between)
    {
        var reply = EndpointReply.Raw([before, .. Events(Chunk).Select(text => text + between), $"data: {Stop}\n\n", between, $"data: {Usage}\n\n", "data: [DONE] \n\n"]);

        await AssertIsReadAsync(reply);
        await AssertIsReadAsync(reply.Cut(5));
    }

    [Theory]
    [InlineData("data: ", "\n\n")]
    [InlineData("data:", "\n\n")]
    [InlineData("data: ", "\n")]
    [InlineData("data: ", "\r\n\r\n")]
    [InlineData("data: ", "\r\r")]
    [InlineData("data: data: ", "\n\n")]
    [InlineData("event: completion\nid: 7\ndata: ", "\n\n")]
    [InlineData(" data: ", " \n\n")]
    [InlineData("", "\n")]
    public async Task Stream_OtherLines_AreRead(string before, string behind)
    {
        var lines = Texts().Select(text => Chunk.Replace("$", text, StringComparison.Ordinal)).Append(Stop).Append(Usage).Append("[DONE]");

        await AssertIsReadAsync(EndpointReply.Raw([.. lines.Select(line => before + line + behind)]).Cut(3, longest: 40));
    }

    [Theory]
    [InlineData("""{"choices":[{"delta":{"role":"","content":$}}]}""")]
    [InlineData("""{"choices":[{"delta":{"role":"model","content":$}}]}""")]
    [InlineData("""{"choices":[{"delta":{"role":null,"content":$}}]}""")]
    [InlineData("""{"choices":[{"delta":{"role":7,"content":$}}]}""")]
    [InlineData("""{"created":null,"choices":[{"delta":{"content":$}}]}""")]
    [InlineData("""{"created":1700000000.123,"choices":[{"delta":{"content":$}}]}""")]
    [InlineData("""{"created":"yesterday","choices":[{"delta":{"content":$}}]}""")]
    [InlineData("""{"created":99999999999999999999,"choices":[{"delta":{"content":$}}]}""")]
    [InlineData("""{"id":17,"model":null,"object":"","choices":[{"delta":{"content":$}}]}""")]
    [InlineData("""{"id":null,"model":["m"],"object":7,"system_fingerprint":{},"service_tier":"weird","choices":[{"delta":{"content":$}}]}""")]
    [InlineData("""{"choices":[{"index":null,"logprobs":NaN,"delta":{"content":$}}]}""")]
    [InlineData("""{"choices":[{"index":"0","logprobs":[],"delta":{"content":$,"refusal":null,"tool_calls":null,"function_call":null,"audio":null}}]}""")]
    [InlineData("""{"choices":[{"index":0,"delta":{"content":$,"tool_calls":[]}},{"index":1,"delta":{"content":" Wrong."}}]}""")]
    [InlineData("""{"choices":[{"index":9,"delta":{"content":$,},},],}""")]
    [InlineData("""{"choices":{"delta":{"content":$}}}""")]
    [InlineData("""{"choices":[{"message":{"content":$}}]}""")]
    [InlineData("""{"choices":[{"text":$}]}""")]
    [InlineData("""{"error":null,"choices":[{"delta":{"content":$}}]}""")]
    [InlineData("""{"error":{"code":0,"message":""},"choices":[{"delta":{"content":$}}]}""")]
    [InlineData("""{"data":{"choices":[{"delta":{"content":$}}]}}""")]
    public async Task Stream_OtherTypesAround_LeaveTheText(string chunk) => await AssertIsReadAsync(Reply(chunk, Stop, Usage));

    [Theory]
    [InlineData("""{"choices":[{"delta":{"content":[{"type":"text","text":$}]}}]}""", "")]
    [InlineData("""{"choices":[{"delta":{"content":[{"type":"reference","reference_ids":[1]},{"type":"text","text":$},{"type":"image_url","image_url":{"url":"x"}}]}}]}""", "")]
    [InlineData("""{"choices":[{"delta":{"content":{"type":"text","text":{"value":$}}}}]}""", "")]
    [InlineData("""{"choices":[{"delta":{"content":[$]}}]}""", "")]
    [InlineData("""{"choices":[{"delta":{"content":[{"type":"thinking","thinking":[{"type":"text","text":"Hm."}]},{"type":"output_text","text":$}]}}]}""", "Hm.")]
    [InlineData("""{"choices":[{"delta":{"content":[{"type":"thinking","thinking":"Hm."},$]}}]}""", "Hm.")]
    [InlineData("""{"choices":[{"delta":{"reasoning_content":"Hm.","content":$}}]}""", "Hm.")]
    [InlineData("""{"choices":[{"delta":{"reasoning":"Hm.","reasoning_details":[{"type":"reasoning.text","text":"Hm."}],"content":$}}]}""", "Hm.")]
    public async Task Stream_ContentInParts_IsTextAndThoughtApart(string chunk, string thought)
    {
        var updates = await AssertIsReadAsync(Reply(chunk, Stop, Usage));

        var thoughts = string.Concat(updates.SelectMany(update => update.Contents).OfType<TextReasoningContent>().Select(content => content.Text));
        Assert.Equal(string.Concat(Texts().Select(_ => thought)), thoughts);
    }

    [Theory]
    [InlineData("\"\"", "\"stop\"", "stop")]
    [InlineData("false", "\"stop\"", "stop")]
    [InlineData("\" \"", "\"done\"", "stop")]
    [InlineData("null", "\"COMPLETE\"", "stop")]
    [InlineData("0", "\"STOP\"", "stop")]
    [InlineData("{}", "\"load\"", "stop")]
    [InlineData("null", "\"tool_calls\"", "stop")]
    [InlineData("null", "\"\"", "stop")]
    [InlineData("null", "null", "stop")]
    [InlineData("null", "true", "stop")]
    [InlineData("null", "\"MAX_TOKENS\"", "length")]
    [InlineData("null", "\"SAFETY\"", "content_filter")]
    [InlineData("null", "\"error\"", null)]
    public async Task Stream_FinishReason_IsWhatItMeans(string each, string last, string? expected)
    {
        var chunk = """{"choices":[{"delta":{"content":$},"finish_reason":%}]}""".Replace("%", each, StringComparison.Ordinal);

        await AssertIsReadAsync(Reply(chunk, Stop.Replace("\"stop\"", last, StringComparison.Ordinal), Usage), expected);
    }

    [Theory]
    [InlineData("""{"prompt_tokens":120,"completion_tokens":12}""", 120, 12)]
    [InlineData("""{"prompt_tokens":120.0,"completion_tokens":"12","total_tokens":null}""", 120, 12)]
    [InlineData("""{"prompt_tokens":120,"total_tokens":120}""", 120, null)]
    [InlineData("""{"prompt_tokens":-1,"completion_tokens":12,"prompt_tokens_details":null}""", null, 12)]
    [InlineData("""{"prompt_tokens":0,"completion_tokens":0}""", null, null)]
    [InlineData("""{"prompt_tokens":1.5,"completion_tokens":null,"completion_tokens_details":7}""", null, null)]
    [InlineData("{}", null, null)]
    [InlineData("\"many\"", null, null)]
    public async Task Stream_Usage_IsKnownWhereItIsSaid(string usage, int? input, int? output)
    {
        var last = Usage.Replace("""{"prompt_tokens":120,"completion_tokens":12,"total_tokens":132}""", usage, StringComparison.Ordinal);

        var counts = (await AssertIsReadAsync(Reply(Chunk, Stop, last))).SelectMany(update => update.Contents).OfType<UsageContent>().SingleOrDefault()?.Details;

        Assert.Equal((input, output), ((int?)counts?.InputTokenCount, (int?)counts?.OutputTokenCount));
    }

    [Theory]
    [InlineData("""{"choices":[{"delta":{"content":$}}],"usage":{"prompt_tokens":120,"completion_tokens":%}}""")]
    [InlineData("""{"choices":[{"delta":{"content":$},"usage":{"prompt_tokens":120,"completion_tokens":%}}]}""")]
    [InlineData("""{"choices":[{"delta":{"content":$}}],"x_groq":{"usage":{"prompt_tokens":120,"completion_tokens":%}}}""")]
    public async Task Stream_UsageInEveryChunk_CountsOnce(string chunk)
    {
        var events = Texts().Select((text, i) => $"data: {chunk.Replace("$", text, StringComparison.Ordinal).Replace("%", $"{10 + i}", StringComparison.Ordinal)}\n\n");

        var updates = await AssertIsReadAsync(EndpointReply.Raw([.. events, $"data: {Stop}\n\n", "data: {\"choices\":[],\"usage\":null}\n\n", "data: [DONE]\n\n"]));

        var counts = updates.SelectMany(update => update.Contents).OfType<UsageContent>().Single().Details;
        Assert.Equal((120, 12), (counts.InputTokenCount, counts.OutputTokenCount));
    }

    [Theory]
    [InlineData("{\"error\":{\"message\":\"quota\"}}", ChatFault.ServerError)]
    [InlineData("{\"error\":{\"message\":\"slow down\",\"code\":\"rate_limit_exceeded\"}}", ChatFault.Throttled)]
    [InlineData("{\"error\":{\"message\":\"slow down\",\"code\":429}}", ChatFault.Throttled)]
    [InlineData("{\"error\":\"Invalid key\",\"status\":401}", ChatFault.WrongKey)]
    [InlineData("{\"error\":{\"code\":\"model_not_found\"}}", ChatFault.UnknownModel)]
    [InlineData("{\"object\":\"error\",\"message\":\"no\",\"code\":400}", ChatFault.BadRequest)]
    [InlineData("{\"detail\":\"Not authenticated\",\"code\":\"401\"}", ChatFault.WrongKey)]
    [InlineData("data: {\"error\":{\"message\":\"Compute error.\",\"code\":502}}\n\ndata: [DONE]\n\n", ChatFault.ServerError)]
    [InlineData("event: error\ndata: {\"message\":\"boom\"}\n\n", ChatFault.ServerError)]
    [InlineData("event: error\ndata: boom\n\n", ChatFault.ServerError)]
    [InlineData("<!DOCTYPE html>\n<html><body>Blocked</body></html>", ChatFault.Malformed)]
    [InlineData("\n\n<html>\n", ChatFault.Malformed)]
    [InlineData("Bad gateway", ChatFault.Malformed)]
    [InlineData("", ChatFault.Malformed)]
    [InlineData("data: [DONE]\n\n", ChatFault.Malformed)]
    [InlineData("{\"choices\":[{\"message\":{\"content\":\"One", ChatFault.Malformed)]
    public async Task Stream_NoAnswerWithStatus200_IsNamed(string body, ChatFault fault)
    {
        await using var endpoint = new ScriptedEndpoint(EndpointReply.Raw(body));

        Assert.Equal(fault, (await Assert.ThrowsAsync<ChatFaultException>(() => ReadAsync(endpoint))).Fault);
    }

    [Theory]
    [InlineData("""{"error":{"message":"Worker limit reached","code":502}}""")]
    [InlineData("""{"choices":[{"delta":{"content":""},"finish_reason":"error"}],"error":{"message":"x","code":502}}""")]
    [InlineData("""{"object":"error","message":"out of memory"}""")]
    public async Task Stream_ErrorInTheMiddle_IsACut(string error)
    {
        await using var endpoint = new ScriptedEndpoint(EndpointReply.Raw([.. Events(Chunk), $"data: {error}\n\n", "data: [DONE]\n\n"]));

        Assert.Equal(ChatFault.Cut, (await Assert.ThrowsAsync<ChatFaultException>(() => ReadAsync(endpoint))).Fault);
    }

    [Theory]
    [InlineData("""{"choices":[{"message":{"role":"assistant","content":$},"finish_reason":"stop"}],"usage":{"prompt_tokens":120,"completion_tokens":12}}""")]
    [InlineData("""[{"id":7,"choices":[{"message":{"content":[{"type":"text","text":$}]}}]}]""")]
    [InlineData("{\n  \"choices\": [\n    {\n      \"message\": {\n        \"content\": $\n      }\n    }\n  ]\n}\n")]
    [InlineData("""{"result":{"choices":[{"text":$,"finish_reason":""}]},"success":true}""")]
    public async Task Responses_OneObject_IsReadStreamedOrNot(string json)
    {
        var reply = EndpointReply.Json(json.Replace("$", JsonSerializer.Serialize(Said), StringComparison.Ordinal));

        await AssertIsReadAsync(reply);
        Assert.Equal(Said, (await ResponseAsync(reply)).Text);
    }

    [Fact]
    public async Task GetResponseAsync_EventsInPlaceOfAnObject_AreRead()
    {
        var response = await ResponseAsync(Reply(Chunk, Stop, """{"choices":[],"usage":{"prompt_tokens":120}}"""));

        Assert.Equal((Said, ChatFinishReason.Stop), (response.Text, response.FinishReason));
        Assert.Equal((120, null), (response.Usage?.InputTokenCount, response.Usage?.OutputTokenCount));
    }

    [Theory]
    [InlineData(EndpointEnding.Complete)]
    [InlineData(EndpointEnding.Reset)]
    [InlineData(EndpointEnding.Cut)]
    public async Task Stream_NoEndMarkBehindTheFinish_IsWhole(EndpointEnding ending)
    {
        // What a connection that is reset has sent may be lost with it: the client has read all of it first.
        var read = new TaskCompletionSource();
        await using var endpoint = new ScriptedEndpoint(EndpointReply.Raw([.. Events(Chunk), $"data: {Stop}\n\n"]) with { Gate = (Texts().Count() + 1, read.Task), Ending = ending });
        using var client = Client(endpoint);
        var text = "";
        await foreach (var update in client.GetStreamingResponseAsync(Messages))
        {
            text += update.Text;
            if (text == Said)
            {
                read.TrySetResult();
            }
        }

        Assert.Equal(Said, text);
    }

    [Theory]
    [InlineData("data: {\"broken\": \n\n")]
    [InlineData("data: {\"error\":{\"message\":\"late\"}}\n\n")]
    public async Task Stream_AnythingBehindTheFinish_IsPassedOver(string behind) =>
        await AssertIsReadAsync(EndpointReply.Raw([.. Events(Chunk), $"data: {Stop}\n\n", behind, "data: [DONE]\n\n"]));

    [Theory]
    [InlineData(Usage, false)]
    [InlineData("[DONE]", false)]
    [InlineData("""{"choices":[{"delta":{}}]}""", true)]
    public async Task Stream_HangBehindTheFinish_IsNotWaitedForLong(string last, bool isWaitedFor)
    {
        var time = new ManualTime();
        await using var endpoint = new ScriptedEndpoint(EndpointReply.Raw([.. Events(Chunk), $"data: {Stop}\n\n", $"data: {last}\n\n"]) with { Ending = EndpointEnding.Hang });
        var reading = ReadAsync(endpoint, time);
        if (isWaitedFor)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            while (!time.Waits.Any(wait => wait <= TimeSpan.FromSeconds(2)))
            {
                patience.Token.ThrowIfCancellationRequested();
                await Task.Yield();
            }

            time.Advance(TimeSpan.FromSeconds(2.1));
        }

        Assert.Equal(Said, string.Concat((await reading.WaitAsync(TimeSpan.FromMinutes(1))).Select(update => update.Text)));
    }

    [Theory]
    [InlineData("""{"id":"a","type":"function","function":{"name":"find","arguments":"{\"q\":"}}""", """{"function":{"arguments":"\"x\"}"}}""")]
    [InlineData("""{"index":0,"id":"","function":{"name":"find","arguments":{"q":"x"}}}""", """{"index":0}""")]
    [InlineData("""{"index":0,"id":"a","function":{"name":"find","arguments":"{\"q\":\"x"}}""", """{"index":0,"id":"a","function":{"name":"find","arguments":"\"}"}}""")]
    public async Task Stream_CallsInOtherForms_ArePutTogether(string first, string second)
    {
        var chunk = """{"choices":[{"delta":{"tool_calls":[$]},"finish_reason":""}]}""";
        await using var endpoint = new ScriptedEndpoint(EndpointReply.Raw(
            $"data: {chunk.Replace("$", first, StringComparison.Ordinal)}\n\n", $"data: {chunk.Replace("$", second, StringComparison.Ordinal)}\n\n", $"data: {Stop}\n\n", "data: [DONE]\n\n"));

        var call = (await ReadAsync(endpoint)).SelectMany(update => update.Contents).OfType<FunctionCallContent>().Single();

        Assert.Equal(("find", "x"), (call.Name, call.Arguments?["q"]?.ToString()));
    }

    [Fact]
    public async Task Stream_TwoCallsWithOneIndex_AreTwo()
    {
        const string Calls = """{"choices":[{"delta":{"tool_calls":[{"index":0,"id":"a","function":{"name":"find","arguments":"{}"}},{"index":0,"id":"b","function":{"name":"read","arguments":"{}"}}]}}]}""";
        await using var endpoint = new ScriptedEndpoint(EndpointReply.Raw($"data: {Calls}\n\n", "data: [DONE]\n\n"));

        Assert.Equal(["find", "read"], (await ReadAsync(endpoint)).SelectMany(update => update.Contents).OfType<FunctionCallContent>().Select(call => call.Name));
    }

    private static IEnumerable<string> Texts() => EndpointReply.Words(Said).Select(text => JsonSerializer.Serialize(text));

    private static IEnumerable<string> Events(string chunk) => Texts().Select(text => $"data: {chunk.Replace("$", text, StringComparison.Ordinal)}\n\n");

    private static EndpointReply Reply(string chunk, params string[] last) => EndpointReply.Raw([.. Events(chunk), .. last.Select(json => $"data: {json}\n\n"), "data: [DONE]\n\n"]);

    private static IChatClient Client(ScriptedEndpoint endpoint, TimeProvider? time = null) =>
        ChatEndpoint.CreateChatClient(new ChatEndpointOptions { Endpoint = endpoint.Address, Model = "scripted-1", Retries = 0 }, time);

    private static async Task<List<ChatResponseUpdate>> AssertIsReadAsync(EndpointReply reply, string? finish = "stop")
    {
        await using var endpoint = new ScriptedEndpoint(reply);
        var updates = await ReadAsync(endpoint);
        Assert.Equal(Said, string.Concat(updates.Select(update => update.Text)));
        Assert.Equal(finish, updates.LastOrDefault(update => update.FinishReason is not null)?.FinishReason?.Value);
        return updates;
    }

    private static async Task<ChatResponse> ResponseAsync(EndpointReply reply)
    {
        await using var endpoint = new ScriptedEndpoint(reply);
        using var client = Client(endpoint);
        return await client.GetResponseAsync(Messages);
    }

    private static async Task<List<ChatResponseUpdate>> ReadAsync(ScriptedEndpoint endpoint, TimeProvider? time = null)
    {
        using var client = Client(endpoint, time);
        var updates = new List<ChatResponseUpdate>();
        await foreach (var update in client.GetStreamingResponseAsync(Messages))
        {
            updates.Add(update);
        }

        return updates;
    }
}
