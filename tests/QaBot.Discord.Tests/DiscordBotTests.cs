using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using QaBot.Answering;
using QaBot.Discord.Feedback;
using QaBot.Testing.Discord;

namespace QaBot.Discord.Tests;

public sealed class DiscordBotTests
{
    private const ulong Thread = 400_000_000_000_000_099;

    [Fact]
    public async Task Command_Asked_IsDeferredAndAnsweredWithNumbers()
    {
        await using var scene = await BotScene.StartAsync();

        var asked = scene.Server.Ask(BotScene.Where);
        var answer = await scene.AnswerAsync(asked);

        Assert.Equal(5, asked.ResponseType);
        Assert.False(answer.IsPrivate);
        Assert.StartsWith("**Bristol**\nAda Marlow was born in Bristol in 1931. [1]\n\n-# [1] Marlow · 0 % into it", answer.Content, StringComparison.Ordinal);
        Assert.Equal(["1", "👍", "👎"], answer.Buttons.Select(button => button.Label));
        Assert.Equal([("Open on the web", "https://qabot.example/source/marlow.txt#0")], answer.Links);
        Assert.True(answer.IsCard);
        Assert.Empty(scene.Server.Violations);
    }

    [Fact]
    public async Task Command_AskedInPrivate_IsAnsweredInPrivate()
    {
        await using var scene = await BotScene.StartAsync();

        Assert.True((await scene.AnswerAsync(scene.Server.Ask(BotScene.Where, isPrivate: true))).IsPrivate);
    }

    [Fact]
    public async Task Mention_Asked_TypesThenReplies()
    {
        // The clock stands still: the reply waits for the typing, however slow that is.
        await using var scene = await BotScene.StartAsync(time: new Testing.ManualTime());

        var reply = await scene.ReplyAsync(scene.Server.Write($"{DiscordDouble.Mention} {BotScene.Where}"));

        Assert.StartsWith("**Bristol**", reply.Content, StringComparison.Ordinal);
        var calls = scene.Server.Calls.Where(call => call.IsTyping || call.IsMessage).Select(call => call.IsTyping);
        Assert.Equal([true, false], calls);
        Assert.Empty(scene.Server.Violations);
    }

