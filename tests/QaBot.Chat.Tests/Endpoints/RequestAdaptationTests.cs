using System.ComponentModel;
using Microsoft.Extensions.AI;
using QaBot.Answering;
using QaBot.Chat.Endpoints;
using QaBot.Testing;
using QaBot.Testing.Endpoints;
using Xunit;

namespace QaBot.Chat.Tests.Endpoints;

/// <summary>Endpoints that refuse a part of a request are asked without it, by real HTTP.</summary>
public sealed class RequestAdaptationTests
{
    private const string Said = "One two three.";

    private const string Forbidden = """{"detail":[{"type":"extra_forbidden","loc":["body","$"],"msg":"Extra inputs are not permitted","input":600}]}""";
    private const string Unsupported = """{"error":{"message":"Unsupported parameter: '$' is not supported with this model.","type":"invalid_request_error","param":"$","code":"unsupported_parameter"}}""";
    private const string Unrecognized = """Unrecognized field "$" (class com.example.Request), not marked as ignorable (4 known properties: "model", "stream", "temperature", "messages")""";
    private const string Unexpected = """{"object":"error","message":"[{'type': 'extra_forbidden', 'loc': ('body', '$'), 'msg': 'Extra inputs are not permitted', 'input': {'include_usage': True}}]","code":400}""";

    /// <summary>A name of its own for each test: what an endpoint refuses is remembered by address and model.</summary>
    private readonly string _model = Guid.NewGuid().ToString("N");

    [Theory]
    [InlineData("max_completion_tokens", 422, Forbidden)]
    [InlineData("max_completion_tokens", 400, Unsupported)]
    [InlineData("max_completion_tokens", 400, Unrecognized)]
    [InlineData("max_completion_tokens", 422, """{"object":"error","message":{"detail":[{"type":"extra_forbidden","loc":["body","max_completion_tokens"],"msg":"Extra inputs are not permitted"}]}}""")]
    [InlineData("max_completion_tokens", 400, """{"error":"max_completion_tokens is unknown; did you mean max_tokens?"}""")]
    [InlineData("stream_options", 400, Unexpected)]
    [InlineData("stream_options", 422, Forbidden)]
    [InlineData("stream_options", 400, """{"error":{"message":"json: unknown field \"stream_options\""}}""")]
    [InlineData("stream_options", 500, """{"error":{"code":500,"message":"Unsupported param: stream_options","type":"server_error"}}""")]
    [InlineData("stream_options", 400, """{"message":"Additional properties are not allowed ('stream_options' was unexpected)"}""")]
    [InlineData("temperature", 400, """{"error":{"message":"Unsupported value: 'temperature' does not support 0 with this model. Only the default (1) value is supported.","type":"invalid_request_error","param":"temperature","code":"unsupported_value"}}""")]
    [InlineData("temperature", 422, """{"error":"Input validation error: `temperature` must be strictly positive","error_type":"validation"}""")]
    [InlineData("temperature", 400, Unexpected)]
    [InlineData("tools", 400, """{"error":{"message":"registry.example/library/small:2b does not support tools","type":"api_error","param":null,"code":null}}""")]
    [InlineData("tools", 500, """{"error":{"code":500,"message":"tools param requires --jinja flag","type":"server_error"}}""")]
    [InlineData("tools", 400, """{"object":"error","message":"\"auto\" tool choice requires --enable-auto-tool-choice and --tool-call-parser to be set","type":"BadRequestError","code":400}""")]
    [InlineData("stream", 400, """{"error":{"message":"Unsupported value: 'stream' does not support true with this model.","param":"stream"}}""")]
    [InlineData("stream", 400, """{"error":{"message":"Streaming is not enabled for this account."}}""")]
    [InlineData("stream", 501, """{"error":{"message":"This model does not support streaming"}}""")]
    [InlineData("system", 400, """{"error":{"message":"System role not supported"}}""")]
    [InlineData("system", 500, """{"error":{"code":500,"message":"Jinja Exception: System role not supported","type":"server_error"}}""")]
    [InlineData("system", 400, """{"error":{"message":"Unsupported value: 'messages[0].role' does not support 'system' with this model.","param":"messages[0].role","code":"unsupported_value"}}""")]
    [InlineData("system", 400, """{"object":"error","message":"Only user and assistant roles are supported!","code":400}""")]
    [InlineData("system", 422, """{"detail":[{"type":"literal_error","loc":["body","messages",0,"role"],"msg":"Input should be 'user' or 'assistant'"}]}""")]
    [InlineData("row", 400, """{"error":{"message":"Conversation roles must alternate user/assistant/user/assistant/..."}}""")]
    [InlineData("row", 500, """{"error":{"code":500,"message":"After the optional system message, conversation roles must alternate user/assistant/user/assistant/...","type":"server_error"}}""")]
    [InlineData("row", 422, """{"object":"error","message":"Unexpected role 'user' after role 'user'","type":"invalid_request_message_order"}""")]
    [InlineData("system,row", 400, """{"error":{"message":"Conversation roles must alternate user/assistant/user/assistant/..."}}""")]
    public async Task Stream_PartRefused_IsAskedWithoutItAndRemembered(string part, int status, string error)
    {
        await using var endpoint = Endpoint(new StrictRefusal(part, status, error.Replace("$", part, StringComparison.Ordinal)));

        Assert.Equal((Said, ChatFinishReason.Stop), await AskAsync(Options(endpoint)));
        var requests = endpoint.Requests.Count;
        Assert.Equal((Said, ChatFinishReason.Stop), await AskAsync(Options(endpoint)));

        Assert.InRange(requests, 2, 3);
        Assert.Equal(requests + 1, endpoint.Requests.Count);
    }

