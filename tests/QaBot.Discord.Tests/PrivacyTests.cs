using System.Text.Json.Nodes;
using QaBot.Testing.Discord;

namespace QaBot.Discord.Tests;

/// <summary>What somebody asks in private is nobody else's.</summary>
public sealed class PrivacyTests
{
    private const ulong Group = 600_000_000_000_000_001;
    private const string Private = "When did Marlow open her pottery in Falmouth?";

    [Theory]
    [InlineData(3)]
    [InlineData(1)]
    public async Task GroupOfPeople_PrivateQuestion_IsTheAskersAlone(int channelType)
    {
        await using var scene = await BotScene.StartAsync();
        await scene.AnswerAsync(scene.Server.Ask(Private, channel: Group, guild: null, isPrivate: true, channelType: channelType));
        await scene.Server.UntilAsync(() => scene.Bot.Counters.Answers == 1);

        var other = await scene.AnswerAsync(scene.Server.Ask("Where?", user: DiscordDouble.Bob, channel: Group, guild: null, channelType: channelType));
        var othersPrivate = await scene.AnswerAsync(scene.Server.Ask("Where?", user: DiscordDouble.Bob, channel: Group, guild: null, isPrivate: true, channelType: channelType));
        var own = await scene.AnswerAsync(scene.Server.Ask("Where?", channel: Group, guild: null, isPrivate: true, channelType: channelType));

        Assert.DoesNotContain("read as", other.Content + othersPrivate.Content, StringComparison.Ordinal);
        Assert.DoesNotContain("pottery", other.Content + othersPrivate.Content, StringComparison.Ordinal);
        Assert.StartsWith("-# read as: ", own.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GroupOfPeople_PublicQuestions_BeginEachTheirOwnConversation()
    {
        await using var scene = await BotScene.StartAsync();
        await scene.AnswerAsync(scene.Server.Ask(Private, channel: Group, guild: null, channelType: 3));

        var other = await scene.AnswerAsync(scene.Server.Ask("Where?", user: DiscordDouble.Bob, channel: Group, guild: null, channelType: 3));

        Assert.DoesNotContain("read as", other.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Commands_Registered_SayWhereTheyMayBeUsed()
    {
        await using var scene = await BotScene.StartAsync();

        Assert.All(scene.Server.Commands, command =>
        {
            Assert.NotNull(command!["integration_types"]);
            Assert.NotNull(command["contexts"]);
        });
        Assert.Equal("[0,1,2]", Ask(scene)["contexts"]!.ToJsonString());
    }

    private static JsonNode Ask(BotScene scene) => scene.Server.Commands.First(command => command!["name"]!.GetValue<string>() == "ask")!;
}
