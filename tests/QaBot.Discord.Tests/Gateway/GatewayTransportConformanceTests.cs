using Microsoft.Extensions.Logging.Abstractions;
using QaBot.Discord.Gateway;
using QaBot.Testing.Discord;

namespace QaBot.Discord.Tests.Gateway;

/// <summary>The built-in transport does what every transport does.</summary>
public sealed class GatewayTransportConformanceTests : DiscordTransportConformance
{
    protected override IDiscordTransport Create(DiscordDouble server, string token) =>
        new GatewayTransport(new DiscordOptions { Token = token, ApiUrl = server.ApiUrl }, NullLogger.Instance);
}