    [Fact]
    public async Task Stream_EverythingRefused_IsAskedOnceMoreForEachPart()
    {
        string[] fields = ["max_completion_tokens", "max_tokens", "stream_options", "temperature", "tools", "stream"];
        await using var endpoint = Endpoint(
            [.. fields.Select(field => new StrictRefusal(field, 422, Forbidden.Replace("$", field, StringComparison.Ordinal))),
            new StrictRefusal("system", 400, "System role not supported"), new StrictRefusal("row", 500, "roles must alternate")]);

        Assert.Equal((Said, ChatFinishReason.Stop), await AskAsync(Options(endpoint)));

        Assert.Equal(9, endpoint.Requests.Count);
        var last = endpoint.Requests[^1];
        Assert.Equal(["messages", "model"], last.Json.EnumerateObject().Select(field => field.Name).Order());
        Assert.Equal(["Rules.\n\nPassages.\n\nWhat?"], last.Messages);
    }

    [Fact]
    public async Task Stream_LimitRefusedByOneName_IsSentByTheOther()
    {
        await using var endpoint = Endpoint(new StrictRefusal("max_completion_tokens", 422, Forbidden.Replace("$", "max_completion_tokens", StringComparison.Ordinal)));

        await AskAsync(Options(endpoint));

        Assert.Equal(77, endpoint.Requests[1].Json.GetProperty("max_tokens").GetInt32());
        Assert.False(endpoint.Requests[1].Json.TryGetProperty("max_completion_tokens", out _));
    }

    [Theory]
    [InlineData(ChatRequestPart.StreamOptions, "stream_options")]
    [InlineData(ChatRequestPart.MaxCompletionTokens, "max_completion_tokens")]
    [InlineData(ChatRequestPart.Tools, "tools")]
    [InlineData(ChatRequestPart.Stream, "stream")]
    [InlineData(ChatRequestPart.SystemRole, "system")]
    [InlineData(ChatRequestPart.ConsecutiveMessages, "row")]
    public async Task Stream_PartLeftOutBySetting_IsNeverSent(ChatRequestPart part, string refused)
    {
        await using var endpoint = Endpoint(new StrictRefusal(refused, 400, "Bad request."));

        Assert.Equal(Said, (await AskAsync(Options(endpoint, part))).Text);

        Assert.Single(endpoint.Requests);
    }

