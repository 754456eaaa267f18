using System.Text.Json.Nodes;
using QaBot.Testing.Discord;

namespace QaBot.Discord.Tests.Limits;

/// <summary>Where the bot does not answer it shows nothing of its sources either.</summary>
public sealed class AllowListTests
{
    private const string NotHere = "I do not answer here";

    [Fact]
    public async Task Sources_WhereTheBotDoesNotAnswer_AreNotShown()
    {
        await using var open = await BotScene.StartAsync();
        var answer = await open.AnswerAsync(open.Server.Ask(BotScene.Where));
        var disliked = open.Server.Press(answer, "👎");
        await open.Server.UntilAsync(() => disliked.Form is not null);
        await using var closed = await BotScene.StartAsync(options =>
        {
            options.Guilds = "1001,3003";
            return options;
        });

        DoubleMessage[] said =
        [
            await closed.AnswerAsync(closed.Server.Use("source", new JsonObject { ["place"] = $"{BotScene.DocumentName}#1" })),
            await closed.AnswerAsync(closed.Server.Use("source", new JsonObject { ["place"] = answer.Buttons[0].CustomId }, channel: DiscordDouble.Direct, guild: null, channelType: 1)),
            await closed.AnswerAsync(closed.Server.Use("about")),
            await closed.AnswerAsync(closed.Server.Use("help")),
            await closed.AnswerAsync(closed.Server.Press(answer, "1")),
            await closed.AnswerAsync(closed.Server.Press(answer, "👍", guild: null)),
            await closed.AnswerAsync(closed.Server.Submit(disliked, "No.")),
        ];
        var forgotten = await closed.AnswerAsync(closed.Server.Use("forget"));

        Assert.All(said, message => Assert.StartsWith(NotHere, message.Content, StringComparison.Ordinal));
        Assert.All(said, message => Assert.True(message.IsPrivate));
        Assert.Empty(await SuggestedAsync(closed, DiscordDouble.Channel, DiscordDouble.Guild));
        Assert.Empty(await SuggestedAsync(closed, DiscordDouble.Direct, guild: null));
        Assert.NotEmpty(await SuggestedAsync(open, DiscordDouble.Channel, DiscordDouble.Guild));
        Assert.StartsWith("Forgotten.", forgotten.Content, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<(string Name, string Value)>> SuggestedAsync(BotScene scene, ulong channel, ulong? guild)
    {
        var typing = scene.Server.Type("source", "place", "", channel: channel, guild: guild);
        await scene.Server.UntilAsync(() => typing.Suggestions is not null);
        return typing.Suggestions!;
    }
}
