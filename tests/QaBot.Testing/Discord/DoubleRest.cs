using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace QaBot.Testing.Discord;

/// <summary>The double's REST interface.</summary>
/// <param name="server">The double.</param>
/// <param name="gateway">Its gateway.</param>
/// <param name="options">Its limits.</param>
internal sealed class DoubleRest(DiscordDouble server, DoubleGateway gateway, DiscordDoubleOptions options)
{
    private static readonly TimeSpan FirstAnswer = TimeSpan.FromSeconds(3);
    private readonly DoubleLimits _limits = new(options);
    private readonly ConcurrentDictionary<ulong, DoubleInteraction> _interactions = new();
    private readonly ConcurrentDictionary<string, DoubleInteraction> _byToken = new();
    private readonly ConcurrentDictionary<ulong, DoubleMessage> _messages = new();
    private readonly ConcurrentDictionary<string, DoubleMessage> _byNonce = new();
    private readonly ConcurrentDictionary<string, string> _threads = new();

    public void Expect(DoubleInteraction interaction)
    {
        _interactions[interaction.Id] = interaction;
        _byToken[interaction.Token] = interaction;
    }

    public async Task HandleAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!.Replace("/api/v10/", "", StringComparison.Ordinal);
        using var reader = new StreamReader(context.Request.Body);
        var text = await reader.ReadToEndAsync();
        var call = new RestCall(context.Request.Method, path, text.Length == 0 ? null : JsonNode.Parse(text), options.Time.GetTimestamp());
        server.Note(() => server.Calls.Enqueue(call));
        var fault = server.IsDown ? new RestFault(503) : server.OnCall?.Invoke(call);
        if (fault?.Delay is { } delay)
        {
            await delay;
        }

        if (fault is { Status: > 0 } injected)
        {
            foreach (var (name, value) in injected.Headers ?? new Dictionary<string, string>())
            {
                context.Response.Headers[name] = value;
            }

            await AnswerAsync(context, call, injected.Status, injected.Body);
            return;
        }

        var (status, body) = Carry(context, call);
        if (fault?.LosesAnswer == true)
        {
            call.Status = status;
            server.Note(() => { });
            context.Abort();
            return;
        }

        if (fault?.AnswerDelay is { } late)
        {
            await late;
        }

