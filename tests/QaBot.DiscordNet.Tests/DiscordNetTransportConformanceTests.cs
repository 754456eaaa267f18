using Microsoft.Extensions.Logging.Abstractions;
using QaBot.Discord;
using QaBot.Testing.Discord;

namespace QaBot.DiscordNet.Tests;

/// <summary>The transport over Discord.Net does what every transport does.</summary>
public sealed class DiscordNetTransportConformanceTests : DiscordTransportConformance
{
    protected override DiscordDoubleOptions ServerOptions => new() { TakesOthersPayloads = true };

    protected override bool HasCards => false;

    protected override IDiscordTransport Create(DiscordDouble server, string token) =>
        new DiscordNetTransport(new DiscordOptions { Token = token, ApiUrl = server.ApiUrl }, NullLogger.Instance);
}
