using QaBot.Answering;
using QaBot.Citations;
using QaBot.Cli.Commands;
using QaBot.Cli.Rendering;
using QaBot.Cli.Sources;

namespace QaBot.Cli.Chat;

/// <summary>A chat with a person.</summary>
internal sealed class PageChatOutput(Terminal terminal, Page page) : IChatOutput
{
    /// <inheritdoc/>
    public bool IsForPrograms => false;

    /// <summary>What is said before the first question.</summary>
    public void Welcome(Library library)
    {
        var documents = library.Corpus.Documents;
        var what = documents.Count == 1 ? documents[0].Name : $"{documents.Count} documents";
        page.Line($"Answers from {what}. /help lists the commands, Ctrl+D leaves.", Ink.Dim);
    }

    /// <inheritdoc/>
    public async Task<Answer> ShowAsync(IAsyncEnumerable<AnswerUpdate> updates)
    {
        var answer = await AnswerStream.RenderAsync(terminal, page, updates, "/source");
        if (answer.Refusal is { } refusal)
        {
            terminal.Say(refusal);
        }
        else
        {
            End();
        }

        return answer;
    }

    /// <inheritdoc/>
    public void Show(IReadOnlyList<Citation> citations)
    {
        AnswerRenderer.Footnotes(page, citations, focus: null, shown: "");
        End();
    }

    /// <inheritdoc/>
    public void Show(SourceView source)
    {
        source.Render(page);
        End();
    }

    /// <inheritdoc/>
    public void Say(string sentence) => terminal.Say(sentence);

    private void End()
    {
        page.Line();
        terminal.Out.Flush();
    }
}
