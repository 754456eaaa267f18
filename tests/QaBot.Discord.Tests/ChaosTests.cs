using QaBot.Testing.Discord;

namespace QaBot.Discord.Tests;

public sealed class ChaosTests
{
    private const int Questions = 240;

    [Fact]
    public async Task Everything_GoesWrong_EachQuestionIsAnsweredOnce()
    {
        await using var scene = await BotScene.StartAsync(
            options =>
            {
                options.RequestsPerSecond = 10_000;
                options.Concurrency = 32;
                return options;
            },
            new DiscordDoubleOptions { BucketLimit = 10, BucketWindow = TimeSpan.FromMilliseconds(100), GlobalLimit = 10_000 });
        var random = new Random(3);
        scene.Server.DispatchTimes = 2;
        scene.Server.OnCall = call =>
        {
            lock (random)
            {
                // Deferring has three seconds, in which not everything may go wrong.
                return call.IsCallback ? null : random.Next(10) switch
                {
                    0 => new RestFault(500),
                    1 => RestFault.TooMany("shared", 0.03),
                    2 when call.IsMessage => new RestFault(LosesAnswer: true),
                    3 => new RestFault(Delay: Task.Delay(random.Next(1, 40))),
                    _ => null,
                };
            }
        };

        var messages = new List<ulong>();
        var interactions = new List<DoubleInteraction>();
        for (var i = 0; i < Questions; i++)
        {
            var (user, channel) = ((ulong)(1000 + (i % 20)), (ulong)(2000 + (i % 8)));
            if (i % 4 == 0)
            {
                interactions.Add(scene.Server.Ask(BotScene.Where, user, channel));
            }
            else
            {
                messages.Add(scene.Server.Write($"{DiscordDouble.Mention} {BotScene.Where}", user, channel));
            }

            if (i % 60 == 59)
            {
                // What asks by command has to arrive within its three seconds: the cut comes behind it.
                await scene.Server.UntilAsync(() => interactions.TrueForAll(interaction => interaction.ResponseType is not null));
                scene.Server.CutConnections();
                await scene.Server.UntilAsync(() => scene.Bot.Health.IsConnected);
            }
        }

        await scene.Server.UntilAsync(() => scene.Server.Messages.Count >= Questions && scene.Bot.Waiting == 0);
        await scene.StopAsync();

        Assert.Equal(messages.Order(), scene.Server.Messages.Where(message => message.Interaction is null).Select(message => message.RepliesTo!.Value).Order());
        Assert.All(interactions, interaction => Assert.Single(interaction.Answers));
        Assert.Empty(scene.Server.Violations);
        Assert.Equal((0, Questions), (scene.Bot.Counters.Errors, scene.Bot.Counters.Answers));
    }

    [Fact]
    public async Task Server_FollowingTheDocumentationLoosely_IsServedAllTheSame()
    {
        await using var scene = await BotScene.StartAsync(server: new DiscordDoubleOptions { IsLoose = true });

        var command = await scene.AnswerAsync(scene.Server.Ask(BotScene.Where));
        var mention = await scene.ReplyAsync(scene.Server.Write($"{DiscordDouble.Mention} {BotScene.Where}"));
        var page = await scene.AnswerAsync(scene.Server.Press(command, "1"));
        scene.Server.CutConnections();
        await scene.Server.UntilAsync(() => scene.Server.Identifies.Count == 2 || scene.Server.Resumes > 0);
        await scene.Server.UntilAsync(() => scene.Bot.Health is { IsConnected: true, Reconnects: > 1 });
        var after = await scene.ReplyAsync(scene.Server.Write(BotScene.Where, guild: null, channel: DiscordDouble.Direct));

        Assert.All([command, mention, after], message => Assert.Contains("Bristol", message.Content, StringComparison.Ordinal));
        Assert.Contains("**Ada Marlow was born in Bristol in 1931.**", page.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Token_TakenAwayWhileRunning_EndsTheBot()
    {
        await using var scene = await BotScene.StartAsync();
        scene.Server.OnCall = _ => new RestFault(401);
        scene.Server.Write($"{DiscordDouble.Mention} {BotScene.Where}");

        var refused = await Assert.ThrowsAsync<DiscordException>(() => scene.Running);

        Assert.True(refused.IsFatal);

        // Typing and reply may both be on their way.
        Assert.InRange(scene.Server.Calls.Count(call => call.Status == 401), 1, 2);
        await scene.Server.UntilAsync(() => scene.Server.CloseCodes.Contains(1000));
    }

    [Fact]
    public async Task Defer_Refused_DoesNotEndTheBot()
    {
        await using var scene = await BotScene.StartAsync();
        scene.Server.OnCall = call => call.IsCallback ? new RestFault(404, new System.Text.Json.Nodes.JsonObject { ["code"] = 99_999, ["message"] = "Unknown" }) : null;
        scene.Server.Ask(BotScene.Where);
        await scene.Server.UntilAsync(() => scene.Bot.Counters.Errors == 1);
        scene.Server.OnCall = null;

        Assert.Contains("Bristol", (await scene.AnswerAsync(scene.Server.Ask(BotScene.Where))).Content, StringComparison.Ordinal);
    }
}
