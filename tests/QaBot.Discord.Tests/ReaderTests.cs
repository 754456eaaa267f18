using System.Text.Json.Nodes;
using QaBot.Discord.Feedback;
using QaBot.Discord.Languages;
using QaBot.Testing.Discord;

namespace QaBot.Discord.Tests;

/// <summary>What readers see and do besides asking.</summary>
public sealed class ReaderTests
{
    private const ulong ManageGuild = 1 << 5;

    [Theory]
    [InlineData("help", "I answer questions about Marlow")]
    [InlineData("", "I answer questions about Marlow")]
    [InlineData("Hi!", "Hello!")]
    [InlineData("Danke schön", "Gern geschehen.")]
    [InlineData("¡hola!", "¡Hola!")]
    [InlineData("Merci beaucoup !", "Je vous en prie.")]
    public async Task Mention_ThatIsNoQuestion_SaysWhatTheBotIsAbout(string text, string start)
    {
        await using var scene = await BotScene.StartAsync();

        var said = await scene.ReplyAsync(scene.Server.Write($"{DiscordDouble.Mention} {text}"));

        Assert.StartsWith(start, said.Content, StringComparison.Ordinal);
        Assert.Contains("Marlow", said.Content, StringComparison.Ordinal);
        Assert.Empty(said.Buttons);
        Assert.Equal(0, scene.Bot.Counters.Questions);
    }

