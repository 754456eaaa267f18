namespace QaBot.Testing.Discord;

/// <summary>How strict the double is, and what its limits are.</summary>
public sealed record DiscordDoubleOptions
{
    /// <summary>The token it accepts.</summary>
    public string Token { get; init; } = "MTIzNDU2Nzg5.double.TtOoKkEeNn";

    /// <summary>Whether it follows the documentation loosely: unknown events, extra fields, other error codes, no resumption.</summary>
    public bool IsLoose { get; init; }

    /// <summary>Documented fields that it refuses wherever they stand.</summary>
    public IReadOnlyList<string> RefusedFields { get; init; } = [];

    /// <summary>Whether it takes what Discord takes and the built-in transport never sends: nulls, and further fields that are documented.</summary>
    public bool TakesOthersPayloads { get; init; }

    /// <summary>Milliseconds between heartbeats.</summary>
    public int HeartbeatInterval { get; init; } = 41_250;

    /// <summary>Shards it recommends.</summary>
    public int Shards { get; init; } = 1;

    /// <summary>Sessions that may be begun.</summary>
    public int SessionStarts { get; init; } = 1000;

    /// <summary>Milliseconds until that is reset.</summary>
    public int SessionStartsResetAfter { get; init; } = 14_400_000;

    /// <summary>Shards that may identify in five seconds.</summary>
    public int MaxConcurrency { get; init; } = 1;

    /// <summary>Requests in a window of a bucket.</summary>
    public int BucketLimit { get; init; } = 5;

    /// <summary>The window of a bucket.</summary>
    public TimeSpan BucketWindow { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Requests a second over all buckets.</summary>
    public int GlobalLimit { get; init; } = 50;

    /// <summary>The permissions of the bot in every server; null where it does not tell them.</summary>
    public ulong? Permissions { get; init; } = ulong.MaxValue >> 16;

    /// <summary>Whether the bot may begin threads.</summary>
    public bool HasThreads { get; init; } = true;

    /// <summary>Whether frames are packed, where the bot asks for it.</summary>
    public bool Compresses { get; init; } = true;

    /// <summary>The server's clock: for deadlines and buckets.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
