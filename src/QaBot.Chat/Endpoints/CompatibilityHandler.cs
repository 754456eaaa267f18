using System.Collections.Immutable;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace QaBot.Chat.Endpoints;

/// <summary>
/// Stands between HTTP and the client library: a request that an endpoint refuses a part of is made again without it, once for each part, and what
/// is answered is handed on as OpenAI would have written it.
/// </summary>
internal sealed class CompatibilityHandler(ChatEndpointOptions options, TimeProvider time, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const string Path = "/chat/completions";
    private readonly EndpointHabits _habits = EndpointHabits.Of(options);
    private readonly ImmutableHashSet<ChatRequestPart> _set = [.. options.LeaveOut];

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (await ReadAsync(request, cancellationToken).ConfigureAwait(false) is not { } asked)
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        for (var parts = _set.Union(_habits.Refused); ;)
        {
            var sent = RequestAdapter.Without(asked, parts);
            request.Content = new StringContent(sent.ToJsonString(), Encoding.UTF8, "application/json");
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (response.IsSuccessStatusCode)
            {
                _habits.Learn(parts.Except(_set));
                await NormalizeAsync(response, asked["stream"]?.GetValue<bool>() == true, cancellationToken).ConfigureAwait(false);
                return response;
            }

            var refusal = Refusal.Read(BoundedBodies.ErrorOf(request), sent);
            if (refusal?.Part is { } part && !parts.Contains(part))
            {
                response.Dispose();
                parts = parts.Add(part);
            }
            else if (refusal is null || (int)response.StatusCode >= 500)
            {
                return response;
            }
            else
            {
                response.Dispose();
                throw new RefusedRequestException((int)response.StatusCode, refusal);
            }
        }
    }

    private static async Task<JsonObject?> ReadAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        request.Content is { } content && request.RequestUri?.AbsolutePath.EndsWith(Path, StringComparison.Ordinal) == true
            ? JsonNode.Parse(await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false)) as JsonObject
            : null;

    private async Task NormalizeAsync(HttpResponseMessage response, bool isStreamed, CancellationToken cancellationToken)
    {
        var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        response.Content = new StreamContent(new CompletionStream(body, isStreamed, time));
        response.Content.Headers.ContentType = new MediaTypeHeaderValue(isStreamed ? "text/event-stream" : "application/json");
    }
}