        await (fault is { StatusAfter: > 0 } broken ? AnswerAsync(context, call, broken.StatusAfter, null) : AnswerAsync(context, call, status, body));
    }

    private async Task AnswerAsync(HttpContext context, RestCall call, int status, JsonNode? body)
    {
        context.Response.StatusCode = status;
        call.Status = status;
        server.Note(() => { });
        if (body is not null)
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(body.ToJsonString(new JsonSerializerOptions(JsonSerializerDefaults.Web)));
        }
    }

    /// <summary>Does what a request asks for, if Discord would.</summary>
    private (int Status, JsonNode? Body) Carry(HttpContext context, RestCall call)
    {
        var parts = call.Path.Split('/');
        var isInteraction = parts[0] is "interactions" or "webhooks";
        if (!context.Request.Headers.UserAgent.ToString().StartsWith("DiscordBot (", StringComparison.Ordinal))
        {
            return Refuse(call, 403, 40333, "no valid User-Agent");
        }

        if (!isInteraction && context.Request.Headers.Authorization != $"Bot {options.Token}")
        {
            return (401, Error(0, "401: Unauthorized"));
        }

        var verdict = _limits.Take(Bucket(call.Method, parts), parts.ElementAtOrDefault(isInteraction ? 2 : 1) ?? "", !isInteraction);
        Headers(context, verdict);
        if (!verdict.IsAllowed)
        {
            server.Violate($"over the limit: {call.Method} {call.Path}");
            var limited = RestFault.TooMany(verdict.IsGlobal ? "global" : "user", verdict.ResetAfter);
            context.Response.Headers["X-RateLimit-Scope"] = limited.Headers!["X-RateLimit-Scope"];
            context.Response.Headers.RetryAfter = limited.Headers["Retry-After"];
            return (429, limited.Body);
        }

        if (!options.TakesOthersPayloads && call.Body is { } body && PayloadRules.HasNull(body))
        {
            return Refuse(call, 400, 50035, "a null");
        }

        if (call.Body is { } sent && RefusedField("", sent) is { } refused)
        {
            return (400, RestFault.Invalid(refused, "is not known here").Body);
        }

        return Route(call, parts, context.Request.Query);
    }

    /// <summary>The first field that this server refuses, by its path.</summary>
    private string? RefusedField(string path, JsonNode? node) => node switch
    {
        JsonObject members => members.Select(member => options.RefusedFields.Contains(member.Key) ? path + member.Key : RefusedField($"{path}{member.Key}.", member.Value)).FirstOrDefault(found => found is not null),
        JsonArray items => items.Select((item, i) => RefusedField($"{path}{i}.", item)).FirstOrDefault(found => found is not null),
        _ => null,
    };

    private (int Status, JsonNode? Body) Route(RestCall call, string[] parts, IQueryCollection query) => (call.Method, parts) switch
    {
        ("GET", ["gateway", "bot"]) => (200, Plan()),
        ("GET", ["users", "@me"]) => (200, new JsonObject { ["id"] = DiscordDouble.Id(DiscordDouble.BotId), ["username"] = "qabot-double", ["bot"] = true }),
        ("GET", ["applications", "@me"]) => (200, new JsonObject { ["id"] = DiscordDouble.Id(DiscordDouble.ApplicationId), ["name"] = "qabot", ["flags"] = 0, ["bot_public"] = true }),
        ("GET", ["oauth2", "applications", "@me"]) => (200, new JsonObject { ["id"] = DiscordDouble.Id(DiscordDouble.ApplicationId), ["name"] = "qabot", ["description"] = "", ["bot_public"] = true }),
        ("GET", ["users", "@me", "guilds"]) => (200, GuildsAfter(query)),
        ("GET", ["applications", _, "commands"]) => (200, server.Commands.DeepClone()),
        ("PUT", ["applications", _, "commands"]) => PutCommands(call),
        ("POST", ["channels", _, "typing"]) => (204, null),
        ("POST", ["channels", var channel, "messages"]) => Create(call, ulong.Parse(channel, CultureInfo.InvariantCulture)),
        ("PATCH", ["channels", _, "messages", var id]) => Edit(call, Find(id)),
        ("POST", ["channels", var channel, "messages", var id, "threads"]) => StartThread(call, channel, id),
        ("POST", ["interactions", var id, var token, "callback"]) => CallBack(call, id, token),
        ("PATCH", ["webhooks", _, var token, "messages", var id]) => EditAnswer(call, token, id),
        ("POST", ["webhooks", _, var token]) => FollowUp(call, token),
        _ => Refuse(call, 404, 0, "no such route"),
    };

    private JsonArray GuildsAfter(IQueryCollection query)
    {
        var after = ulong.Parse(query["after"].FirstOrDefault() ?? "0", CultureInfo.InvariantCulture);
        var limit = int.Parse(query["limit"].FirstOrDefault() ?? "200", CultureInfo.InvariantCulture);
        var page = server.Guilds.Keys.Where(id => id > after).Order().Take(Math.Min(limit, 200)).Select(id =>
        {
            var guild = new JsonObject { ["id"] = DiscordDouble.Id(id), ["name"] = "a server" };
            if (options.Permissions is { } permissions)
            {
                guild["permissions"] = permissions.ToString(CultureInfo.InvariantCulture);
            }

            return (JsonNode)guild;
        });
        return new JsonArray([.. page]);
    }

    private (int, JsonNode?) PutCommands(RestCall call)
    {
        if (PayloadRules.Commands(call.Body!.AsArray()).FirstOrDefault() is { } fault)
        {
            return Refuse(call, 400, 50035, fault);
        }

        server.Note(() => server.Commands = call.Body.DeepClone().AsArray());
        return (200, server.Commands.DeepClone());
    }

    private (int, JsonNode?) Create(RestCall call, ulong channel)
    {
        var payload = call.Body!.AsObject();
        if (PayloadRules.Message(payload, isEdit: false, mayBePrivate: false, options.TakesOthersPayloads).FirstOrDefault() is { } fault)
        {
            return Refuse(call, 400, 50035, fault);
        }

        var nonce = payload["enforce_nonce"]?.GetValue<bool>() == true ? payload["nonce"]?.GetValue<string>() : null;
        if (nonce is not null && _byNonce.TryGetValue(nonce, out var before))
        {
            return (200, Describe(before));
        }

        var replyTo = payload["message_reference"]?["message_id"]?.GetValue<string>();
        if (replyTo is not null && server.Deleted.Contains(ulong.Parse(replyTo, CultureInfo.InvariantCulture)))
        {
            if (options.IsLoose)
            {
                return (400, RestFault.Invalid("message_reference", "Unknown message").Body);
            }

            replyTo = null;
        }

        var message = Add(new DoubleMessage(server.NextId(), channel) { RepliesTo = replyTo is null ? null : ulong.Parse(replyTo, CultureInfo.InvariantCulture) }, payload);
        if (nonce is not null)
        {
            _byNonce[nonce] = message;
        }

        return (200, Describe(message));
    }

    private (int, JsonNode?) StartThread(RestCall call, string channel, string id)
    {
        if (!options.HasThreads)
        {
            return (403, Error(50013, "Missing Permissions"));
        }

        if (call.Body?["name"]?.GetValue<string>().Length is null or 0 or > 100)
        {
            return Refuse(call, 400, 50035, "name of a thread");
        }

        if (!_threads.TryAdd(id, channel))
        {
            return (400, Error(160004, "A thread has already been created for this message"));
        }

        var thread = new JsonObject { ["id"] = id, ["parent_id"] = channel, ["owner_id"] = DiscordDouble.Id(DiscordDouble.BotId), ["type"] = 11, ["name"] = call.Body!["name"]!.DeepClone() };
        server.Dispatch("THREAD_CREATE", thread);
        return (201, thread.DeepClone());
    }

    private (int, JsonNode?) Edit(RestCall call, DoubleMessage? message)
    {
        if (message is null)
        {
            return Refuse(call, 404, 10008, "Unknown Message");
        }

        if (PayloadRules.Message(call.Body!.AsObject(), isEdit: true, mayBePrivate: false, options.TakesOthersPayloads).FirstOrDefault() is { } fault)
        {
            return Refuse(call, 400, 50035, fault);
        }

        if (message.IsCard && call.Body["content"] is not null)
        {
            return Refuse(call, 400, 50035, "a card is made something else");
        }

        server.Note(() => message.Write(call.Body.AsObject()));
        return (200, Describe(message));
    }

    private (int, JsonNode?) CallBack(RestCall call, string id, string token)
    {
        if (!_interactions.TryGetValue(ulong.Parse(id, CultureInfo.InvariantCulture), out var interaction) || interaction.Token != token
            || options.Time.GetElapsedTime(interaction.SentAt) > FirstAnswer)
        {
            return Refuse(call, 404, options.IsLoose ? 0 : 10062, "Unknown interaction");
        }

        if (interaction.ResponseType is not null)
        {
            return (400, Error(options.IsLoose ? 1 : 40060, "Interaction has already been acknowledged."));
        }

        var type = call.Body!["type"]!.GetValue<int>();
        var data = call.Body["data"] as JsonObject;
        if (type is 4 or 7 && PayloadRules.Message(data!, isEdit: type == 7, mayBePrivate: type == 4, options.TakesOthersPayloads).FirstOrDefault() is { } fault)
        {
            return Refuse(call, 400, 50035, fault);
        }

        if ((type == 9 && !options.TakesOthersPayloads ? PayloadRules.Form(data!).FirstOrDefault() : type == 8 ? PayloadRules.Choices(data!["choices"] as JsonArray).FirstOrDefault() : null) is { } misshapen)
        {
            return Refuse(call, 400, 50035, misshapen);
        }

        if (interaction.IsTyping != (type == 8))
        {
            return Refuse(call, 400, 50035, $"an answer of type {type} to this interaction");
        }

        interaction.Form = type == 9 ? data : null;
        interaction.Suggestions = type == 8 ? [.. data!["choices"]!.AsArray().Select(choice => (choice!["name"]!.GetValue<string>(), choice["value"]!.GetValue<string>()))] : null;
        interaction.IsPrivate = (data?["flags"]?.GetValue<int>() & 64) == 64;
        if (type == 7)
        {
            interaction.Source!.Write(data!);
        }

        server.Note(() => interaction.ResponseType = type);
        if (type == 4)
        {
            Answer(interaction, data!, interaction.IsPrivate);
        }

        return (204, null);
    }

    private (int, JsonNode?) EditAnswer(RestCall call, string token, string id)
    {
        if (!_byToken.TryGetValue(token, out var interaction) || interaction.ResponseType is null)
        {
            return Refuse(call, 404, 10015, "Unknown Webhook");
        }

        if (PayloadRules.Message(call.Body!.AsObject(), isEdit: true, mayBePrivate: false, options.TakesOthersPayloads).FirstOrDefault() is { } fault)
        {
            return Refuse(call, 400, 50035, fault);
        }

        if (id != "@original" || interaction.Answers.Count > 0)
        {
            return Edit(call, id == "@original" ? interaction.Answers[0] : Find(id));
        }

        return (200, Describe(Answer(interaction, call.Body.AsObject(), interaction.IsPrivate)));
    }

    private (int, JsonNode?) FollowUp(RestCall call, string token)
    {
        if (!_byToken.TryGetValue(token, out var interaction) || interaction.ResponseType is null)
        {
            return Refuse(call, 404, 10015, "Unknown Webhook");
        }

        var payload = call.Body!.AsObject();
        return PayloadRules.Message(payload, isEdit: false, mayBePrivate: true, options.TakesOthersPayloads).FirstOrDefault() is { } fault
            ? Refuse(call, 400, 50035, fault)
            : (200, Describe(Answer(interaction, payload, (payload["flags"]?.GetValue<int>() & 64) == 64)));
    }

    private DoubleMessage Answer(DoubleInteraction interaction, JsonObject payload, bool isPrivate)
    {
        var message = new DoubleMessage(server.NextId(), interaction.ChannelId) { Interaction = interaction, IsPrivate = isPrivate };
        message.Write(payload);
        _messages[message.Id] = message;
        lock (interaction)
        {
            interaction.Answers.Add(message);
        }

        server.Note(() => server.Messages.Enqueue(message));
        return message;
    }

    private DoubleMessage Add(DoubleMessage message, JsonObject payload)
    {
        message.Write(payload);
        _messages[message.Id] = message;
        server.Note(() => server.Messages.Enqueue(message));
        return message;
    }

    private DoubleMessage? Find(string id) => _messages.GetValueOrDefault(ulong.Parse(id, CultureInfo.InvariantCulture));

    private JsonObject Plan() => new()
    {
        ["url"] = server.GatewayUrl,
        ["shards"] = options.Shards,
        ["session_start_limit"] = new JsonObject
        {
            ["total"] = 1000,
            ["remaining"] = gateway.SessionsLeft,
            ["reset_after"] = options.SessionStartsResetAfter,
            ["max_concurrency"] = options.MaxConcurrency,
        },
    };

    private (int, JsonNode?) Refuse(RestCall call, int status, int code, string why)
    {
        server.Violate($"{call.Method} {call.Path}: {why}");
        return (status, Error(code, why));
    }

    private void Headers(HttpContext context, DoubleLimits.Verdict verdict)
    {
        if (verdict.IsGlobal)
        {
            return;
        }

        context.Response.Headers["X-RateLimit-Bucket"] = verdict.Bucket;
        context.Response.Headers["X-RateLimit-Limit"] = options.BucketLimit.ToString(CultureInfo.InvariantCulture);
        context.Response.Headers["X-RateLimit-Remaining"] = verdict.Remaining.ToString(CultureInfo.InvariantCulture);
        context.Response.Headers["X-RateLimit-Reset-After"] = verdict.ResetAfter.ToString("0.000", CultureInfo.InvariantCulture);
    }

    /// <summary>The name of a route's bucket: ids are left out, as Discord's hashes do.</summary>
    private static string Bucket(string method, string[] parts) =>
        method + "-" + string.Join('-', parts.Where((part, i) => part.Length > 0 && !char.IsDigit(part[0]) && (i < 2 || parts[0] is not ("webhooks" or "interactions"))));

    private static JsonObject Error(int code, string message) => new() { ["code"] = code, ["message"] = message };

    internal static JsonObject Describe(DoubleMessage message) =>
        new()
        {
            ["id"] = DiscordDouble.Id(message.Id),
            ["channel_id"] = DiscordDouble.Id(message.ChannelId),
            ["type"] = 0,
            ["author"] = new JsonObject { ["id"] = DiscordDouble.Id(DiscordDouble.BotId), ["username"] = "qabot-double", ["discriminator"] = "0", ["bot"] = true },
            ["content"] = message.Content,
            ["timestamp"] = "2026-11-22T10:00:00.000000+00:00",
            ["mentions"] = new JsonArray(),
            ["embeds"] = new JsonArray(),
            ["attachments"] = new JsonArray(),
        };
}
