using System.Text.Json.Nodes;
using QaBot.Discord.Events;
using QaBot.Discord.Messages;
using QaBot.Discord.Rest;
using QaBot.Discord.Tests.Gateway;
using QaBot.Testing;
using QaBot.Testing.Discord;

namespace QaBot.Discord.Tests.Rest;

public sealed class RestTests
{
    [Fact]
    public async Task Send_Many_KeepsToTheBucketsAndTheGlobalLimit()
    {
        await using var scene = await TransportScene.ReadyAsync(
            new DiscordDoubleOptions { BucketLimit = 3, BucketWindow = TimeSpan.FromMilliseconds(60), GlobalLimit = 1000 });

        await Task.WhenAll(Enumerable.Range(0, 60).Select(i =>
            scene.Transport.SendAsync((ulong)(100 + (i % 4)), new OutgoingMessage($"message {i}"), null, $"n{i}")));

        Assert.Equal(60, scene.Server.Messages.Count);
        Assert.Empty(scene.Server.Violations);
    }

    [Fact]
    public async Task Send_MoreThanTheGlobalLimit_Waits()
    {
        var time = new ManualTime();
        await using var scene = await TransportScene.ReadyAsync(
            new DiscordDoubleOptions { BucketLimit = 100, GlobalLimit = 10, Time = time }, time, server =>
            {
                var options = TransportScene.Options(server);
                options.RequestsPerSecond = 10;
                return options;
            });

        var sending = Task.WhenAll(Enumerable.Range(0, 25).Select(i => scene.Transport.SendAsync((ulong)i, new OutgoingMessage("message"), null, $"n{i}")));
        await scene.PassUntilAsync(() => sending.IsCompleted, step: 0.1);

        await sending;
        Assert.Empty(scene.Server.Violations);
    }

    [Theory]
    [InlineData("user", false)]
    [InlineData("shared", false)]
    [InlineData("global", true)]
    public async Task TooMany_OfAScope_HoldsUpWhatSharesIt(string scope, bool holdsUpOthers)
    {
        var time = new ManualTime();
        await using var scene = await TransportScene.ReadyAsync(time: time);
        var limited = 1;
        scene.Server.OnCall = call => call.IsMessage && Interlocked.Exchange(ref limited, 0) == 1 ? RestFault.TooMany(scope, 5) : null;

        var first = scene.Transport.SendAsync(1, new OutgoingMessage("first"), null, "n1");
        await scene.Server.UntilAsync(() => scene.Server.Calls.Any(call => call.Status == 429) && scene.Log.Lines.Any(line => line.Contains(scope, StringComparison.Ordinal)));
        var other = scene.Transport.SendAsync(2, new OutgoingMessage("other"), null, "n2");
        if (holdsUpOthers)
        {
            Assert.Empty(scene.Server.Messages);
            Assert.False(other.IsCompleted);
        }
        else
        {
            await other;
        }

        await scene.PassUntilAsync(() => first.IsCompleted && other.IsCompleted, step: 0.5);
        Assert.Equal(2, scene.Server.Messages.Count);
    }

    [Fact]
    public async Task TooMany_WithoutSayingHowLong_IsTriedAgain()
    {
        await using var scene = await TransportScene.ReadyAsync();
        var storm = 3;
        scene.Server.OnCall = call => call.IsMessage && Interlocked.Decrement(ref storm) >= 0 ? new RestFault(429, JsonValue.Create("<html>")) : null;
        var sending = scene.Transport.SendAsync(1, new OutgoingMessage("through"), null, "n1");

        await sending;

        Assert.Single(scene.Server.Messages);
    }

