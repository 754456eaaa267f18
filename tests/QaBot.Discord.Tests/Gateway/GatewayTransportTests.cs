using System.Text;
using System.Text.Json.Nodes;
using QaBot.Discord.Events;
using QaBot.Testing;
using QaBot.Testing.Discord;

namespace QaBot.Discord.Tests.Gateway;

public sealed class GatewayTransportTests
{
    [Fact]
    public async Task Heartbeat_Due_IsSentFirstAfterAPartOfTheInterval()
    {
        var time = new ManualTime();
        await using var scene = await TransportScene.ReadyAsync(time: time);

        time.Advance(TimeSpan.FromSeconds(41));
        Assert.Equal(0, scene.Server.Heartbeats);
        await scene.PassUntilAsync(() => scene.Server.Heartbeats == 1, step: 0.25);
        await scene.Server.UntilAsync(() => scene.Transport.Health.Latency is not null);
        await scene.PassUntilAsync(() => scene.Server.Heartbeats == 2, step: 5);

        Assert.Equal(1, scene.Server.ConnectionCount);
    }

    [Fact]
    public async Task Heartbeat_AskedFor_IsSentAtOnce()
    {
        await using var scene = await TransportScene.ReadyAsync(time: new ManualTime());

        scene.Server.SendFrame(new JsonObject { ["op"] = 1, ["d"] = null });

        await scene.Server.UntilAsync(() => scene.Server.Heartbeats == 1);
    }

    [Fact]
    public async Task Heartbeat_NotAcknowledged_MeansANewConnectionThatResumes()
    {
        await using var scene = await TransportScene.ReadyAsync(time: new ManualTime());
        scene.Server.AcknowledgesHeartbeats = false;
        await scene.PassUntilAsync(() => scene.Server.Heartbeats == 1, step: 5);
        scene.Server.AcknowledgesHeartbeats = true;

        await scene.PassUntilAsync(() => scene.Server.Resumes == 1, step: 5);

        Assert.Contains(scene.Log.Lines, line => line.Contains("a heartbeat was not acknowledged", StringComparison.Ordinal));
        Assert.Single(scene.Server.Identifies);
    }

    [Fact]
    public async Task Heartbeat_AskedForJustBeforeTheNext_IsNotMissed()
    {
        await using var scene = await TransportScene.ReadyAsync(time: new ManualTime());
        await scene.PassUntilAsync(() => scene.Server.Heartbeats == 1, step: 1);
        await scene.Server.UntilAsync(() => scene.Transport.Health.Latency is not null);
        scene.Time!.Advance(TimeSpan.FromSeconds(38));
        scene.Server.AcknowledgesHeartbeats = false;

        scene.Server.SendFrame(new JsonObject { ["op"] = 1, ["d"] = null });
        await scene.Server.UntilAsync(() => scene.Server.Heartbeats == 2);
        await scene.PassUntilAsync(() => scene.Server.Heartbeats == 3, step: 0.25);

        Assert.Equal(1, scene.Server.ConnectionCount);
    }

