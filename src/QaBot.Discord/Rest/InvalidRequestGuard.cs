using System.Net;

namespace QaBot.Discord.Rest;

/// <summary>Stops sending before Discord bans the address: it does so after 10,000 invalid requests in ten minutes.</summary>
/// <param name="limit">Invalid requests that are let happen.</param>
/// <param name="time">The clock.</param>
/// <remarks>https://discord.com/developers/docs/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans: 401, 403, and 429 unless its scope is shared.</remarks>
internal sealed class InvalidRequestGuard(int limit, TimeProvider time)
{
    /// <summary>A tenth of Discord's limit is left for other programs at the same address.</summary>
    public const int DefaultLimit = 9_000;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);
    private readonly Lock _lock = new();
    private readonly Queue<long> _invalid = new();

    /// <summary>Invalid requests within the window.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                Forget();
                return _invalid.Count;
            }
        }
    }

    /// <summary>Refuses a request while there are too many behind it.</summary>
    /// <exception cref="DiscordException">There are.</exception>
    public void ThrowIfExhausted()
    {
        if (Count >= limit)
        {
            throw new DiscordException(
                $"Discord has refused {limit} requests within ten minutes; nothing is sent until they have passed, or it would ban this address.",
                "See the log for what is refused, and check the bot's permissions.");
        }
    }

    /// <summary>Takes note of a response.</summary>
    public void Record(HttpStatusCode status, bool isShared)
    {
        if (status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden || (status == HttpStatusCode.TooManyRequests && !isShared))
        {
            lock (_lock)
            {
                Forget();
                _invalid.Enqueue(time.GetTimestamp());
            }
        }
    }

    private void Forget()
    {
        while (_invalid.TryPeek(out var oldest) && time.GetElapsedTime(oldest) >= Window)
        {
            _invalid.Dequeue();
        }
    }
}
