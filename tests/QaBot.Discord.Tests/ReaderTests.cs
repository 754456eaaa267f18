using System.Text.Json.Nodes;
using QaBot.Discord.Feedback;
using QaBot.Discord.Languages;
using QaBot.Discord.Operations;
using QaBot.Discord.Setup;
using QaBot.Testing.Discord;
using QaBot.Text;

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
        Assert.Empty(await SuggestedAsync(scene, all[0].Value[..4]));
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
        Assert.True(Setups(scene).Of(new Interactions.Place(1, DiscordDouble.Guild, Interactions.PlaceKind.Channel)).IsPrivate);
    }

    [Fact]
    public async Task Setup_MoreChannelsThanCanBeShown_AreRefused()
    {
        await using var scene = await BotScene.StartAsync();

        var most = await scene.AnswerAsync(scene.Server.Use("setup", Channels(60), permissions: ManageGuild));
        var tooMany = await scene.AnswerAsync(scene.Server.Use("setup", Channels(61), permissions: ManageGuild));

        Assert.EndsWith("59> <#1000000000000000060>", most.Content.Split('\n')[0], StringComparison.Ordinal);
        Assert.StartsWith("I can keep at most 60 channels, and these are 61.", tooMany.Content, StringComparison.Ordinal);
        Assert.Equal(60, Setups(scene).Of(DiscordDouble.Guild).Channels.Count);
    }

    [Fact]
    public async Task Setup_MoreChannelsFromBefore_AreShownAsFarAsTheyFit()
    {
        await using var scene = await BotScene.StartAsync();
        Setups(scene).Save(DiscordDouble.Guild, new GuildSetup([.. Enumerable.Range(1, 100).Select(i => 1_000_000_000_000_000_000 + (ulong)i)], UsesThreads: true, IsPrivate: false));

        var shown = await scene.AnswerAsync(scene.Server.Use("setup", permissions: ManageGuild, locale: "de"));

        Assert.Matches(@"<#10000000000000000\d\d> und \d\d weitere\n", shown.Content);
    }

    [Fact]
    public async Task Setup_WhileItCannotBeRead_IsNotOverwritten()
    {
        await using var scene = await BotScene.StartAsync();
        scene.Database.Execute($$"""
            DROP TABLE setup;
            CREATE TABLE kept (guild INTEGER);
            CREATE VIEW setup AS SELECT {{DiscordDouble.Guild}} AS guild, json('{') AS channels, 0 AS threads, 0 AS private;
            CREATE TRIGGER keep INSTEAD OF INSERT ON setup BEGIN INSERT INTO kept VALUES (new.guild); END
            """);

        scene.Server.Use("setup", new JsonObject { ["private"] = true }, permissions: ManageGuild);
        await scene.Server.UntilAsync(() => scene.Bot.Counters.Errors > 0);

        Assert.Empty(scene.Database.Query("SELECT guild FROM kept", row => row.GetInt64(0)));
    }

    [Theory]
    [InlineData("en-US", "- and 1 more\n", "for 24 h,", ",")]
    [InlineData("de", "- und 1 weitere\n", "24 h lang", ".")]
    public async Task About_ManyLongNames_IsCutToWhatFits(string locale, string more, string memory, string separator)
    {
        var documents = Enumerable.Range(10, 11).Select(i => Document.FromText($"a{i}.txt", $"# Book {i}\n\n{BotScene.Text}{new string('x', 12_000)}")).ToList();
        var longer = documents.ConvertAll(document => Document.FromText($"{new string('_', 50)}{document.Name}", $"# {string.Join('_', Enumerable.Repeat("long", 16))}\n\n{BotScene.Text}"));
        await using var scene = await BotScene.StartAsync(documents: documents);
        await using var cut = await BotScene.StartAsync(documents: longer);

        var ten = await scene.AnswerAsync(scene.Server.Use("about", locale: locale));
        var fewer = await cut.AnswerAsync(cut.Server.Use("about", locale: locale));

        Assert.Contains(more, ten.Content, StringComparison.Ordinal);
        Assert.Contains(memory, ten.Content, StringComparison.Ordinal);
        Assert.Matches($@"\(a10\.txt, 12\{separator}\d\d\d ", ten.Content);
        Assert.Matches(more.Replace("1", @"\d", StringComparison.Ordinal), fewer.Content);
        Assert.DoesNotContain(more, fewer.Content, StringComparison.Ordinal);
        Assert.InRange(fewer.Content.Length, 1_500, 2_000);
    }

    [Fact]
    public async Task Title_Long_IsShortenedWhereItIsShown()
    {
        await using var scene = await BotScene.StartAsync(title: string.Join(' ', Enumerable.Repeat("word", 24)));

        Assert.EndsWith("word…", Assert.Single(await SuggestedAsync(scene, "marlow.txt#")).Name, StringComparison.Ordinal);
        Assert.Empty(scene.Server.Violations);
    }

    [Fact]
    public async Task Help_WithoutExamples_SaysTheRest()
    {
        await using var scene = await BotScene.StartAsync(ask: (_, _, _) => throw new InvalidOperationException("no examples"));

        var help = await scene.AnswerAsync(scene.Server.Use("help"));

        Assert.StartsWith("I answer questions about Marlow", help.Content, StringComparison.Ordinal);
        Assert.Contains(scene.Log.Lines, line => line.Contains("no examples", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Thread_OfTheBot_SaysOnceHowItGoesOn()
    {
        const ulong Others = 400_000_000_000_000_098;
        await using var scene = await BotScene.StartAsync();
        scene.Server.Dispatch("THREAD_CREATE", new JsonObject { ["id"] = $"{Others}", ["parent_id"] = $"{DiscordDouble.Channel}", ["owner_id"] = $"{DiscordDouble.Alice}", ["type"] = 11 });
        await scene.AnswerAsync(scene.Server.Use("setup", new JsonObject { ["threads"] = true }, permissions: ManageGuild));
        var thread = scene.Server.Write($"{DiscordDouble.Mention} {BotScene.Where}");
        await scene.Server.MessageAsync(message => message.ChannelId == thread);

        scene.Server.Write("Where?", channel: Others);
        var hint = await scene.ReplyAsync(scene.Server.Write("Where?", channel: thread));
        scene.Server.Write("And when?", channel: thread, author: DiscordDouble.Bob);
        await scene.ReplyAsync(scene.Server.Write($"{DiscordDouble.Mention} {BotScene.Where}", channel: thread));

        Assert.StartsWith("To go on in this thread, mention me or use /ask", hint.Content, StringComparison.Ordinal);
        Assert.Equal(thread, hint.ChannelId);
        Assert.Single(scene.Server.Messages, message => message.Content.StartsWith("To go on", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Wo wurde Ada Marlow geboren?", "-# Das scheint eine andere Sprache zu sein (Deutsch); Fragen lese ich auf Englisch.")]
    [InlineData("\u200b\u2060", "Darin steht keine Frage.")]
    public async Task Answer_WithAHintOrRefusal_HasItInTheReadersLanguage(string question, string said)
    {
        await using var scene = await BotScene.StartAsync();

        var answer = await scene.AnswerAsync(scene.Server.Ask(question, locale: "de"));

        Assert.Contains(said, answer.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Source_NumberThatTheAnswerDoesNotHave_SaysHowManyItHas()
    {
        await using var scene = await BotScene.StartAsync();
        await scene.AnswerAsync(scene.Server.Ask(BotScene.Where));
        await scene.Server.UntilAsync(() => scene.Bot.Counters.Answers == 1);

        var said = await scene.AnswerAsync(scene.Server.Use("source", new JsonObject { ["place"] = "7" }));

        Assert.Equal("Citations in your last answer: 1.", said.Content);
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

    private static SetupStore Setups(BotScene scene) => new(scene.Database, new BotCounters(), scene.Log);

    private static JsonObject Channels(int count) => new() { ["channels"] = string.Concat(Enumerable.Range(1, count).Select(i => $"<#{1_000_000_000_000_000_000 + (ulong)i}>")) };

    private static async Task<IReadOnlyList<(string Name, string Value)>> SuggestedAsync(BotScene scene, string text)
    {
        var typing = scene.Server.Type("source", "place", text);
        await scene.Server.UntilAsync(() => typing.Suggestions is not null);
        return typing.Suggestions!;
    }
}