    [Fact]
    public async Task Session_InvalidAfterFailures_IsBegunAgainWithinFiveSeconds()
    {
        await using var scene = await TransportScene.ReadyAsync(time: new ManualTime());
        for (var i = 0; i < 5; i++)
        {
            scene.Server.Cuts.Enqueue(1);
        }

        scene.Server.CutConnections();
        await scene.PassUntilAsync(() => scene.Server.ConnectionCount == 6, step: 4);
        scene.Server.RefusesResume = true;
        await scene.PassUntilAsync(() => scene.Server.Identifies.Count == 2, step: 4);

        Assert.Contains(scene.Log.Lines, line => line.Contains("the session is invalid); connecting again in 5.0 s", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Socket_HalfOpen_IsNoticedAndNothingIsMissed()
    {
        await using var scene = await TransportScene.ReadyAsync(time: new ManualTime());
        scene.Server.FreezeConnections();
        scene.Server.Write("while frozen", guild: null);

        await scene.PassUntilAsync(() => scene.Contents.Contains("while frozen"), step: 5);

        Assert.Equal(1, scene.Server.Resumes);
    }

    [Theory]
    [InlineData("""{"op":7,"d":null}""", 1, 1)]
    [InlineData("""{"op":9,"d":true}""", 1, 1)]
    [InlineData("""{"op":9,"d":false}""", 0, 2)]
    public async Task Frame_ThatAsksForANewConnection_GetsOne(string frame, int resumes, int identifies)
    {
        await using var scene = await TransportScene.ReadyAsync(time: new ManualTime());

        scene.Server.SendRaw(Encoding.UTF8.GetBytes(frame));
        await scene.PassUntilAsync(() => scene.Server.ConnectionCount == 2 && scene.Transport.Health.IsConnected, step: 0.5);
        scene.Server.Write("after", guild: null);
        await scene.Events.NextAsync<MessageEvent>(message => message.Content == "after");

        Assert.Equal((resumes, identifies), (scene.Server.Resumes, scene.Server.Identifies.Count));
        Assert.Contains(scene.Server.CloseCodes, code => code is null or 4000);
        Assert.DoesNotContain(scene.Server.Violations, violation => violation.Contains("identified within", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1000, 1)]
    [InlineData(1001, 1)]
    [InlineData(4000, 1)]
    [InlineData(4001, 1)]
    [InlineData(4002, 1)]
    [InlineData(4003, 0)]
    [InlineData(4005, 1)]
    [InlineData(4007, 0)]
    [InlineData(4008, 1)]
    [InlineData(4009, 0)]
    [InlineData(4999, 1)]
    public async Task Close_WithACodeThatPasses_ConnectsAgain(int code, int resumes)
    {
        await using var scene = await TransportScene.ReadyAsync(time: new ManualTime());

        await scene.Server.CloseConnectionsAsync(code);
        await scene.PassUntilAsync(() => scene.Server.ConnectionCount == 2 && scene.Transport.Health.IsConnected, step: 0.5);

        Assert.Equal(resumes, scene.Server.Resumes);
        Assert.Equal(2 - resumes, scene.Server.Identifies.Count);
    }

    [Theory]
    [InlineData(4004, "Discord:Token")]
    [InlineData(4010, "Discord:Shards")]
    [InlineData(4011, "Discord:Shards")]
    [InlineData(4012, "newer version")]
    [InlineData(4013, "newer version")]
    [InlineData(4014, "developer portal")]
    public async Task Close_WithACodeThatStays_EndsWithARemedy(int code, string remedy)
    {
        await using var scene = await TransportScene.StartAsync(prepare: server => server.IdentifyFault = code);

        var refused = await Assert.ThrowsAsync<DiscordException>(() => scene.Events.Ended);

        Assert.Equal((true, code), (refused.IsFatal, refused.Code));
        Assert.Contains(remedy, refused.Remedy, StringComparison.Ordinal);
        Assert.Equal(1, scene.Server.ConnectionCount);
    }

    [Fact]
    public async Task Resume_Refused_BeginsAnewSession()
    {
        await using var scene = await TransportScene.ReadyAsync(time: new ManualTime());
        scene.Server.RefusesResume = true;

        scene.Server.CutConnections();
        await scene.PassUntilAsync(() => scene.Server.Identifies.Count == 2);

        Assert.Equal(1, scene.Server.Resumes);
    }

    [Fact]
    public async Task Resume_AtAnAddressThatIsDead_GoesOnAtTheGateways()
    {
        // A loose server names a dead address, and refuses what is resumed.
        await using var scene = await TransportScene.ReadyAsync(new DiscordDoubleOptions { IsLoose = true }, new ManualTime());

        scene.Server.CutConnections();
        await scene.PassUntilAsync(() => scene.Server.Identifies.Count == 2);

        Assert.Equal(1, scene.Server.Resumes);
    }

    [Fact]
    public async Task Cut_AtAnyFrame_MissesAndDoublesNothing()
    {
        for (var frames = 1; frames <= 8; frames++)
        {
            await using var scene = await TransportScene.StartAsync(prepare: server =>
            {
                server.Cuts.Enqueue(frames);
                server.Guilds[DiscordDouble.Guild] = new Dictionary<ulong, ulong>();
            }, time: new ManualTime());
            await scene.PassUntilAsync(() => scene.Events.All.OfType<ReadyEvent>().Any() && scene.Transport.Health.IsConnected, step: 0.5);
            for (var i = 0; i < 6; i++)
            {
                scene.Server.Cuts.Enqueue(frames + i);
                scene.Server.Write($"message {i}", guild: null);
            }

            await scene.PassUntilAsync(() => scene.Contents.Count() >= 6, step: 0.5);

            Assert.Equal(Enumerable.Range(0, 6).Select(i => $"message {i}"), scene.Contents);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Frames_PackedOrNot_AreRead(bool packs)
    {
        await using var scene = await TransportScene.ReadyAsync(new DiscordDoubleOptions { Compresses = packs });
        var text = string.Concat(Enumerable.Range(0, 2_000).Select(i => $"{i} "));

        scene.Server.Write("first", guild: null);
        scene.Server.Write(text, guild: null);
        await scene.Events.NextAsync<MessageEvent>(message => message.Content == text);

        Assert.Equal("first", scene.Contents.First());
    }

    [Fact]
    public async Task Frames_ThatMakeNoSense_DoNotEndTheConnection()
    {
        await using var scene = await TransportScene.ReadyAsync();

        foreach (var frame in new[] { "[]", "{}", "null", "nonsense", """{"op":"0"}""", """{"op":0,"t":"MESSAGE_CREATE","d":[1]}""", """{"op":0,"s":5,"t":"MESSAGE_CREATE","d":{"id":"x"}}""", """{"op":0,"t":"INTERACTION_CREATE","d":{"id":"5","type":2}}""", """{"op":12345}""", """{"op":0,"t":"\ud800","d":{"id":"\udc00"}}""", """{"op":0,"t":"READY","d":{"session_id":"\ud800","user":{"id":"\ud800"}}}""", """{"\ud800":1,"op":0}""" })
        {
            scene.Server.SendRaw(Encoding.UTF8.GetBytes(frame));
        }

        scene.Server.Write("still there", guild: null);
        await scene.Events.NextAsync<MessageEvent>(message => message.Content == "still there");

        Assert.Equal(1, scene.Server.ConnectionCount);
    }

    [Fact]
    public async Task Shards_Auto_AreAsManyAsRecommendedAndIdentifyInTurn()
    {
        var time = new ManualTime();
        await using var scene = await TransportScene.StartAsync(new DiscordDoubleOptions { Shards = 3, MaxConcurrency = 2, Time = time }, time: time);

        await scene.PassUntilAsync(() => scene.Server.Identifies.Count >= 2, step: 0.05);
        await scene.PassUntilAsync(() => scene.Transport.Health is { IsConnected: true, Shards: 3 });

        Assert.Equal([(0, 3), (1, 3), (2, 3)], scene.Server.Identifies.Order());
        Assert.Empty(scene.Server.Violations);
        scene.Server.Write("in a server", guild: 1UL << 22, author: 5);
        scene.Server.Write($"{DiscordDouble.Mention} in another", guild: 2UL << 22);
        await scene.Events.NextAsync<MessageEvent>(message => message.Content.EndsWith("another", StringComparison.Ordinal));
        await scene.Server.UntilAsync(() => scene.Events.All.OfType<MessageEvent>().Count() == 2);
    }

    [Fact]
    public async Task Shards_OneOfSeveral_IsThatOne()
    {
        await using var scene = await TransportScene.StartAsync(configure: server =>
        {
            var options = TransportScene.Options(server);
            options.Shards = "2/4";
            return options;
        });

        await scene.Events.NextAsync<ReadyEvent>();

        Assert.Equal([(2, 4)], scene.Server.Identifies);
    }

    [Fact]
    public async Task SessionStarts_UsedUp_AreWaitedFor()
    {
        await using var scene = await TransportScene.StartAsync(new DiscordDoubleOptions { SessionStarts = 0, SessionStartsResetAfter = 60_000 }, time: new ManualTime());
        await scene.Server.UntilAsync(() => !scene.Server.Calls.IsEmpty && scene.Time!.Waiting > 0);

        scene.Time!.Advance(TimeSpan.FromSeconds(59));
        Assert.Empty(scene.Server.Identifies);
        await scene.PassUntilAsync(() => scene.Server.Identifies.Count == 1);
    }

    [Fact]
    public async Task GatewayUrl_Configured_IsUsedWhereTheServerKnowsNoOther()
    {
        await using var scene = await TransportScene.StartAsync(
            configure: server =>
            {
                var options = TransportScene.Options(server);
                options.GatewayUrl = server.GatewayUrl;
                return options;
            },
            prepare: server => server.OnCall = call => call.Path == "gateway/bot" ? new RestFault(404) : null);

        await scene.Events.NextAsync<ReadyEvent>();

        Assert.Equal([(0, 1)], scene.Server.Identifies);
    }

    [Fact]
    public async Task GatewayUrl_ThatIsNone_EndsWithARemedy()
    {
        await using var scene = await TransportScene.StartAsync(
            prepare: server => server.OnCall = call => call.Path == "gateway/bot" ? new RestFault(200, new JsonObject { ["url"] = "not an address", ["shards"] = 1 }) : null);

        var refused = await Assert.ThrowsAsync<DiscordException>(() => scene.Events.Ended);

        Assert.Contains("Discord:GatewayUrl", refused.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wall_ClockJumps_ChangeNothing()
    {
        var time = new ManualTime();
        await using var scene = await TransportScene.ReadyAsync(time: time);

        time.JumpWall(TimeSpan.FromDays(400));
        scene.Server.Ask("later");
        var later = await scene.Events.NextAsync<CommandEvent>();
        await scene.Transport.DeferAsync(later.Interaction, isPrivate: false);
        time.JumpWall(TimeSpan.FromDays(-900));
        await scene.Transport.CompleteAsync(later.Interaction, new Discord.Messages.OutgoingMessage("An answer."));

        Assert.Single(scene.Server.Messages);
        Assert.Equal(1, scene.Server.ConnectionCount);
    }
}
