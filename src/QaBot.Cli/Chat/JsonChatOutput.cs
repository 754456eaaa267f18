using QaBot.Answering;
using QaBot.Citations;
using QaBot.Cli.Rendering;
using QaBot.Cli.Sources;

namespace QaBot.Cli.Chat;

/// <summary>A chat with a program: one object a question on standard output, and nothing else there.</summary>
internal sealed class JsonChatOutput(Terminal terminal) : IChatOutput
{
    /// <inheritdoc/>
    public void Show(Answer answer) => terminal.WriteData(AnswerJson.Of(answer).ToString());

    /// <inheritdoc/>
    public void Show(IReadOnlyList<Citation> citations) => SayWhere();

    /// <inheritdoc/>
    public void Show(SourceView source) => SayWhere();

    /// <inheritdoc/>
    public void Say(string sentence) => terminal.Say(sentence);

    private void SayWhere() => terminal.Say("With --json each answer has its citations in it: /sources and /source are for people.");
}
