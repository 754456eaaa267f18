using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging;
using QaBot.Discord.Conversations;
using QaBot.Discord.Events;
using QaBot.Discord.Feedback;
using QaBot.Discord.Interactions;
using QaBot.Discord.Messages;
using QaBot.Discord.Operations;
using QaBot.Text;

namespace QaBot.Discord.Questions;

/// <summary>Serves readers besides answering: opens sources, takes judgements, says what the bot is, forgets.</summary>
/// <param name="transport">Where answers go.</param>
/// <param name="corpus">The documents.</param>
/// <param name="page">Shows places of them.</param>
/// <param name="store">The conversations.</param>
/// <param name="feedback">The judgements.</param>
/// <param name="counters">What is counted.</param>
/// <param name="options">What the bot says of itself.</param>
/// <param name="log">The log.</param>
internal sealed class ReaderDesk(
    IDiscordTransport transport,
    Corpus corpus,
    SourcePage page,
    ConversationStore store,
    FeedbackStore feedback,
    BotCounters counters,
    DiscordOptions options,
    ILogger log)
{
    private const int MostNames = 10;

    /// <summary>An answer is remembered a moment after it is shown.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(300);

    /// <summary>Answers the press of a button: within the message where it turns a page, else to the one who pressed it.</summary>
    public async Task PressAsync(ButtonEvent pressed, CancellationToken cancellationToken)
    {
        if (SourceButton.Parse(pressed.CustomId) is { } source)
        {
            var shown = page.Open(source);
            await (source.View.Kind == SourceView.Passage.Kind
                ? transport.RespondAsync(pressed.Interaction, shown, isPrivate: true, cancellationToken)
                : transport.UpdateAsync(pressed.Interaction, shown, cancellationToken)).ConfigureAwait(false);
            return;
        }

        var said = FeedbackButtons.Parse(pressed.CustomId) is { } isGood ? await VoteAsync(pressed, isGood, cancellationToken).ConfigureAwait(false) : "This button is of another version of me. Please ask again.";
        await transport.RespondAsync(pressed.Interaction, new OutgoingMessage(said), isPrivate: true, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Shows a place of the source.</summary>
    public Task ShowSourceAsync(Interaction interaction, string? place, CancellationToken cancellationToken)
    {
        var wanted = place?.Trim() is { Length: > 0 } given ? given : "1";
        var shown = int.TryParse(wanted.Trim('[', ']'), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? Cited(interaction, number)
            : page.Find(wanted) ?? new OutgoingMessage($"I do not know the place {Markdown.Escape(AnswerRenderer.Shorten(wanted))}. Give a number of your last answer, as in 2, or a passage, as in name.txt#12.");
        return transport.RespondAsync(interaction, shown, isPrivate: true, cancellationToken);
    }

    /// <summary>Says what the bot is.</summary>
    public Task DescribeAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        var about = new StringBuilder();
        about.Append(CultureInfo.InvariantCulture, $"I answer questions from {corpus.Documents.Count} document{(corpus.Documents.Count == 1 ? "" : "s")}, and from nothing else:\n");
        foreach (var document in corpus.Documents.Take(MostNames))
        {
            about.Append(CultureInfo.InvariantCulture, $"- {Markdown.Escape(AnswerRenderer.Shorten(document.Name, 60))} ({document.Text.Length:N0} characters, version {document.Hash[7..15]})\n");
        }

        about.Append(corpus.Documents.Count > MostNames ? "- …\n" : "");
        about.Append("Every sentence has a number; the button of that number shows where it stands in the source. ");
        about.Append("Ask with /ask, by mentioning me, by replying to me, or in a direct message.\n");
        about.Append(CultureInfo.InvariantCulture, $"I keep questions and answers for {options.ConversationHours} hours, so that you can ask on, and your 👍 and 👎 to get better; /forget deletes yours. ");
        about.Append(CultureInfo.InvariantCulture, $"-# QaBot {QuestionAnswerer.Version}");
        return transport.RespondAsync(interaction, new OutgoingMessage(about.ToString()), isPrivate: true, cancellationToken);
    }

    /// <summary>Deletes what a user has asked and judged.</summary>
    public Task ForgetAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        var votes = feedback.Forget(interaction.UserId);
        var questions = store.Forget(interaction.UserId);
        return transport.RespondAsync(
            interaction,
            new OutgoingMessage(string.Create(CultureInfo.InvariantCulture, $"Forgotten: {questions} question{(questions == 1 ? "" : "s")} and {votes} judgement{(votes == 1 ? "" : "s")}. Messages that I have written stay in Discord.")),
            isPrivate: true,
            cancellationToken);
    }

    private OutgoingMessage Cited(Interaction interaction, int number)
    {
        var answer = store.FindLast(interaction.Place.ChannelId, interaction.UserId);
        return answer is null ? new OutgoingMessage("You have not asked anything here yet, or it is too long ago.")
            : answer.Citations.FirstOrDefault(citation => citation.Number == number) is { } citation ? page.Open(SourceButton.Of(citation))
            : new OutgoingMessage(answer.Citations.Count == 0 ? "Your last answer has no citations." : $"Your last answer has the citations 1 to {answer.Citations.Count}.");
    }

    private async Task<string> VoteAsync(ButtonEvent pressed, bool isGood, CancellationToken cancellationToken)
    {
        var found = store.FindTurn(pressed.MessageId);
        if (found is null)
        {
            await Task.Delay(Moment, cancellationToken).ConfigureAwait(false);
            found = store.FindTurn(pressed.MessageId);
        }

        if (found is not var (turn, answer))
        {
            return "I no longer remember that answer, so I cannot take a judgement of it.";
        }

        feedback.Vote(turn, pressed.Interaction.UserId, isGood, answer);
        counters.Voted();
        ReaderLog.Voted(log, turn, isGood);
        return isGood ? "Thank you, noted: a good answer." : "Thank you, noted: not a good answer. Somebody will look at it.";
    }
}
