using QaBot.Answering;
using QaBot.Citations;
using QaBot.Cli.Rendering;
using QaBot.Cli.Sources;

namespace QaBot.Cli.Chat;

/// <summary>A chat with a program: one object a question on standard output, and nothing else there.</summary>
internal sealed class JsonChatOutput(Terminal terminal) : IChatOutput
{
    /// <inheritdoc/>
    public bool IsForPrograms => true;

    /// <inheritdoc/>
    public async Task<Answer> ShowAsync(IAsyncEnumerable<AnswerUpdate> updates)
    {
        var answer = await AnswerStream.DrainAsync(updates);
        terminal.WriteData(AnswerJson.Of(answer).ToString());
        return answer;
    }

    /// <inheritdoc/>
    public void Show(IReadOnlyList<Citation> citations) => throw new NotSupportedException();

    /// <inheritdoc/>
    public void Show(SourceView source) => throw new NotSupportedException();

    /// <inheritdoc/>
    public void Say(string sentence) => terminal.Say(sentence);
}
