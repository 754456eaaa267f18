using System.Diagnostics;
using Microsoft.Extensions.AI;
using QaBot.Chat.Endpoints;
using QaBot.Testing;
using QaBot.Testing.Endpoints;
using Xunit;

namespace QaBot.Chat.Tests.Endpoints;

/// <summary>The whole client, as the program makes it, over real HTTP.</summary>
public sealed class ChatEndpointTests : ChatClientConformance, IAsyncLifetime
{
    private readonly List<ScriptedEndpoint> _endpoints = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var endpoint in _endpoints)
        {
            await endpoint.DisposeAsync();
        }
    }

    protected override IChatClient Create(IReadOnlyList<string> pieces, string finish)
    {
        var seed = 0;
        return Client(Start(request => request.Json.TryGetProperty("stream", out var stream) && stream.GetBoolean()
            ? EndpointReply.Stream(pieces, finish).Cut(Interlocked.Increment(ref seed))
            : EndpointReply.Completion(string.Concat(pieces), finish)));
    }

    protected override IChatClient CreateHanging(string piece) => Client(Start(_ => EndpointReply.Unfinished(piece)));

    [Fact]
    public async Task GetStreamingResponseAsync_BytesCutAnywhere_IsTheSameText()
    {
        const string Text = "Kieślowski’s “Bleu” 🎬: ¡naïve façade — 1993!";
        for (var seed = 0; seed < 40; seed++)
        {
            await using var endpoint = new ScriptedEndpoint(EndpointReply.Stream(Text).Cut(seed, longest: 1 + (seed % 5)));
            using var client = Client(endpoint);

            Assert.Equal(Text, await TextAsync(client));
        }
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    public async Task GetStreamingResponseAsync_CommentsAndOtherLineEnds_AreRead(string newline)
    {
        var stream = EndpointReply.Stream("One two.");
        var text = ": keep-alive\n\nevent: message\n" + string.Concat(stream.Pieces.Select(System.Text.Encoding.UTF8.GetString));
        using var client = Client(Start(_ => EndpointReply.Raw(text.Replace("\n", newline, StringComparison.Ordinal)).Cut(3)));

        Assert.Equal("One two.", await TextAsync(client));
    }

    [Fact]
    public async Task GetStreamingResponseAsync_Request_HasModelKeyOrganisationHeadersAndLimits()
    {
        var endpoint = Start(_ => EndpointReply.Stream("a"));
        using var client = ChatEndpoint.CreateChatClient(new ChatEndpointOptions
        {
            Endpoint = endpoint.Address,
            Model = Model,
            ApiKey = "secret-key",
            Organization = "org-1",
            Headers = { ["X-Title"] = "QaBot" },
        });

        await TextAsync(client, new ChatOptions { MaxOutputTokens = 77, Temperature = 0 });

        var request = Assert.Single(endpoint.Requests);
        Assert.Equal("/v1/chat/completions", request.Path);
        Assert.Equal("Bearer secret-key", request.Headers["Authorization"]);
        Assert.Equal("org-1", request.Headers["OpenAI-Organization"]);
        Assert.Equal("QaBot", request.Headers["X-Title"]);
        Assert.Equal(Model, request.Json.GetProperty("model").GetString());
        Assert.Equal(77, request.Json.GetProperty("max_completion_tokens").GetInt32());
        Assert.Equal(0, request.Json.GetProperty("temperature").GetDouble());
        Assert.True(request.Json.GetProperty("stream_options").GetProperty("include_usage").GetBoolean());
        Assert.Equal(["system", "user"], request.Json.GetProperty("messages").EnumerateArray().Select(m => m.GetProperty("role").GetString()));
        Assert.Equal(["Rules.", "What?"], request.Messages);
    }

    [Fact]
    public async Task GetStreamingResponseAsync_CachedTokensAndRefusal_AreReported()
    {
        using var client = Client(Start(_ => EndpointReply.Raw(
            """data: {"id":"1","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{"refusal":"I will not."},"finish_reason":null}]}""" + "\n\n",
            string.Concat(EndpointReply.Stream("").Pieces.Select(System.Text.Encoding.UTF8.GetString)))));

        var contents = new List<AIContent>();
        await foreach (var update in client.GetStreamingResponseAsync([new ChatMessage(ChatRole.User, "What?")]))
        {
            contents.AddRange(update.Contents);
        }

        Assert.Equal("I will not.", contents.OfType<ErrorContent>().Single().Message);
        Assert.Equal(64, contents.OfType<UsageContent>().Single().Details.CachedInputTokenCount);
    }

    [Theory]
    [InlineData("eos", "stop")]
    [InlineData("eos_token", "stop")]
    [InlineData("model_length", "length")]
    [InlineData("abort", null)]
    public async Task GetStreamingResponseAsync_FinishReasonOfOthers_IsReadAsOpenAIs(string finish, string? expected)
    {
        using var client = Client(Start(_ => EndpointReply.Stream(["One ", "two."], finish)));
        var (text, reason) = ("", (ChatFinishReason?)null);
        await foreach (var update in client.GetStreamingResponseAsync([new ChatMessage(ChatRole.User, "What?")]))
        {
            text += update.Text;
            reason = update.FinishReason ?? reason;
        }

        Assert.Equal(("One two.", expected), (text, reason?.Value));
    }

    [Fact]
    public async Task GetStreamingResponseAsync_AzureOpenAI_AsksTheDeploymentWithItsKey()
    {
        var endpoint = Start(_ => EndpointReply.Stream("One two."));
        var options = new ChatEndpointOptions { Provider = ChatProvider.AzureOpenAI, Endpoint = new Uri(endpoint.Address).GetLeftPart(UriPartial.Authority), Model = Model, ApiKey = "secret-key" };
        using var client = ChatEndpoint.CreateChatClient(options);

        Assert.Equal("One two.", await TextAsync(client, new ChatOptions { MaxOutputTokens = 77 }));
        var request = Assert.Single(endpoint.Requests);
        Assert.StartsWith($"/openai/deployments/{Model}/chat/completions", request.Path, StringComparison.Ordinal);
        Assert.Equal("secret-key", request.Headers["api-key"]);
    }

    [Fact]
    public void CreateChatClient_AzureOpenAIWithoutKey_IsMadeForEntraId()
    {
        using var client = ChatEndpoint.CreateChatClient(new ChatEndpointOptions { Provider = ChatProvider.AzureOpenAI, Endpoint = "https://resource.invalid", Model = Model });

        Assert.Equal(Model, (client.GetService(typeof(ChatClientMetadata)) as ChatClientMetadata)?.DefaultModelId);
    }

    [Fact]
    public async Task GetStreamingResponseAsync_Listened_IsTracedWithoutTexts()
    {
        var spans = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == ChatEndpoint.TelemetrySource,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Add,
        };
        ActivitySource.AddActivityListener(listener);
        var endpoint = Start(_ => EndpointReply.Stream("One two."));
        using var client = ChatEndpoint.CreateChatClient(new ChatEndpointOptions { Endpoint = endpoint.Address, Model = "traced-1" });

        await TextAsync(client);

        var span = Assert.Single(spans, span => span.DisplayName.Contains("traced-1", StringComparison.Ordinal));
        Assert.Contains(span.TagObjects, tag => tag is { Key: "gen_ai.usage.output_tokens", Value: 12 or 12L });
        Assert.DoesNotContain(span.TagObjects, tag => tag.Value?.ToString()?.Contains("What?", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task GenerateAsync_Texts_GiveTheirVectorsInOrder()
    {
        var endpoint = Start(request => EndpointReply.Vectors(request.Json.GetProperty("input").EnumerateArray().Select(text => new float[] { text.GetString()!.Length, 1 })));
        using var generator = ChatEndpoint.CreateEmbeddingGenerator(new ChatEndpointOptions { Endpoint = endpoint.Address, Model = "scripted-vectors" });

        var vectors = await generator.GenerateAsync(["a", "bcd"]);

        Assert.Equal([[1, 1], [3, 1]], vectors.Select(vector => vector.Vector.ToArray()));
        Assert.Equal(7, vectors.Usage?.InputTokenCount);
        Assert.Equal("scripted-vectors", (generator.GetService(typeof(EmbeddingGeneratorMetadata)) as EmbeddingGeneratorMetadata)?.DefaultModelId);
        Assert.Equal("/v1/embeddings", endpoint.Requests[0].Path);
    }

    private ScriptedEndpoint Start(Func<EndpointRequest, EndpointReply> script)
    {
        var endpoint = new ScriptedEndpoint(script);
        _endpoints.Add(endpoint);
        return endpoint;
    }

    private static IChatClient Client(ScriptedEndpoint endpoint) => ChatEndpoint.CreateChatClient(new ChatEndpointOptions { Endpoint = endpoint.Address, Model = Model });

    private static async Task<string> TextAsync(IChatClient client, ChatOptions? options = null)
    {
        var text = "";
        await foreach (var update in client.GetStreamingResponseAsync([new ChatMessage(ChatRole.System, "Rules."), new ChatMessage(ChatRole.User, "What?")], options))
        {
            text += update.Text;
        }

        return text;
    }
}
