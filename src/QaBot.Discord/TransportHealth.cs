namespace QaBot.Discord;

/// <summary>How a transport's connection is doing.</summary>
/// <param name="Connected">Shards that are connected and ready.</param>
/// <param name="Shards">Shards there should be; 0 before the first connection.</param>
/// <param name="Latency">Between the last heartbeat and its acknowledgement, of the slowest shard; null before the first.</param>
/// <param name="Reconnects">Connections made after the first of each shard.</param>
public sealed record TransportHealth(int Connected, int Shards, TimeSpan? Latency, long Reconnects)
{
    /// <summary>Whether every shard is connected.</summary>
    public bool IsConnected => Shards > 0 && Connected == Shards;
}
