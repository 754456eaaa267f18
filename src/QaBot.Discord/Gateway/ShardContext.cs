using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using QaBot.Discord.Events;

namespace QaBot.Discord.Gateway;

/// <summary>What the shards of a transport share.</summary>
/// <param name="Token">The token.</param>
/// <param name="Url">Where the gateway is.</param>
/// <param name="Plan">Asks Discord about connecting.</param>
/// <param name="CheckToken">Asks Discord whose token it is; throws where it is nobody's.</param>
/// <param name="Gate">Spaces the beginnings of sessions.</param>
/// <param name="Reader">Makes events of dispatches.</param>
/// <param name="Events">Where events go.</param>
/// <param name="Time">The clock.</param>
/// <param name="Jitter">Chance.</param>
/// <param name="Log">The log.</param>
internal sealed record ShardContext(
    BotToken Token,
    Uri Url,
    Func<CancellationToken, Task<GatewayPlan>> Plan,
    Func<CancellationToken, Task> CheckToken,
    IdentifyGate Gate,
    EventReader Reader,
    ChannelWriter<DiscordEvent> Events,
    TimeProvider Time,
    Jitter Jitter,
    ILogger Log)
{
    /// <summary>A gateway's address with what the bot speaks.</summary>
    public static Uri Address(Uri url) => new UriBuilder(url)
    {
        Path = url.AbsolutePath,
        Query = string.IsNullOrEmpty(url.Query) ? "v=10&encoding=json&compress=zlib-stream"
            : url.Query.Contains("compress=", StringComparison.Ordinal) ? url.Query
            : url.Query + (url.Query.Contains("v=", StringComparison.Ordinal) ? "" : "&v=10&encoding=json") + "&compress=zlib-stream",
    }.Uri;
}
