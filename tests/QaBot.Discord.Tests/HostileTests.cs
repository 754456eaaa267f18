using System.Text.Json.Nodes;
using QaBot.Discord.Tests.Messages;
using QaBot.Testing;
using QaBot.Testing.Discord;

namespace QaBot.Discord.Tests;

/// <summary>Users, disks and servers that mean the bot no good.</summary>
public sealed class HostileTests
{
    [Fact]
    public async Task Answer_ThatCannotBeRemembered_IsGivenAllTheSame()
    {
        await using var scene = await BotScene.StartAsync();
        scene.Database.Execute("CREATE TRIGGER full BEFORE INSERT ON turn BEGIN SELECT RAISE(FAIL, 'database or disk is full'); END");

        var answer = await scene.AnswerAsync(scene.Server.Ask(BotScene.Where));
        await scene.Server.UntilAsync(() => scene.Bot.Counters.Answers == 1);

        Assert.Single(answer.Contents);
        Assert.Contains("Bristol", answer.Content, StringComparison.Ordinal);
        Assert.Contains(scene.Log.Lines, line => line.Contains("disk is full", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Expire_ThatFails_DoesNotEndTheBot()
    {
        await using var scene = await BotScene.StartAsync();
        scene.Database.Execute("DROP TABLE message");
        scene.Database.Execute("DROP TABLE turn");

        scene.Bot.Expire();

        Assert.Contains(scene.Log.Lines, line => line.Contains("cannot be deleted", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Setup_ThatCannotBeRead_IsAsWhereNobodyHasSetItUp()
    {
        await using var scene = await BotScene.StartAsync();
        scene.Database.Execute("DROP TABLE setup");

        var first = await scene.ReplyAsync(scene.Server.Write($"{DiscordDouble.Mention} {BotScene.Where}"));
        var second = await scene.AnswerAsync(scene.Server.Ask(BotScene.Where));

        Assert.All([first, second], answer => Assert.Contains("Bristol", answer.Content, StringComparison.Ordinal));
        Assert.Contains(scene.Log.Lines, line => line.Contains($"server {DiscordDouble.Guild} cannot be read", StringComparison.Ordinal));
        Assert.True(scene.Bot.Counters.Errors > 1);
    }

    [Fact]
    public async Task Commands_NotRegistered_AreRegisteredWithTheNextSession()
    {
        var time = new ManualTime();
        await using var server = await DiscordDouble.StartAsync(new DiscordDoubleOptions { Time = time });
        server.OnCall = call => call.Method == "PUT" ? new RestFault(403) : null;
        var starting = BotScene.StartAsync(existing: server, time: time);
        await server.UntilAsync(() => server.Calls.Any(call => call.Method == "PUT" && call.Status == 403));
        server.OnCall = null;

        server.SendFrame(new JsonObject { ["op"] = 9, ["d"] = false });
        await BotScene.TickUntilAsync(server, time, () => starting.IsCompleted);

        await using var scene = await starting;
        Assert.Equal(7, server.Commands.Count);
    }

    [Theory]
    [InlineData("\u200b\u2060\ufeff")]
    [InlineData("<@900000000000000001>")]
    [InlineData("***```||> # [x](http://y) @everyone <@&1> \u202egnp.exe")]
    [InlineData("\ud83d")]
    public async Task Command_HostileQuestion_IsAnsweredWithoutAPing(string question)
    {
        await using var scene = await BotScene.StartAsync();

        var answer = await scene.AnswerAsync(scene.Server.Ask(question));
        var reply = await scene.ReplyAsync(scene.Server.Write($"{DiscordDouble.Mention} {question}"));

        MarkdownTests.AssertNoPing(answer.Content);
        MarkdownTests.AssertNoPing(reply.Content);
        Assert.DoesNotContain("Something went wrong", answer.Content + reply.Content, StringComparison.Ordinal);
        Assert.Equal(0, scene.Bot.Counters.Errors);
        Assert.Empty(scene.Server.Violations);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("s:1:0:99999999:p0:000000000000:marlow.txt")]
    [InlineData("s:1:0:5:b2147483647:000000000000:@everyone")]
    [InlineData("s:1:0:5:p0:000000000000:~0000000000000000")]
    public async Task Button_Forged_IsAnsweredKindly(string customId)
    {
        await using var scene = await BotScene.StartAsync();
        var answer = await scene.AnswerAsync(scene.Server.Ask(BotScene.Where));

        var pressed = scene.Server.Press(answer, ("x", customId, true), user: DiscordDouble.Bob);
        await scene.Server.UntilAsync(() => pressed.ResponseType is not null);

        Assert.Equal(0, scene.Bot.Counters.Errors);
        Assert.Empty(scene.Server.Violations);
        MarkdownTests.AssertNoPing((pressed.Answers.Count > 0 ? pressed.Answers[0] : answer).Content);
    }
}
