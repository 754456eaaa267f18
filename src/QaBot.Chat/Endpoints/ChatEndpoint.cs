using System.ClientModel;
using System.ClientModel.Primitives;
using Azure.AI.OpenAI;
using Azure.Identity;
using Microsoft.Extensions.AI;
using OpenAI;
using QaBot.Chat.Resilience;

namespace QaBot.Chat.Endpoints;

/// <summary>Makes the clients of an endpoint, ready for faults.</summary>
public static class ChatEndpoint
{
    /// <summary>What endpoints without a key are given: the package wants one.</summary>
    private const string NoKey = "none";

    /// <summary>The source of traces and metrics, by the GenAI conventions of OpenTelemetry; texts are not part of them.</summary>
    public const string TelemetrySource = "QaBot.Chat";

    /// <summary>A chat client.</summary>
    /// <param name="options">The endpoint; its address and model are set.</param>
    /// <param name="time">The clock of time limits and waits, or null for the system's.</param>
    /// <exception cref="ArgumentException">The address is no absolute http or https address, or the model is not set.</exception>
    public static IChatClient CreateChatClient(ChatEndpointOptions options, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        time ??= TimeProvider.System;
        var handler = new CompatibilityHandler(options, time, BoundedBodies.Handler);
        var client = new CompatibleChatClient(Client(options, handler).GetChatClient(options.Model).AsIChatClient(), EndpointHabits.Of(options));
        return new ResilientChatClient(client.AsBuilder().UseOpenTelemetry(sourceName: TelemetrySource).Build(), options, time);
    }

    /// <summary>A generator of vectors.</summary>
    /// <param name="options">The endpoint; its address and model are set.</param>
    /// <param name="time">The clock of time limits and waits, or null for the system's.</param>
    /// <exception cref="ArgumentException">The address is no absolute http or https address, or the model is not set.</exception>
    public static IEmbeddingGenerator<string, Embedding<float>> CreateEmbeddingGenerator(ChatEndpointOptions options, TimeProvider? time = null)
    {
        var generator = Client(options, BoundedBodies.Handler).GetEmbeddingClient(options.Model).AsIEmbeddingGenerator();
        return new ResilientEmbeddingGenerator(generator.AsBuilder().UseOpenTelemetry(sourceName: TelemetrySource).Build(), options, time ?? TimeProvider.System);
    }

    /// <summary>Whether an address is one that can be asked.</summary>
    public static bool IsAddress(string endpoint) => Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";

    /// <summary>The setting that cannot be sent, as its key behind the section, or null: a header is visible ASCII with spaces between.</summary>
    public static string? Unsendable(ChatEndpointOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return !IsSendable(options.ApiKey) ? nameof(options.ApiKey)
            : !IsSendable(options.Organization) ? nameof(options.Organization)
            : options.Headers.FirstOrDefault(header => !IsSendable(header.Value) || header.Key.Length == 0 || !header.Key.All(IsOfName)).Key is { } name ? $"{nameof(options.Headers)}:{name}" : null;
    }

    private static bool IsSendable(string value) => value.Trim(' ') == value && value.All(c => c is >= ' ' and <= '~');

    /// <summary>A character of a token (RFC 9110, 5.6.2).</summary>
    private static bool IsOfName(char c) => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal);

    private static OpenAIClient Client(ChatEndpointOptions options, HttpMessageHandler handler)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrWhiteSpace(options.Model);
        if (!IsAddress(options.Endpoint))
        {
            throw new ArgumentException("The endpoint is no http or https address.", nameof(options));
        }

        return options.Provider == ChatProvider.AzureOpenAI ? Azure(options, handler) : new OpenAIClient(
            new ApiKeyCredential(options.ApiKey.Length == 0 ? NoKey : options.ApiKey),
            Prepared(options, handler, new OpenAIClientOptions { Endpoint = new Uri(options.Endpoint), OrganizationId = options.Organization.Length == 0 ? null : options.Organization }));
    }

    private static AzureOpenAIClient Azure(ChatEndpointOptions options, HttpMessageHandler handler)
    {
        var (address, settings) = (new Uri(options.Endpoint), Prepared(options, handler, new AzureOpenAIClientOptions()));
        return options.ApiKey.Length == 0
            ? new AzureOpenAIClient(address, new DefaultAzureCredential(), settings)
            : new AzureOpenAIClient(address, new ApiKeyCredential(options.ApiKey), settings);
    }

    /// <summary>Limits and retries are the decorator's.</summary>
    private static T Prepared<T>(ChatEndpointOptions options, HttpMessageHandler handler, T settings)
        where T : ClientPipelineOptions
    {
        settings.Transport = new HttpClientPipelineTransport(BoundedBodies.ClientOver(handler));
        settings.NetworkTimeout = Timeout.InfiniteTimeSpan;
        settings.RetryPolicy = new ClientRetryPolicy(maxRetries: 0);
        if (options.Headers.Count > 0)
        {
            settings.AddPolicy(new HeaderPolicy(options.Headers), PipelinePosition.BeforeTransport);
        }

        return settings;
    }
}