    [Theory]
    [InlineData(400, """{"error":{"message":"Bad value sk-very-secret","param":"model"}}""", "names model.")]
    [InlineData(422, """{"detail":[{"loc":["body","messages"],"msg":"sk-very-secret"}]}""", "names messages.")]
    [InlineData(400, """{"error":{"message":"no","param":"sk-very-secret"}}""", "(400).")]
    [InlineData(400, "temperature sk-very-secret", "(400).")]
    public async Task Stream_PartCannotBeLeftOut_IsNamedWithoutTheErrorsWords(int status, string error, string words)
    {
        await using var endpoint = new ScriptedEndpoint(_ => EndpointReply.Json(error, status));

        var thrown = await Assert.ThrowsAsync<ChatFaultException>(() => AskAsync(Options(endpoint, ChatRequestPart.Temperature)));

        Assert.Equal(ChatFault.BadRequest, thrown.Fault);
        Assert.DoesNotContain("sk-very-secret", thrown.ToString(), StringComparison.Ordinal);
        Assert.EndsWith(words, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stream_RefusedAgainWithout_IsNotAskedForever()
    {
        await using var endpoint = new ScriptedEndpoint(_ => EndpointReply.Json("""{"error":{"message":"max_completion_tokens, max_tokens, stream_options, temperature, tools are wrong"}}""", 400));

        Assert.Equal(ChatFault.BadRequest, (await Assert.ThrowsAsync<ChatFaultException>(() => AskAsync(Options(endpoint)))).Fault);

        Assert.Equal(6, endpoint.Requests.Count);
    }

    [Fact]
    public async Task AskAsync_TemperatureRefused_IsWordedAndTheRemedyNamedOnce()
    {
        const string Error = """{"error":{"message":"Unsupported value: 'temperature' does not support 0 with this model.","param":"temperature"}}""";
        await using var endpoint = new ScriptedEndpoint(new StrictEndpoint("Aldermann was born in Bergen [1].", new StrictRefusal("temperature", 400, Error)).Answer);
        using var client = ChatEndpoint.CreateChatClient(Options(endpoint));
        var answerer = new QuestionAnswerer(InventedBiography.Corpus, InventedBiography.Index, options: null, time: null, new KernelOrchestrator(Chats.Generator(client)));

        var first = await answerer.AskAsync("Where was Aldermann born?");
        var second = await answerer.AskAsync("Where was Aldermann born?");

        Assert.Equal(("chat", "Aldermann was born in Bergen. [1]"), (first.Engine.Answerer, first.Text));
        Assert.Equal(ChatFault.BadRequest, first.Notice?.Fault);
        Assert.Contains("Chat:Temperature to -1", first.Notice!.Message, StringComparison.Ordinal);
        Assert.Null(second.Notice);
        Assert.Equal(3, endpoint.Requests.Count);
    }

    private static ScriptedEndpoint Endpoint(params StrictRefusal[] refusals) => new(new StrictEndpoint(Said, refusals).Answer);

    private ChatEndpointOptions Options(ScriptedEndpoint endpoint, params ChatRequestPart[] leftOut) =>
        new() { Endpoint = endpoint.Address, Model = _model, ApiKey = "sk-very-secret", Retries = 0, LeaveOut = [.. leftOut] };

    private static async Task<(string Text, ChatFinishReason? Finish)> AskAsync(ChatEndpointOptions options)
    {
        using var client = ChatEndpoint.CreateChatClient(options);
        ChatMessage[] messages = [new(ChatRole.System, "Rules."), new(ChatRole.User, "Passages."), new(ChatRole.User, "What?")];
        var asked = new ChatOptions { MaxOutputTokens = 77, Temperature = 0, Tools = [AIFunctionFactory.Create(Search)] };
        var (text, finish) = ("", (ChatFinishReason?)null);
        await foreach (var update in client.GetStreamingResponseAsync(messages, asked))
        {
            text += update.Text;
            finish = update.FinishReason ?? finish;
        }

        return (text, finish);
    }

    [Description("Searches.")]
    private static string Search(string query) => query;
}
