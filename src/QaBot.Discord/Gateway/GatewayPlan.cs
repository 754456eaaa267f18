using System.Text.Json;
using QaBot.Discord.Payloads;

namespace QaBot.Discord.Gateway;

/// <summary>What Discord says about connecting.</summary>
/// <param name="Url">Where the gateway is, or null where it does not say.</param>
/// <param name="Shards">How many shards it recommends.</param>
/// <param name="Remaining">Sessions that may still be begun before the limit is reset.</param>
/// <param name="ResetAfter">Until that.</param>
/// <param name="MaxConcurrency">Shards that may identify in the same five seconds.</param>
/// <remarks>https://discord.com/developers/docs/events/gateway#get-gateway-bot.</remarks>
internal sealed record GatewayPlan(string? Url, int Shards, int Remaining, TimeSpan ResetAfter, int MaxConcurrency)
{
    /// <summary>Where nothing is said.</summary>
    public static GatewayPlan Default { get; } = new(null, 1, int.MaxValue, TimeSpan.Zero, 1);

    /// <summary>Reads the answer of <c>gateway/bot</c>.</summary>
    public static GatewayPlan Read(JsonElement json)
    {
        var limit = json.Member("session_start_limit") ?? default;
        return new GatewayPlan(
            json.Text("url"),
            Math.Max(1, json.Number("shards") ?? 1),
            limit.Number("remaining") ?? int.MaxValue,
            TimeSpan.FromMilliseconds(Math.Max(0, limit.Number("reset_after") ?? 0)),
            Math.Max(1, limit.Number("max_concurrency") ?? 1));
    }
}
