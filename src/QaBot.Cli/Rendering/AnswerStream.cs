using QaBot.Answering;

namespace QaBot.Cli.Rendering;

/// <summary>Takes in an answer as it is made.</summary>
internal static class AnswerStream
{
    /// <summary>Waits for the answer.</summary>
    public static async Task<Answer> DrainAsync(IAsyncEnumerable<AnswerUpdate> updates) =>
        (await updates.LastAsync(update => update.Answer is not null)).Answer!;

    /// <summary>Shows each verified sentence at once, and the answer, or what is left of it, at its end.</summary>
    /// <param name="terminal">Whose output the page is on; notices go to its other one.</param>
    /// <param name="page">Where to.</param>
    /// <param name="updates">The answer in the making.</param>
    /// <param name="sourceCommand">What a reader types before a passage's id to read it.</param>
    public static async Task<Answer> RenderAsync(Terminal terminal, Page page, IAsyncEnumerable<AnswerUpdate> updates, string sourceCommand)
    {
        var shown = 0;
        Answer? answer = null;
        await foreach (var update in updates)
        {
            if (update.Sentence is { } sentence)
            {
                page.Line(sentence.Text);
                await terminal.Out.FlushAsync();
                shown++;
            }

            answer = update.Answer ?? answer;
        }

        if (answer!.Outcome != AnswerOutcome.Refused)
        {
            AnswerRenderer.Render(page, answer, sourceCommand, isTextShown: shown > 0);
        }

        if (answer.Notice is { } notice)
        {
            await terminal.Out.FlushAsync();
            terminal.Say(notice.Message);
        }

        return answer;
    }
}
