using System.Text.Json.Nodes;
using QaBot.Discord.Events;
using QaBot.Discord.Messages;
using QaBot.Discord.Tests.Gateway;
using QaBot.Testing;
using QaBot.Testing.Discord;

namespace QaBot.Discord.Tests.Rest;

/// <summary>Servers that are down for a while, or answer too late.</summary>
public sealed class OutageTests
{
    [Fact]
    public async Task Down_ForTwentySeconds_LosesNothingThatMayBeRepeated()
    {
        await using var scene = await TransportScene.ReadyAsync(time: new ManualTime());
        scene.Server.Ask("Who?");
        var interaction = (await scene.Events.NextAsync<CommandEvent>()).Interaction;
        await scene.Transport.DeferAsync(interaction, isPrivate: false);
        scene.Server.GoDown(TimeSpan.FromSeconds(20));

        var sending = Task.WhenAll(scene.Transport.SendAsync(1, new OutgoingMessage("a reply"), 5, "n1"), AnswerAsync());
        await scene.PassUntilAsync(() => sending.IsCompleted, step: 0.5);
        await sending;

        Assert.Equal(["a reply", "an answer", "more of it"], scene.Server.Messages.Select(message => message.Content).Order());
        Assert.Empty(scene.Server.Violations);

        async Task AnswerAsync()
        {
            await scene.Transport.CompleteAsync(interaction, new OutgoingMessage("an answer"));
            await scene.Transport.FollowUpAsync(interaction, new OutgoingMessage("more of it"), isPrivate: false);
        }
    }

    [Fact]
    public async Task Down_ForLonger_IsGivenUpAfterFiveMinutes()
    {
        var time = new ManualTime();
        await using var scene = await TransportScene.ReadyAsync(time: time);
        scene.Server.GoDown(TimeSpan.FromHours(1));

        var sending = scene.Transport.SendAsync(1, new OutgoingMessage("lost"), null, "n1");
        await scene.PassUntilAsync(() => sending.IsCompleted, step: 2);

        var refused = await Assert.ThrowsAsync<DiscordException>(() => sending);
        Assert.Contains("status 503", refused.Message, StringComparison.Ordinal);
        Assert.InRange(time.GetTimestamp(), TimeSpan.FromSeconds(280).Ticks, TimeSpan.FromSeconds(310).Ticks);
        Assert.Single(scene.Log.Lines, line => line.StartsWith("Warning", StringComparison.Ordinal) && line.Contains("status 503", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Thread_WhoseBeginningIsAnsweredByWhatStandsBetween_IsTheOneThatIsThere()
    {
        await using var scene = await TransportScene.ReadyAsync();
        var attempts = 0;
        scene.Server.OnCall = call => call.Path.EndsWith("/threads", StringComparison.Ordinal) && Interlocked.Increment(ref attempts) == 1 ? new RestFault(StatusAfter: 504) : null;

        Assert.Equal(42UL, await scene.Transport.StartThreadAsync(DiscordDouble.Channel, 42, "Who?"));

        Assert.Equal([504, 400], scene.Server.Calls.Where(call => call.Path.EndsWith("/threads", StringComparison.Ordinal)).Select(call => call.Status));
    }

    [Theory]
    [InlineData(502, 1)]
    [InlineData(504, 1)]
    [InlineData(503, 2)]
    public async Task FollowUp_AnsweredByWhatStandsBetween_IsNotDoubled(int status, int attempts)
    {
        await using var scene = await TransportScene.ReadyAsync();
        scene.Server.Ask("Who?");
        var interaction = (await scene.Events.NextAsync<CommandEvent>()).Interaction;
        await scene.Transport.DeferAsync(interaction, isPrivate: false);
        await scene.Transport.CompleteAsync(interaction, new OutgoingMessage("first"));
        var faults = 1;
        scene.Server.OnCall = call => call.Method == "POST" && call.Path.StartsWith("webhooks", StringComparison.Ordinal) && Interlocked.Decrement(ref faults) >= 0
            ? status == 503 ? new RestFault(status) : new RestFault(StatusAfter: status) : null;

        var refused = await Record.ExceptionAsync(() => scene.Transport.FollowUpAsync(interaction, new OutgoingMessage("second"), isPrivate: false));

        Assert.Equal(attempts == 1, refused is DiscordException { MayHaveArrived: true });
        Assert.Single(scene.Server.Messages, message => message.Content == "second");
        Assert.Equal(attempts, scene.Server.Calls.Count(call => call.Method == "POST" && call.Path.StartsWith("webhooks", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Defer_AcknowledgedTooLate_IsAnsweredAllTheSame()
    {
        var time = new ManualTime();
        var late = new TaskCompletionSource();
        await using var scene = await BotScene.StartAsync(server: new DiscordDoubleOptions { Time = time }, time: time);
        scene.Server.OnCall = call => call.IsCallback ? new RestFault(AnswerDelay: late.Task) : null;

        var asked = scene.Server.Ask(BotScene.Where);
        await scene.Server.UntilAsync(() => asked.ResponseType == 5);
        await BotScene.TickUntilAsync(scene.Server, time, () => asked.Answers.Count == 1);
        late.SetResult();

        Assert.Contains("Bristol", asked.Answers[0].Content, StringComparison.Ordinal);
        Assert.Equal(0, scene.Bot.Counters.Errors);
        Assert.Empty(scene.Server.Violations);
    }

    [Fact]
    public async Task Interaction_WhoseTokenIsRefused_IsAnsweredInTheChannel()
    {
        await using var scene = await BotScene.StartAsync();
        scene.Server.OnCall = call => call.Path.StartsWith("webhooks", StringComparison.Ordinal)
            ? new RestFault(401, new JsonObject { ["code"] = 50027, ["message"] = "Invalid Webhook Token" }) : null;

        scene.Server.Ask(BotScene.Where, isPrivate: true);
        await scene.Server.UntilAsync(() => scene.Bot.Counters.Errors == 1);
        Assert.Empty(scene.Server.Messages);
        scene.Server.Ask(BotScene.Where);
        var answer = await scene.Server.MessageAsync(message => message.Interaction is null);

        Assert.Contains("Bristol", answer.Content, StringComparison.Ordinal);
        Assert.Equal(DiscordDouble.Channel, answer.ChannelId);
    }
}