    [Fact]
    public async Task Help_InALanguage_IsInThatLanguage()
    {
        await using var scene = await BotScene.StartAsync();

        var german = await scene.AnswerAsync(scene.Server.Use("help", locale: "de"));
        var spanish = await scene.AnswerAsync(scene.Server.Ask("Which pottery submarine exploded near Jupiter?", locale: "es-419"));

        Assert.StartsWith("Ich beantworte Fragen zu Marlow", german.Content, StringComparison.Ordinal);
        Assert.True(german.IsPrivate);
        Assert.StartsWith("No lo he encontrado en las fuentes", spanish.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reply_WithoutTheMention_IsToldOnce()
    {
        await using var scene = await BotScene.StartAsync();
        var answer = await scene.ReplyAsync(scene.Server.Write($"{DiscordDouble.Mention} {BotScene.Where}"));

        var first = scene.Server.Write("", replyTo: answer, mentions: false);
        Assert.Contains("mention left on", (await scene.ReplyAsync(first)).Content, StringComparison.Ordinal);
        scene.Server.Write("", replyTo: answer, mentions: false);
        await scene.ReplyAsync(scene.Server.Write($"{DiscordDouble.Mention} {BotScene.Where}"));

        Assert.Single(scene.Server.Messages, message => message.Content.Contains("mention left on", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Message_AskedAbout_IsAnsweredToTheOneWhoAsks()
    {
        await using var scene = await BotScene.StartAsync();

        var answer = await scene.AnswerAsync(scene.Server.UseOn("Ask about this message", $"{BotScene.Where} <:hm:5>"));
        var nothing = await scene.AnswerAsync(scene.Server.UseOn("Ask about this message", "<:hm:5>"));

        Assert.Contains("Bristol", answer.Content, StringComparison.Ordinal);
        Assert.True(answer.IsPrivate);
        Assert.StartsWith("There is no text in that message", nothing.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Source_Typed_SuggestsCitationsAndTexts()
    {
        await using var scene = await BotScene.StartAsync();
        await scene.AnswerAsync(scene.Server.Ask(BotScene.Where));
        await scene.Server.UntilAsync(() => scene.Bot.Counters.Answers == 1);

        var all = await SuggestedAsync(scene, "");
        var some = await SuggestedAsync(scene, "marlow.txt#");
        var none = await SuggestedAsync(scene, "no such thing");
        var page = await scene.AnswerAsync(scene.Server.Use("source", new JsonObject { ["place"] = all[0].Value }));

        Assert.Equal(["1 · 0 % into it", "Marlow"], all.Select(choice => choice.Name));
        Assert.Equal(["marlow.txt#1"], some.Select(choice => choice.Value));
        Assert.Empty(none);
        Assert.Contains("**Ada Marlow was born in Bristol in 1931.**", page.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BadAnswer_Explained_IsKeptWithItsReason()
    {
        await using var scene = await BotScene.StartAsync();
        var answer = await scene.AnswerAsync(scene.Server.Ask(BotScene.Where));

        var pressed = scene.Server.Press(answer, "👎");
        await scene.Server.UntilAsync(() => pressed.Form is not null);
        var thanks = await scene.AnswerAsync(scene.Server.Submit(pressed, $"Wrong town, says <@{DiscordDouble.Bob}>."));

        Assert.True(thanks.IsPrivate);
        Assert.Equal("Wrong town, says someone.", JsonNode.Parse(Assert.Single(FeedbackExport.Rows(scene.Database)))!["reasons"]![0]!.GetValue<string>());
    }

    [Fact]
    public async Task BadAnswer_OnAServerWithoutForms_IsTakenWithoutAReason()
    {
        await using var scene = await BotScene.StartAsync(server: new DiscordDoubleOptions { RefusedFields = ["title"] });
        var answer = await scene.AnswerAsync(scene.Server.Ask(BotScene.Where));

        var thanks = await scene.AnswerAsync(scene.Server.Press(answer, "👎"));

        Assert.StartsWith("Thank you, noted: not a good answer.", thanks.Content, StringComparison.Ordinal);
        Assert.Equal(1, scene.Bot.Counters.Votes);
    }

    [Fact]
    public async Task Card_Refused_IsPlainFromThenOn()
    {
        await using var scene = await BotScene.StartAsync(server: new DiscordDoubleOptions { RefusedFields = ["accent_color"] });

        var first = await scene.AnswerAsync(scene.Server.Ask(BotScene.Where));
        var calls = scene.Server.Calls.Count(call => call.Status == 400);
        var second = await scene.ReplyAsync(scene.Server.Write($"{DiscordDouble.Mention} {BotScene.Where}"));

        Assert.Equal((false, false), (first.IsCard, second.IsCard));
        Assert.Equal(first.Content, second.Content);
        Assert.Equal(["1", "👍", "👎"], second.Buttons.Select(button => button.Label));
        Assert.Equal(1, calls);
        Assert.Equal(1, scene.Server.Calls.Count(call => call.Status == 400));
    }

    [Fact]
    public async Task Setup_ByAManager_IsKept()
    {
        await using var scene = await BotScene.StartAsync();
        var options = new JsonObject { ["channels"] = $"<#{DiscordDouble.Channel}> <#55>", ["private"] = true };

        var refused = await scene.AnswerAsync(scene.Server.Use("setup", options));
        var direct = await scene.AnswerAsync(scene.Server.Use("setup", options, guild: null, channelType: 1, permissions: ManageGuild));
        var done = await scene.AnswerAsync(scene.Server.Use("setup", options, permissions: ManageGuild));
        var elsewhere = await scene.AnswerAsync(scene.Server.Ask(BotScene.Where, channel: 77));
        var here = await scene.AnswerAsync(scene.Server.Ask(BotScene.Where));
        var shown = await scene.AnswerAsync(scene.Server.Ask(BotScene.Where, isPrivate: false));

        Assert.StartsWith("Only those who may manage the server", refused.Content, StringComparison.Ordinal);
        Assert.StartsWith("I can be set up in a server only", direct.Content, StringComparison.Ordinal);
        Assert.Equal($"Here I answer in: <#{DiscordDouble.Channel}> <#55>\nA thread for each question: no\nPrivate by default: yes", done.Content);
        Assert.StartsWith("I do not answer here", elsewhere.Content, StringComparison.Ordinal);
        Assert.Equal((true, false), (here.IsPrivate, shown.IsPrivate));
        Assert.True(new Setup.SetupStore(scene.Database).Of(new Interactions.Place(1, DiscordDouble.Guild, Interactions.PlaceKind.Channel)).IsPrivate);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Setup_WithThreads_AnswersInOneWhereItMay(bool hasThreads)
    {
        await using var scene = await BotScene.StartAsync(server: new DiscordDoubleOptions { HasThreads = hasThreads });
        await scene.AnswerAsync(scene.Server.Use("setup", new JsonObject { ["threads"] = true, ["channels"] = "all" }, permissions: ManageGuild));

        var question = scene.Server.Write($"{DiscordDouble.Mention} When did Marlow open her pottery in Falmouth?");
        var answer = await scene.Server.MessageAsync(message => message.Content.Contains("1958", StringComparison.Ordinal));

        Assert.Equal(hasThreads ? question : DiscordDouble.Channel, answer.ChannelId);
        if (hasThreads)
        {
            scene.Server.Write($"{DiscordDouble.Mention} Where?", channel: question);
            var next = await scene.Server.MessageAsync(message => message.ChannelId == question && message != answer);
            Assert.StartsWith("-# read as: ", next.Content, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Commands_Registered_HaveTheirNamesInEachLanguage()
    {
        await using var scene = await BotScene.StartAsync();

        Assert.Empty(scene.Server.Violations);
        Assert.All(scene.Server.Commands, command => Assert.Equal(
            Phrasebook.All.Skip(1).SelectMany(phrases => phrases.Locales).Order(),
            command!["name_localizations"]!.AsObject().Select(pair => pair.Key).Order()));
    }

    private static async Task<IReadOnlyList<(string Name, string Value)>> SuggestedAsync(BotScene scene, string text)
    {
        var typing = scene.Server.Type("source", "place", text);
        await scene.Server.UntilAsync(() => typing.Suggestions is not null);
        return typing.Suggestions!;
    }
}