    [Fact]
    public async Task Unauthorized_StopsForGood()
    {
        await using var scene = await TransportScene.ReadyAsync();
        scene.Server.OnCall = call => new RestFault(401);

        var first = await Assert.ThrowsAsync<DiscordException>(() => scene.Transport.SendAsync(1, new OutgoingMessage("one"), null, "n1"));
        var calls = scene.Server.Calls.Count;
        var second = await Assert.ThrowsAsync<DiscordException>(() => scene.Transport.SendAsync(1, new OutgoingMessage("two"), null, "n2"));

        Assert.Equal((true, true), (first.IsFatal, second.IsFatal));
        Assert.Contains("does not accept the bot's token", first.Message, StringComparison.Ordinal);
        Assert.Equal(calls, scene.Server.Calls.Count);
    }

    [Fact]
    public async Task Unauthorized_OfAnInteraction_IsItsOwnAffair()
    {
        await using var scene = await TransportScene.ReadyAsync();
        scene.Server.Ask("one");
        var command = await scene.Events.NextAsync<CommandEvent>();
        scene.Server.OnCall = call => call.IsCallback ? new RestFault(401, new JsonObject { ["code"] = 50027, ["message"] = "Invalid Webhook Token" }) : null;

        var refused = await Assert.ThrowsAsync<DiscordException>(() => scene.Transport.DeferAsync(command.Interaction, isPrivate: false));
        await scene.Transport.SendAsync(1, new OutgoingMessage("goes on"), null, "n1");

        Assert.False(refused.IsFatal);
        Assert.DoesNotContain(command.Interaction.Token, refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_Lost_IsNotDoubled()
    {
        await using var scene = await TransportScene.ReadyAsync();
        var losses = 2;
        scene.Server.OnCall = call => (call.IsMessage || call.IsCallback) && Interlocked.Decrement(ref losses) >= 0 ? new RestFault(LosesAnswer: true) : null;

        await scene.Transport.SendAsync(1, new OutgoingMessage("once"), null, "n1");
        losses = 1;
        scene.Server.Ask("one");
        await scene.Transport.DeferAsync((await scene.Events.NextAsync<CommandEvent>()).Interaction, isPrivate: false);

        Assert.Single(scene.Server.Messages);
        Assert.Equal(3, scene.Server.Calls.Count(call => call.IsMessage));
    }

    [Fact]
    public async Task Send_ToAServerThatKnowsNoNonces_IsPlainer()
    {
        await using var scene = await TransportScene.ReadyAsync();
        scene.Server.OnCall = call => call.Body is JsonObject body && (body.ContainsKey("nonce") || body.ContainsKey("flags"))
            ? new RestFault(400, new JsonObject { ["code"] = 7, ["message"] = "unknown field" }) : null;

        await scene.Transport.SendAsync(1, new OutgoingMessage("plain"), 5, "n1");

        Assert.Equal((5UL, "plain"), (scene.Server.Messages.Single().RepliesTo!.Value, scene.Server.Messages.Single().Content));
    }

    [Fact]
    public async Task Defer_AcknowledgedAlreadyUnderAnotherCode_GoesOn()
    {
        await using var scene = await TransportScene.ReadyAsync(new DiscordDoubleOptions { IsLoose = true });
        var losses = 1;
        scene.Server.OnCall = call => call.IsCallback && Interlocked.Decrement(ref losses) >= 0 ? new RestFault(LosesAnswer: true) : null;
        scene.Server.Ask("one");
        var interaction = (await scene.Events.NextAsync<CommandEvent>()).Interaction;

        await scene.Transport.DeferAsync(interaction, isPrivate: false);
        await scene.Transport.CompleteAsync(interaction with { ApplicationId = 0 }, new OutgoingMessage("answer"));

        Assert.Equal("answer", Assert.Single(scene.Server.Messages).Content);
    }

    [Fact]
    public async Task Defer_ServerSlow_IsGivenUpInTime()
    {
        var time = new ManualTime();
        await using var scene = await TransportScene.ReadyAsync(time: time);
        scene.Server.OnCall = call => call.IsCallback ? new RestFault(503) : null;
        scene.Server.Ask("one");
        var command = await scene.Events.NextAsync<CommandEvent>();

        var deferring = scene.Transport.DeferAsync(command.Interaction, isPrivate: false);
        await scene.PassUntilAsync(() => deferring.IsCompleted, step: 0.1);

        await Assert.ThrowsAsync<DiscordException>(() => deferring);
        Assert.InRange(scene.Server.Calls.Count(call => call.IsCallback), 2, 4);
        Assert.All(scene.Server.Calls.Where(call => call.IsCallback), call => Assert.Equal(503, call.Status));
        Assert.True(time.GetTimestamp() < TimeSpan.FromSeconds(4).Ticks);
    }

    [Fact]
    public async Task Typing_Limited_IsLeftOut()
    {
        await using var scene = await TransportScene.ReadyAsync(new DiscordDoubleOptions { BucketLimit = 1, BucketWindow = TimeSpan.FromMinutes(1) });

        await scene.Transport.TypeAsync(1);
        await scene.Transport.TypeAsync(1);

        Assert.Single(scene.Server.Calls, call => call.IsTyping);
    }

    [Fact]
    public async Task Typing_Refused_IsNotTriedAgain()
    {
        await using var scene = await TransportScene.ReadyAsync();
        scene.Server.OnCall = call => call.IsTyping ? new RestFault(500) : null;

        await scene.Transport.TypeAsync(1);

        Assert.Single(scene.Server.Calls, call => call.IsTyping);
    }

    [Fact]
    public async Task Bucket_NamedWhileARequestIsOnItsWay_CountsIt()
    {
        var table = new BucketTable(new ManualTime());
        var (named, busy) = (Route.CreateMessage(1), Route.CreateMessage(2));
        var onItsWay = await table.EnterAsync(busy, isDroppable: true, CancellationToken.None);
        var answered = await table.EnterAsync(named, isDroppable: true, CancellationToken.None);
        using var response = Limited("messages", remaining: 2);
        table.Leave(named, answered!, response);

        Assert.Null(await table.EnterAsync(busy, isDroppable: true, CancellationToken.None));
        table.Leave(busy, onItsWay!, response);
        Assert.NotNull(await table.EnterAsync(busy, isDroppable: true, CancellationToken.None));
        Assert.NotNull(await table.EnterAsync(busy, isDroppable: true, CancellationToken.None));
        Assert.Null(await table.EnterAsync(busy, isDroppable: true, CancellationToken.None));
    }

    [Fact]
    public async Task Bucket_SharedByTwoKinds_HearsOfBoth()
    {
        var table = new BucketTable(new ManualTime());
        var (send, type) = (Route.CreateMessage(1), Route.Type(1));
        var sent = await table.EnterAsync(send, isDroppable: true, CancellationToken.None);
        var typed = await table.EnterAsync(type, isDroppable: true, CancellationToken.None);
        using var first = Limited("shared", remaining: 1);
        using var second = Limited("shared", remaining: 0);
        table.Leave(send, sent!, first);

        table.Leave(type, typed!, second);

        Assert.Null(await table.EnterAsync(send, isDroppable: true, CancellationToken.None));
    }

    [Fact]
    public async Task Bucket_AnswerLost_CountsAgainstTheNextWindow()
    {
        var time = new ManualTime();
        var table = new BucketTable(time);
        var route = Route.CreateMessage(1);
        using var response = Limited("messages", remaining: 2);
        table.Leave(route, (await table.EnterAsync(route, isDroppable: true, CancellationToken.None))!, response);
        table.Leave(route, (await table.EnterAsync(route, isDroppable: true, CancellationToken.None))!, response: null);

        time.Advance(TimeSpan.FromSeconds(1.1));

        Assert.NotNull(await table.EnterAsync(route, isDroppable: true, CancellationToken.None));
        Assert.NotNull(await table.EnterAsync(route, isDroppable: true, CancellationToken.None));
        Assert.Null(await table.EnterAsync(route, isDroppable: true, CancellationToken.None));
    }

    [Fact]
    public async Task Global_RequestsLongOnTheirWay_CountUntilASecondAfterTheirAnswers()
    {
        var time = new ManualTime();
        using var limit = new GlobalLimit(2, time);
        await limit.EnterAsync(CancellationToken.None);
        await limit.EnterAsync(CancellationToken.None);
        time.Advance(TimeSpan.FromSeconds(5));

        var third = limit.EnterAsync(CancellationToken.None);
        Assert.False(third.IsCompleted);
        limit.Leave();
        while (time.Waiting == 0)
        {
            await Task.Yield();
        }

        time.Advance(TimeSpan.FromSeconds(0.9));
        Assert.False(third.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(0.1));
        await third;
    }

    [Fact]
    public async Task Interactions_Many_LeaveNoBucketsBehind()
    {
        var time = new ManualTime();
        var table = new BucketTable(time);
        for (var i = 0; i < 10_000; i++)
        {
            var route = Route.Callback((ulong)i, $"token{i}");
            var bucket = await table.EnterAsync(route, isDroppable: false, CancellationToken.None);
            table.Leave(route, bucket!, response: null);
        }

        Assert.InRange(table.Count, 1, 2048);
    }

    [Fact]
    public void InvalidRequests_TooMany_AreHeldBackUntilTheyHavePassed()
    {
        var time = new ManualTime();
        var guard = new InvalidRequestGuard(3, time);
        guard.Record(System.Net.HttpStatusCode.Forbidden, isShared: false);
        guard.Record(System.Net.HttpStatusCode.TooManyRequests, isShared: true);
        guard.Record(System.Net.HttpStatusCode.NotFound, isShared: false);
        guard.Record(System.Net.HttpStatusCode.TooManyRequests, isShared: false);
        guard.ThrowIfExhausted();

        guard.Record(System.Net.HttpStatusCode.Unauthorized, isShared: false);

        Assert.Throws<DiscordException>(guard.ThrowIfExhausted);
        time.Advance(TimeSpan.FromMinutes(10));
        guard.ThrowIfExhausted();
    }

    private static HttpResponseMessage Limited(string bucket, int remaining)
    {
        var response = new HttpResponseMessage();
        response.Headers.Add("X-RateLimit-Bucket", bucket);
        response.Headers.Add("X-RateLimit-Limit", "3");
        response.Headers.Add("X-RateLimit-Remaining", $"{remaining}");
        response.Headers.Add("X-RateLimit-Reset-After", "1");
        return response;
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    [InlineData("with space")]
    [InlineData("line\nbreak")]
    public void Token_ThatIsNone_IsRefusedWithoutBeingShown(string? token)
    {
        var refused = Assert.Throws<DiscordException>(() => BotToken.Parse(token));

        Assert.Contains("Discord:Token", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("break", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Token_WhateverFails_IsNowhereToBeRead()
    {
        await using var scene = await TransportScene.ReadyAsync(time: new ManualTime());
        var token = scene.Server.Options.Token;
        scene.Server.OnCall = call => new RestFault(400, new JsonObject { ["code"] = 50035, ["message"] = $"Bad token {token}" });
        var refused = await Assert.ThrowsAsync<DiscordException>(() => scene.Transport.SendAsync(1, new OutgoingMessage("x"), null, "n"));
        scene.Server.OnCall = call => new RestFault(500);
        scene.Server.CutConnections();
        var lost = scene.Transport.SendAsync(2, new OutgoingMessage("x"), null, "n");
        await scene.PassUntilAsync(() => lost.IsCompleted, step: 5);
        await Assert.ThrowsAsync<DiscordException>(() => lost);

        Assert.Contains("Bad token [token]", refused.Message, StringComparison.Ordinal);
        Assert.All(scene.Log.Lines, line => Assert.DoesNotContain(token, line, StringComparison.Ordinal));
        Assert.DoesNotContain(token, BotToken.Parse("Bot " + token).ToString(), StringComparison.Ordinal);
    }
}
