using QaBot.Discord.Operations;
using QaBot.Testing;
using QaBot.Testing.Discord;

namespace QaBot.Discord.Tests.Operations;

public sealed class CheckupTests
{
    [Fact]
    public async Task Run_ServerThatTellsNoPermissions_DoesNotCallThemMissing()
    {
        await using var server = await DiscordDouble.StartAsync(new DiscordDoubleOptions { Permissions = null });
        server.Guilds[DiscordDouble.Guild] = new Dictionary<ulong, ulong>();

        var findings = await RunAsync(server);

        Assert.All(findings, finding => Assert.True(finding.IsGood, finding.Text));
        Assert.Contains(findings, finding => finding.Text.Contains("does not say what the bot may do there", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_InManyServers_SeesThemAll()
    {
        await using var server = await DiscordDouble.StartAsync();
        for (var i = 0UL; i < 450; i++)
        {
            server.Guilds[DiscordDouble.Guild + i] = new Dictionary<ulong, ulong>();
        }

        var findings = await RunAsync(server);

        Assert.Equal(450, findings.Count(finding => finding.Text.StartsWith("Server ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Run_WithoutANetwork_SaysSoAtOnce()
    {
        var log = new TestLog();
        var options = new DiscordOptions { Token = "a.b.c", ApiUrl = "http://no-such-host.invalid/api/" };

        var refused = await Assert.ThrowsAsync<DiscordException>(() => Checkup.RunAsync(options, log));

        Assert.True(refused.IsUnreachable);
        Assert.StartsWith("no-such-host.invalid cannot be reached: ", refused.Message, StringComparison.Ordinal);
        Assert.Empty(log.Lines);
    }

    private static Task<IReadOnlyList<Finding>> RunAsync(DiscordDouble server) =>
        Checkup.RunAsync(new DiscordOptions { Token = server.Options.Token, ApiUrl = server.ApiUrl, RequestsPerSecond = 1000 }, new TestLog());
}
