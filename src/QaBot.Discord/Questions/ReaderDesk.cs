using System.Globalization;
using Microsoft.Extensions.Logging;
using QaBot.Discord.Conversations;
using QaBot.Discord.Events;
using QaBot.Discord.Feedback;
using QaBot.Discord.Interactions;
using QaBot.Discord.Languages;
using QaBot.Discord.Messages;
using QaBot.Discord.Operations;
using QaBot.Text;

namespace QaBot.Discord.Questions;

/// <summary>Serves readers besides answering: opens sources, takes judgements, says what the bot is, forgets.</summary>
/// <param name="transport">Where answers go.</param>
/// <param name="corpus">The documents.</param>
/// <param name="page">Shows places of them.</param>
/// <param name="names">What they are called.</param>
/// <param name="renderer">How citations are written.</param>
/// <param name="welcome">What the bot is about.</param>
/// <param name="store">The conversations.</param>
/// <param name="feedback">The judgements.</param>
/// <param name="counters">What is counted.</param>
/// <param name="options">What the bot says of itself.</param>
/// <param name="log">The log.</param>
internal sealed class ReaderDesk(
    IDiscordTransport transport,
    Corpus corpus,
    SourcePage page,
    SourceNames names,
    AnswerRenderer renderer,
    Welcome welcome,
    ConversationStore store,
    FeedbackStore feedback,
    BotCounters counters,
    DiscordOptions options,
    ILogger log)
{
    private const int MostNames = 10;
    private const int VersionDigits = 8;

    /// <summary>An answer is remembered a moment after it is shown.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(300);

    /// <summary>Answers the press of a button: within the message where it turns a page, else to the one who pressed it.</summary>
    public async Task PressAsync(ButtonEvent pressed, CancellationToken cancellationToken)
    {
        var phrases = Phrasebook.Of(pressed.Interaction.Locale);
        if (SourceButton.Parse(pressed.CustomId) is { } source)
        {
            var shown = page.Open(source, phrases);
            await (source.View.Kind == SourceView.Passage.Kind
                ? transport.RespondAsync(pressed.Interaction, shown, isPrivate: true, cancellationToken)
                : transport.UpdateAsync(pressed.Interaction, shown, cancellationToken)).ConfigureAwait(false);
        }
        else if (FeedbackButtons.Parse(pressed.CustomId) is { } isGood)
        {
            await VoteAsync(pressed, isGood, phrases, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await SayAsync(pressed.Interaction, phrases.UnknownButton, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Keeps the reason of a judgement.</summary>
    public Task ExplainAsync(FormEvent form, CancellationToken cancellationToken)
    {
        var phrases = Phrasebook.Of(form.Interaction.Locale);
        if (FeedbackButtons.ParseReason(form.CustomId) is not { } turn)
        {
            return SayAsync(form.Interaction, phrases.UnknownButton, cancellationToken);
        }

        if (form.Text.Trim() is { Length: > 0 } reason)
        {
            feedback.Explain(turn, form.Interaction.UserId, reason);
        }

        return SayAsync(form.Interaction, phrases.Bad, cancellationToken);
    }

    /// <summary>Shows a place of the source.</summary>
    public Task ShowSourceAsync(Interaction interaction, string? place, CancellationToken cancellationToken)
    {
        var phrases = Phrasebook.Of(interaction.Locale);
        var wanted = place?.Trim() is { Length: > 0 } given ? given : "1";
        var shown = SourceButton.Parse(wanted) is { } suggested ? page.Open(suggested, phrases)
            : int.TryParse(wanted.Trim('[', ']'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Cited(interaction, number, phrases)
            : page.Find(wanted, phrases) ?? new OutgoingMessage(Phrasebook.Say(phrases.UnknownPlace, Markdown.Escape(AnswerRenderer.Shorten(wanted))));
        return transport.RespondAsync(interaction, shown, isPrivate: true, cancellationToken);
    }

    /// <summary>Suggests places of the source: the citations of the last answer, and the texts.</summary>
    public Task SuggestAsync(SuggestionEvent typed, CancellationToken cancellationToken)
    {
        var interaction = typed.Interaction;
        var phrases = Phrasebook.Of(interaction.Locale);
        var cited = (store.FindLast(interaction.Place.ChannelId, interaction.UserId)?.Citations ?? []).Select(citation => renderer.Choice(citation, phrases))
            .Select(choice => (Choice: choice, Words: $"{choice.Label} {choice.Description}"));
        var texts = corpus.Documents.Where(document => document.Name.Length + 2 <= Choice.Longest)
            .Select(document => new Choice(names.Title(document.Name), $"{document.Name}#1")).Select(choice => (Choice: choice, Words: $"{choice.Label} {choice.Value}"));
        var text = typed.Text.Trim();
        return transport.SuggestAsync(
            interaction,
            [
                .. cited.Concat(texts)
                    .Where(suggested => suggested.Words.Contains(text, StringComparison.OrdinalIgnoreCase)).Select(suggested => suggested.Choice)
                    .DistinctBy(choice => choice.Value).Take(Menu.MostChoices),
            ],
            cancellationToken);
    }

    /// <summary>Says what can be asked, and how.</summary>
    public async Task HelpAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        // The first time, questions have to be tried.
        await transport.DeferAsync(interaction, isPrivate: true, cancellationToken).ConfigureAwait(false);
        var help = await welcome.SayAsync(Greeting.Help, Phrasebook.Of(interaction.Locale), cancellationToken).ConfigureAwait(false);
        await transport.CompleteAsync(interaction, help, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Says what the bot is.</summary>
    public Task DescribeAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        var phrases = Phrasebook.Of(interaction.Locale);
        const string Item = "\n- ";
        var before = phrases.AboutSources + Item;
        var after = $"\n{phrases.Ways}\n{Phrasebook.Say(phrases.Memory, options.ConversationHours)}\n-# QaBot {QuestionAnswerer.Version}";
        var texts = Listing.Fit(
            [.. corpus.Documents.Take(MostNames).Select(document => Described(document, phrases))], corpus.Documents.Count, Item, OutgoingMessage.LongestContent - before.Length - after.Length, phrases);
        return SayAsync(interaction, before + texts + after, cancellationToken);
    }

    /// <summary>Deletes what a user has asked and judged.</summary>
    public Task ForgetAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        var votes = feedback.Forget(interaction.UserId);
        var questions = store.Forget(interaction.UserId);
        return SayAsync(interaction, Phrasebook.Say(Phrasebook.Of(interaction.Locale).Forgotten, questions, votes), cancellationToken);
    }

    private Task SayAsync(Interaction interaction, string text, CancellationToken cancellationToken) =>
        transport.RespondAsync(interaction, new OutgoingMessage(text), isPrivate: true, cancellationToken);

    /// <summary>A text: what it is called, its file, its length and version.</summary>
    private string Described(Document document, Phrasebook phrases) =>
        $"{Markdown.Escape(names.Title(document.Name))} ({Markdown.Escape(AnswerRenderer.Shorten(document.Name, 60))}, {Phrasebook.Say(phrases.Characters, phrases.Number(document.Text.Length), ContentHash.Digits(document.Hash, VersionDigits))})";

    private OutgoingMessage Cited(Interaction interaction, int number, Phrasebook phrases)
    {
        var answer = store.FindLast(interaction.Place.ChannelId, interaction.UserId);
        return answer is null ? new OutgoingMessage(phrases.NothingAsked)
            : answer.Citations.FirstOrDefault(citation => citation.Number == number) is { } citation ? page.Open(SourceButton.Of(citation), phrases)
            : new OutgoingMessage(answer.Citations.Count == 0 ? phrases.NoCitations : Phrasebook.Say(phrases.Citations, answer.Citations.Count));
    }

    /// <summary>Takes a judgement; of a bad one the reason is asked for, where the server has forms.</summary>
    private async Task VoteAsync(ButtonEvent pressed, bool isGood, Phrasebook phrases, CancellationToken cancellationToken)
    {
        var found = store.FindTurn(pressed.MessageId);
        if (found is null)
        {
            await Task.Delay(Moment, cancellationToken).ConfigureAwait(false);
            found = store.FindTurn(pressed.MessageId);
        }

        if (found is not var (turn, answer))
        {
            await SayAsync(pressed.Interaction, phrases.NoAnswerToJudge, cancellationToken).ConfigureAwait(false);
            return;
        }

        feedback.Vote(turn, pressed.Interaction.UserId, isGood, answer);
        counters.Voted();
        ReaderLog.Voted(log, turn, isGood);
        if (isGood)
        {
            await SayAsync(pressed.Interaction, phrases.Good, cancellationToken).ConfigureAwait(false);
            return;
        }

        try
        {
            await transport.OpenAsync(pressed.Interaction, new Form(FeedbackButtons.ReasonOf(turn), phrases.ReasonTitle, phrases.ReasonLabel), cancellationToken).ConfigureAwait(false);
        }
        catch (DiscordException e) when (!e.IsFatal)
        {
            ReaderLog.NoForm(log, e.Message);
            await SayAsync(pressed.Interaction, phrases.Bad, cancellationToken).ConfigureAwait(false);
        }
    }
}
