using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace QaBot.Testing.Discord;

/// <summary>The double's gateway: sessions, resumption, heartbeats, and the close codes that Discord has for what is wrong.</summary>
/// <param name="server">The double.</param>
/// <param name="options">How strict it is.</param>
internal sealed class DoubleGateway(DiscordDouble server, DiscordDoubleOptions options)
{
    private const int KnownIntents = ((1 << 17) - 1) | (3 << 20) | (3 << 24);
    private const int PrivilegedIntents = (1 << 1) | (1 << 8) | (1 << 15);
    private static readonly string[] PropertyNames = ["os", "browser", "device"];
    private readonly ConcurrentDictionary<string, DoubleSession> _sessions = new();
    private readonly Dictionary<int, long> _lastIdentify = [];
    private int _begun;

    public int SessionsLeft => options.SessionStarts - _begun;

    public IEnumerable<DoubleConnection> Connections => _sessions.Values.Select(session => session.Connection).OfType<DoubleConnection>().Where(c => c.IsOpen);

    public void Dispatch(string name, JsonObject data, ulong? guildId)
    {
        foreach (var session in _sessions.Values.Where(session => session.Serves(guildId)))
        {
            session.Dispatch(name, data, server.DispatchTimes);
        }
    }

    /// <summary>Forgets every session: none can be resumed.</summary>
    public void ForgetSessions() => _sessions.Clear();

    public async Task ServeAsync(WebSocket socket, string query)
    {
        var packs = query.Contains("compress=zlib-stream", StringComparison.Ordinal) && options.Compresses;
        await using var connection = new DoubleConnection(socket, packs, server.TakeFramesUntilCut());
        server.Note(() => server.ConnectionCount++);
        if (!query.Contains("v=10", StringComparison.Ordinal) || !query.Contains("encoding=json", StringComparison.Ordinal))
        {
            server.Violate($"gateway opened with {query}");
            await connection.CloseAsync(4012);
            return;
        }

        connection.Send(new JsonObject { ["op"] = 10, ["d"] = new JsonObject { ["heartbeat_interval"] = options.HeartbeatInterval }, ["s"] = null, ["t"] = null });
        var isKnown = false;
        while (true)
        {
            var (frame, code) = await connection.ReceiveAsync();
            if (frame is null)
            {
                server.Note(() => server.CloseCodes.Enqueue(code));
                if (code is 1000 or 1001)
                {
                    foreach (var ended in _sessions.Where(pair => pair.Value.Connection == connection).ToList())
                    {
                        _sessions.TryRemove(ended.Key, out _);
                    }
                }

                if (code is { } said)
                {
                    await connection.CloseAsync(said);
                }

                return;
            }

            if (Fault(frame, isKnown) is { } fault)
            {
                server.Violate($"gateway frame {frame.ToJsonString()} → {fault}");
                await connection.CloseAsync(fault);
                continue;
            }

            isKnown |= await HandleAsync(connection, frame);
        }
    }

    private int? Fault(JsonObject frame, bool isKnown) => frame["op"]?.GetValue<int>() switch
    {
        1 => null,
        2 when isKnown => 4005,
        2 or 6 => !options.TakesOthersPayloads && PayloadRules.HasNull(frame) ? 4002 : null,
        null => 4002,
        _ => 4001,
    };

    private async Task<bool> HandleAsync(DoubleConnection connection, JsonObject frame)
    {
        switch (frame["op"]!.GetValue<int>())
        {
            case 1:
                server.Note(() => server.Heartbeats++);
                if (server.AcknowledgesHeartbeats)
                {
                    connection.Send(new JsonObject { ["op"] = 11 });
                }

                return false;
            case 2:
                return await IdentifyAsync(connection, frame["d"]!.AsObject());
            default:
                return await ResumeAsync(connection, frame["d"]!.AsObject());
        }
    }

    private async Task<bool> IdentifyAsync(DoubleConnection connection, JsonObject identify)
    {
        var intents = identify["intents"]?.GetValue<int>() ?? -1;
        var properties = identify["properties"] as JsonObject;
        var shard = identify["shard"] as JsonArray;
        var (index, count) = shard is null ? (0, 1) : (shard[0]!.GetValue<int>(), shard[1]!.GetValue<int>());
        int? fault = server.IdentifyFault
            ?? (identify["token"]?.GetValue<string>() != options.Token ? 4004
            : intents < 0 || (intents & ~KnownIntents) != 0 ? 4013
            : (intents & PrivilegedIntents) != 0 ? 4014
            : index >= count ? 4010
            : properties is null || !PropertyNames.All(name => properties[name] is not null || (options.TakesOthersPayloads && properties["$" + name] is not null)) ? 4002
            : null);
        if (fault is { } code)
        {
            await connection.CloseAsync(code);
            return false;
        }

        server.Note(() => server.Identifies.Enqueue((index, count)));
        if (!MayIdentify(index))
        {
            server.Violate($"shard {index} identified within five seconds of another");
            connection.Send(new JsonObject { ["op"] = 9, ["d"] = false });
            return false;
        }

        _begun++;
        var session = new DoubleSession(Guid.NewGuid().ToString("N"), index, count);
        _sessions[session.Id] = session;
        session.Attach(connection, after: 0);
        session.Dispatch("READY", server.Ready(session.Id, index, count), times: 1);
        foreach (var (guild, threads) in server.Guilds)
        {
            if (session.Serves(guild))
            {
                session.Dispatch("GUILD_CREATE", DiscordDouble.GuildCreate(guild, threads), times: 1);
            }
        }

        if (options.IsLoose)
        {
            session.Dispatch("SOMETHING_NEW", new JsonObject { ["id"] = 5, ["list"] = new JsonArray(1, "2", null) }, times: 1);
            connection.Send(new JsonObject { ["op"] = 77, ["d"] = "what is this" });
        }

        return true;
    }

    private bool MayIdentify(int index)
    {
        lock (_lastIdentify)
        {
            var key = index % options.MaxConcurrency;
            var isTooSoon = _lastIdentify.TryGetValue(key, out var last) && options.Time.GetElapsedTime(last) < TimeSpan.FromSeconds(4.9);
            _lastIdentify[key] = options.Time.GetTimestamp();
            return !isTooSoon;
        }
    }

    private async Task<bool> ResumeAsync(DoubleConnection connection, JsonObject resume)
    {
        if (resume["token"]?.GetValue<string>() != options.Token)
        {
            await connection.CloseAsync(4004);
            return false;
        }

        server.Note(() => server.Resumes++);
        var sequence = resume["seq"]?.GetValue<int>() ?? -1;
        if (server.RefusesResume || options.IsLoose || !_sessions.TryGetValue(resume["session_id"]?.GetValue<string>() ?? "", out var session))
        {
            connection.Send(new JsonObject { ["op"] = 9, ["d"] = false });
            return false;
        }

        if (sequence < 0 || sequence > session.Sequence)
        {
            await connection.CloseAsync(4007);
            return false;
        }

        session.Connection?.Cut();
        session.Attach(connection, sequence);
        session.Dispatch("RESUMED", [], times: 1);
        return true;
    }
}
