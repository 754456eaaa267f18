using System.Text;
using QaBot.Answering;
using QaBot.Citations;
using QaBot.Testing;
using QaBot.Testing.Discord;
using QaBot.Text;

namespace QaBot.Discord.Tests;

/// <summary>The screens in docs/DISCORD.md are what readers see.</summary>
public sealed class ScreensTests
{
    [Fact]
    public async Task Screens_InTheDocument_AreTheBots()
    {
        await using var scene = await BotScene.StartAsync(text: "# The pottery at Falmouth\n\n## Youth\n\n" + BotScene.Text.Replace("\n\nMarlow opened", "\n\n## Work\n\nMarlow opened", StringComparison.Ordinal));
        await using var listing = await BotScene.StartAsync(ask: (question, _, _) => List(question));
        var where = await scene.AnswerAsync(scene.Server.Ask(BotScene.Where));
        var opened = await scene.ReplyAsync(scene.Server.Write($"{DiscordDouble.Mention} When did Marlow open her pottery in Falmouth?"));
        await scene.Server.UntilAsync(() => where.Buttons.Count == 3 && scene.Bot.Counters.Answers == 2);
        var screens = new StringBuilder();
        Draw(screens, "/ask " + BotScene.Where, where);
        Draw(screens, "Reply to an answer, with the mention left on: Where?", await scene.ReplyAsync(scene.Server.Write("Where?", replyTo: opened)));
        Draw(screens, "/ask Which pottery submarine exploded near Jupiter?", await scene.AnswerAsync(scene.Server.Ask("Which pottery submarine exploded near Jupiter?")));
        var list = await listing.AnswerAsync(listing.Server.Ask("What is there?"));
        await listing.Server.UntilAsync(() => listing.Bot.Counters.Answers == 1);
        Draw(screens, "An answer with more than five citations", list);
        Draw(screens, "The button 1 of the first answer", await scene.AnswerAsync(scene.Server.Press(where, "1")));
        Draw(screens, "/hilfe, in a German Discord", await scene.AnswerAsync(scene.Server.Use("help", locale: "de")));

        var document = await File.ReadAllTextAsync(Repository.PathOf("docs", "DISCORD.md"));

        Assert.True(document.Contains("```text\n" + screens + "```\n", StringComparison.Ordinal), "docs/DISCORD.md has other screens than these:\n" + screens);
    }

    private static void Draw(StringBuilder screens, string title, DoubleMessage message)
    {
        var bar = message.IsCard ? "┃ " : "  ";
        string[] rows =
        [
            .. message.Content.Split('\n'),
            .. message.Choices.Take(1).Select(choice => $"[{choice.Label} ▾]"),
            string.Join(' ', [.. message.Buttons.Select(button => button.IsEnabled ? $"[{button.Label}]" : $"({button.Label})"), .. message.Links.Select(link => $"[{link.Label} ↗]")]),
        ];
        screens.Append(screens.Length > 0 ? "\n" : "").Append(title).Append(message.IsPrivate ? "   (only the one who asks sees it)\n" : "\n");
        foreach (var row in rows.Where(row => row.Length > 0))
        {
            screens.Append(bar).Append(row).Append('\n');
        }
    }

    private static async IAsyncEnumerable<Answer> List(string question)
    {
        await Task.Yield();
        var sentences = BotScene.Text.Replace("\n", " ", StringComparison.Ordinal).Split(". ")[..6];
        yield return new Answer
        {
            Question = question,
            Outcome = AnswerOutcome.Answered,
            Text = string.Join(' ', sentences.Select((sentence, i) => $"{sentence.Trim()}. [{i + 1}]")),
            Citations = [.. sentences.Select((sentence, i) => new Citation(i + 1, BotScene.DocumentName, "sha256:" + new string('a', 64), "marlow.txt#1", new TextSpan(i * 90, (i * 90) + 9), sentence))],
            Engine = new EngineInfo("none", "fake", "0"),
            Hint = "The source may name more.",
            HintKind = HintKind.MoreItems,
        };
    }
}
