using System.Text.Json;
using System.Text.Json.Nodes;

namespace QaBot.Testing.Discord;

/// <summary>A session of the bot, which it can resume: every dispatch is kept.</summary>
/// <param name="id">Its id.</param>
/// <param name="shard">Its shard's index.</param>
/// <param name="shards">How many there are.</param>
internal sealed class DoubleSession(string id, int shard, int shards)
{
    private readonly Lock _lock = new();
    private readonly List<byte[]> _dispatches = [];
    private DoubleConnection? _connection;

    public string Id { get; } = id;

    public int Sequence
    {
        get
        {
            lock (_lock)
            {
                return _dispatches.Count;
            }
        }
    }

    /// <summary>Whether a server's events go to this shard; direct messages go to the first.</summary>
    public bool Serves(ulong? guildId) => ((guildId ?? 0) >> 22) % (ulong)shards == (ulong)shard;

    public void Attach(DoubleConnection connection, int after)
    {
        lock (_lock)
        {
            _connection = connection;
            foreach (var missed in _dispatches.Skip(after))
            {
                connection.Send(missed);
            }
        }
    }

    public DoubleConnection? Connection
    {
        get
        {
            lock (_lock)
            {
                return _connection;
            }
        }
    }

    public void Dispatch(string name, JsonObject data, int times)
    {
        lock (_lock)
        {
            var frame = JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["op"] = 0, ["s"] = _dispatches.Count + 1, ["t"] = name, ["d"] = data.DeepClone() });
            _dispatches.Add(frame);
            for (var i = 0; i < times; i++)
            {
                _connection?.Send(frame);
            }
        }
    }
}