    [Fact]
    public async Task Reply_ToAnAnswer_GoesOnWithItsConversation()
    {
        await using var scene = await BotScene.StartAsync();
        var first = await scene.ReplyAsync(scene.Server.Write($"{DiscordDouble.Mention} When did Marlow open her pottery in Falmouth?"));

        var second = await scene.ReplyAsync(scene.Server.Write("Where?", author: DiscordDouble.Bob, replyTo: first));
        var alone = await scene.ReplyAsync(scene.Server.Write($"{DiscordDouble.Mention} Where?"));

        Assert.StartsWith("-# read as: Where did Marlow open her pottery in Falmouth", second.Content, StringComparison.Ordinal);
        Assert.DoesNotContain("read as", alone.Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task DirectMessageOrThread_IsOneConversation(bool isDirect)
    {
        await using var scene = await BotScene.StartAsync();
        var (channel, guild) = isDirect ? (DiscordDouble.Direct, (ulong?)null) : (Thread, DiscordDouble.Guild);
        var mention = isDirect ? "" : DiscordDouble.Mention + " ";
        if (!isDirect)
        {
            scene.Server.Dispatch("THREAD_CREATE", new JsonObject { ["id"] = $"{Thread}", ["parent_id"] = $"{DiscordDouble.Channel}", ["type"] = 11 });
        }

        await scene.ReplyAsync(scene.Server.Write(mention + "When did Marlow open her pottery in Falmouth?", channel: channel, guild: guild));
        var second = await scene.ReplyAsync(scene.Server.Write(mention + "Where?", channel: channel, guild: guild));

        Assert.StartsWith("-# read as: ", second.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Thread_PrivateQuestion_IsNotReadByTheOthers()
    {
        await using var scene = await BotScene.StartAsync();
        scene.Server.Dispatch("THREAD_CREATE", new JsonObject { ["id"] = $"{Thread}", ["parent_id"] = $"{DiscordDouble.Channel}", ["type"] = 11 });
        await scene.AnswerAsync(scene.Server.Ask("When did Marlow open her pottery in Falmouth?", channel: Thread, isPrivate: true));
        await scene.Server.UntilAsync(() => scene.Bot.Counters.Answers == 1);

        var other = await scene.ReplyAsync(scene.Server.Write($"{DiscordDouble.Mention} Where?", author: DiscordDouble.Bob, channel: Thread));

        Assert.DoesNotContain("read as", other.Content, StringComparison.Ordinal);
        Assert.DoesNotContain("pottery", other.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Thread_OnAnAnswer_GoesOnWithItsConversation()
    {
        await using var scene = await BotScene.StartAsync();
        var first = await scene.AnswerAsync(scene.Server.Ask("When did Marlow open her pottery in Falmouth?"));
        await scene.Server.UntilAsync(() => scene.Bot.Counters.Answers == 1);
        scene.Server.Dispatch("THREAD_CREATE", new JsonObject { ["id"] = $"{first.Id}", ["parent_id"] = $"{DiscordDouble.Channel}", ["type"] = 11 });

        var second = await scene.ReplyAsync(scene.Server.Write($"{DiscordDouble.Mention} Where?", channel: first.Id));

        Assert.StartsWith("-# read as: ", second.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forget_Used_EndsConversationsAndVotes()
    {
        await using var scene = await BotScene.StartAsync();
        var first = await scene.ReplyAsync(scene.Server.Write("When did Marlow open her pottery in Falmouth?", channel: DiscordDouble.Direct, guild: null));
        await FormAsync(scene, scene.Server.Press(first, "👎", guild: null));

        var said = await scene.AnswerAsync(scene.Server.Use("forget", channel: DiscordDouble.Direct, guild: null, channelType: 1));
        var second = await scene.ReplyAsync(scene.Server.Write("Where?", channel: DiscordDouble.Direct, guild: null));

        Assert.StartsWith("Forgotten. Questions: 1, judgements: 1.", said.Content, StringComparison.Ordinal);
        Assert.DoesNotContain("read as", second.Content, StringComparison.Ordinal);
        Assert.Empty(FeedbackExport.Rows(scene.Database));
    }

    [Fact]
    public async Task Bots_AndTheBotItself_AreIgnored()
    {
        await using var scene = await BotScene.StartAsync();

        scene.Server.Write($"{DiscordDouble.Mention} {BotScene.Where}", isBot: true);
        scene.Server.Write($"{DiscordDouble.Mention} {BotScene.Where}", author: DiscordDouble.BotId);
        scene.Server.Write("talk among people");
        await scene.ReplyAsync(scene.Server.Write($"{DiscordDouble.Mention} {BotScene.Where}"));

        Assert.Single(scene.Server.Messages);
    }

    [Fact]
    public async Task Citation_Pressed_OpensForTheOneWhoPressed()
    {
        await using var scene = await BotScene.StartAsync();
        var answer = await scene.AnswerAsync(scene.Server.Ask("When did Marlow open her pottery in Falmouth?"));

        var pressed = scene.Server.Press(answer, "1", user: DiscordDouble.Bob);
        var page = await scene.AnswerAsync(pressed);

        Assert.True(page.IsPrivate);
        Assert.Contains("**Marlow opened her pottery in Falmouth in 1958.**", page.Content, StringComparison.Ordinal);
        Assert.Contains("**Marlow** · ", page.Content, StringComparison.Ordinal);
        var turned = scene.Server.Press(page, "▶");
        await scene.Server.UntilAsync(() => turned.ResponseType == 7);
        Assert.Contains("asked for the gull itself", page.Content, StringComparison.Ordinal);
        Assert.DoesNotContain("opened her pottery", page.Content, StringComparison.Ordinal);
        var back = scene.Server.Press(page, "◀");
        await scene.Server.UntilAsync(() => back.ResponseType == 7);
        Assert.Contains("**Marlow opened her pottery in Falmouth in 1958.**", page.Content, StringComparison.Ordinal);
        Assert.Empty(scene.Server.Violations);
    }

    [Fact]
    public async Task Citation_PressedInAnotherProcess_OpensOrSaysThatTheSourceHasChanged()
    {
        DoubleMessage answer;
        await using (var first = await BotScene.StartAsync())
        {
            answer = await first.AnswerAsync(first.Server.Ask(BotScene.Where));
        }

        await using var same = await BotScene.StartAsync();
        await using var changed = await BotScene.StartAsync(text: BotScene.Text + " More.");

        Assert.Contains("**Ada Marlow was born in Bristol in 1931.**", (await same.AnswerAsync(same.Server.Press(answer, "1"))).Content, StringComparison.Ordinal);
        Assert.Contains("Marlow has changed", (await changed.AnswerAsync(changed.Server.Press(answer, "1"))).Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Vote_Pressed_IsExportedWithoutUsers()
    {
        await using var scene = await BotScene.StartAsync();
        var answer = await scene.AnswerAsync(scene.Server.Ask($"Where was Ada Marlow born, <@{DiscordDouble.Bob}>?"));
        var liked = await scene.AnswerAsync(scene.Server.Ask(BotScene.Where));

        await scene.AnswerAsync(scene.Server.Press(answer, "👍"));
        await FormAsync(scene, scene.Server.Press(answer, "👎"));
        await scene.AnswerAsync(scene.Server.Press(liked, "👍"));

        var row = JsonNode.Parse(Assert.Single(FeedbackExport.Rows(scene.Database)))!;
        Assert.Equal("Where was Ada Marlow born, someone?", row["question"]!.GetValue<string>());
        Assert.Equal("Ada Marlow was born in Bristol in 1931.", row["evidence"]![0]!.GetValue<string>());
        Assert.DoesNotContain("20000000000", row.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Abstention_SaysSo()
    {
        await using var scene = await BotScene.StartAsync();

        var answer = await scene.AnswerAsync(scene.Server.Ask("Which pottery submarine exploded near Jupiter?"));

        Assert.Contains("I would rather not guess", answer.Content, StringComparison.Ordinal);
        await scene.Server.UntilAsync(() => scene.Bot.Counters.Abstentions == 1);
    }

    [Fact]
    public async Task SourceAndAbout_AnswerInPrivate()
    {
        await using var scene = await BotScene.StartAsync();
        await scene.AnswerAsync(scene.Server.Ask(BotScene.Where));
        await scene.Server.UntilAsync(() => scene.Bot.Counters.Answers == 1);

        var cited = await scene.AnswerAsync(scene.Server.Use("source"));
        var passage = await scene.AnswerAsync(scene.Server.Use("source", new JsonObject { ["place"] = "#2" }));
        var unknown = await scene.AnswerAsync(scene.Server.Use("source", new JsonObject { ["place"] = "@everyone" }));
        var about = await scene.AnswerAsync(scene.Server.Use("about"));

        Assert.Contains("**Ada Marlow was born in Bristol in 1931.**", cited.Content, StringComparison.Ordinal);
        Assert.Contains("The medal was designed by Tom Reeve.", passage.Content, StringComparison.Ordinal);
        Assert.Equal(2, passage.Content.Split("**").Length - 1);
        Assert.Contains("I do not know the place ＠everyone", unknown.Content, StringComparison.Ordinal);
        Assert.Contains("- Marlow (marlow.txt, ", about.Content, StringComparison.Ordinal);
        Assert.Matches("\n-# QaBot [^\n]+$", about.Content);
        Assert.All([cited, passage, unknown, about], message => Assert.True(message.IsPrivate));
    }

    [Fact]
    public async Task Limits_Exceeded_SayWhenToAskAgain()
    {
        await using var scene = await BotScene.StartAsync(options =>
        {
            options.QuestionsPerUser = 2;
            options.QuestionsPerChannel = 3;
            return options;
        });
        await scene.AnswerAsync(scene.Server.Ask(BotScene.Where));
        await scene.AnswerAsync(scene.Server.Ask(BotScene.Where));

        var user = await scene.AnswerAsync(scene.Server.Ask(BotScene.Where));
        await scene.AnswerAsync(scene.Server.Ask(BotScene.Where, user: DiscordDouble.Bob));
        var channel = await scene.ReplyAsync(scene.Server.Write($"{DiscordDouble.Mention} {BotScene.Where}", author: DiscordDouble.Bob));

        Assert.Matches("You have asked more than 2 a minute.*again in [0-9]+ s", user.Content);
        Assert.True(user.IsPrivate);
        Assert.Matches("This channel has asked more than 3 a minute", channel.Content);
        Assert.Equal(2, scene.Bot.Counters.Limited);
    }

    [Fact]
    public async Task AllowLists_KeepTheBotOutElsewhere()
    {
        await using var scene = await BotScene.StartAsync(options =>
        {
            options.Guilds = $"{DiscordDouble.Guild}, 5";
            options.Channels = $"{DiscordDouble.Channel}";
            return options;
        });

        var elsewhere = await scene.AnswerAsync(scene.Server.Ask(BotScene.Where, channel: 77));
        scene.Server.Write($"{DiscordDouble.Mention} {BotScene.Where}", channel: 77);
        scene.Server.Write(BotScene.Where, guild: null, channel: DiscordDouble.Direct);
        await scene.ReplyAsync(scene.Server.Write($"{DiscordDouble.Mention} {BotScene.Where}"));

        Assert.Contains("I do not answer here", elsewhere.Content, StringComparison.Ordinal);
        Assert.Equal(2, scene.Server.Messages.Count);
    }

    [Fact]
    public async Task Queue_Full_SaysSo()
    {
        var gate = new TaskCompletionSource();
        await using var scene = await BotScene.StartAsync(
            options =>
            {
                options.QueueCapacity = 1;
                options.Concurrency = 1;
                return options;
            },
            ask: (question, _, token) => Held(question, gate.Task, token));
        scene.Server.Ask("one");
        await scene.Server.UntilAsync(() => scene.Bot.Counters.Questions == 1 && scene.Bot.Waiting == 0);
        scene.Server.Ask("two");
        await scene.Server.UntilAsync(() => scene.Bot.Waiting == 1);

        var third = await scene.AnswerAsync(scene.Server.Ask("three"));
        gate.SetResult();

        Assert.Contains("Too many questions are waiting", third.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Growing_Answer_IsEditedAtMostOnceASecond()
    {
        var time = new Testing.ManualTime();
        var words = Channel.CreateUnbounded<string>();
        await using var scene = await BotScene.StartAsync(
            server: new DiscordDoubleOptions { Time = time }, ask: (question, _, token) => Growing(question, words.Reader, token), time: time);
        var asked = scene.Server.Ask("grow");
        await scene.Server.UntilAsync(() => asked.ResponseType == 5);

        List<double> Edits() => scene.Server.Calls.Where(call => call.Method == "PATCH").Select(call => time.GetElapsedTime(0, call.At).TotalSeconds).ToList();
        var last = 0;
        for (; last < 400 && (last < 50 || Edits().Count < 4); last++)
        {
            words.Writer.TryWrite($"Word{last}.");
            await scene.Server.SettleAsync();
            time.Advance(TimeSpan.FromMilliseconds(100));
        }

        words.Writer.Complete();
        await BotScene.TickUntilAsync(scene.Server, time, () => asked.Answers.Count == 1 && asked.Answers[0].Buttons.Count == 2);

        var edits = Edits();
        Assert.InRange(edits.Count, 4, (last / 10) + 3);
        Assert.All(edits.Zip(edits.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 0.99, $"edits at {string.Join(", ", edits)} s"));
        Assert.Contains("Word0. Word1.", asked.Answers[0].Contents[0], StringComparison.Ordinal);
        Assert.EndsWith($"Word{last - 1}.", asked.Answers[0].Content, StringComparison.Ordinal);
        Assert.Single(asked.Answers);
    }

    [Fact]
    public async Task Long_Answer_IsSeveralMessagesInTheirOrder()
    {
        var text = string.Join(' ', Enumerable.Range(1, 90).Select(n => $"This is sentence number {n} of an answer that is far too long for one message of Discord."));
        await using var scene = await BotScene.StartAsync(ask: (question, _, token) => Said(question, text, token));

        var asked = scene.Server.Ask("long", isPrivate: true);
        var question = scene.Server.Write($"{DiscordDouble.Mention} long");
        await scene.Server.UntilAsync(() => scene.Bot.Counters.Answers == 2);

        var posted = scene.Server.Messages.Where(message => message.Interaction is null).ToList();
        Assert.Equal(text, string.Join(' ', asked.Answers.Select(message => message.Content)));
        Assert.Equal(text, string.Join(' ', posted.Select(message => message.Content)));
        Assert.All(asked.Answers, message => Assert.True(message.IsPrivate));
        Assert.Equal(question, posted[0].RepliesTo);
        Assert.All(posted[1..], message => Assert.Null(message.RepliesTo));
        Assert.All(posted[..^1], message => Assert.Empty(message.Buttons));
        Assert.Equal(2, posted[^1].Buttons.Count);
        Assert.Empty(scene.Server.Violations);
    }

    [Fact]
    public async Task Answerer_Failing_SaysSorryAndGoesOn()
    {
        var calls = 0;
        await using var scene = await BotScene.StartAsync(ask: (question, _, _) => Interlocked.Increment(ref calls) == 1
            ? throw new InvalidOperationException("secret detail")
            : Held(question, Task.CompletedTask, default));

        var first = await scene.AnswerAsync(scene.Server.Ask("one"));
        var second = await scene.AnswerAsync(scene.Server.Ask("two"));

        Assert.Contains("Something went wrong", first.Content, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", first.Content, StringComparison.Ordinal);
        Assert.Contains("held", second.Content, StringComparison.Ordinal);
        Assert.Equal(1, scene.Bot.Counters.Errors);
    }

    [Fact]
    public async Task Stop_WhileAnswering_FinishesThenClosesNormally()
    {
        var gate = new TaskCompletionSource();
        var time = new Testing.ManualTime();
        await using var scene = await BotScene.StartAsync(ask: (question, _, token) => Held(question, gate.Task, token), time: time);
        var inHand = scene.Server.Ask("one");
        await scene.Server.UntilAsync(() => inHand.ResponseType == 5 && scene.Bot.Counters.Questions == 1);

        // It waits once it takes no more questions.
        var stopped = scene.StopAsync();
        await scene.Server.UntilAsync(() => time.Waits.Contains(TimeSpan.FromSeconds(8)));
        var late = await scene.AnswerAsync(scene.Server.Ask("two"));
        gate.SetResult();
        await stopped;

        Assert.Contains("I am being restarted", late.Content, StringComparison.Ordinal);
        Assert.Contains("held", (await scene.AnswerAsync(inHand)).Content, StringComparison.Ordinal);
        await scene.Server.UntilAsync(() => scene.Server.CloseCodes.Contains(1000));
    }

    [Fact]
    public async Task Stop_WhileAnAnswerHangs_SaysSoInTime()
    {
        var time = new Testing.ManualTime();
        await using var scene = await BotScene.StartAsync(ask: (question, _, token) => Held(question, new TaskCompletionSource().Task, token), time: time);
        var inHand = scene.Server.Ask("one");
        await scene.Server.UntilAsync(() => inHand.ResponseType == 5 && scene.Bot.Counters.Questions == 1);

        var stopped = scene.StopAsync();
        var patience = TimeSpan.FromSeconds(8);
        await scene.Server.UntilAsync(() => time.Waits.Contains(patience));
        time.Advance(patience);
        await scene.Server.UntilAsync(() => inHand.Answers.Count == 1 && stopped.IsCompleted);

        Assert.Contains("I am being restarted", inHand.Answers[0].Content, StringComparison.Ordinal);
        Assert.Equal(patience.Ticks, time.GetTimestamp());
    }

    private static Task FormAsync(BotScene scene, DoubleInteraction pressed) => scene.Server.UntilAsync(() => pressed.Form is not null);

    private static async IAsyncEnumerable<Answer> Held(string question, Task gate, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        yield return Plain(question, $"held {question}");
    }

    private static IAsyncEnumerable<Answer> Said(string question, string text, CancellationToken cancellationToken)
    {
        var words = Channel.CreateUnbounded<string>();
        words.Writer.TryWrite(text);
        words.Writer.Complete();
        return Growing(question, words.Reader, cancellationToken);
    }

    private static async IAsyncEnumerable<Answer> Growing(string question, ChannelReader<string> words, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var text = "";
        await foreach (var word in words.ReadAllAsync(cancellationToken))
        {
            text += word + " ";
            yield return Plain(question, text);
        }
    }

    private static Answer Plain(string question, string text) => new()
    {
        Question = question,
        Outcome = AnswerOutcome.Answered,
        Text = text,
        Engine = new EngineInfo("none", "fake", "0"),
    };
}
