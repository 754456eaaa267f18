using QaBot.Answering;
using QaBot.Citations;
using QaBot.Cli.Sources;

namespace QaBot.Cli.Chat;

/// <summary>Where a chat's answers go.</summary>
internal interface IChatOutput
{
    /// <summary>Whether a program reads it, which has each line answered with one object.</summary>
    bool IsForPrograms { get; }

    /// <summary>Shows an answer, an abstention or a refusal as it is made.</summary>
    /// <returns>The answer.</returns>
    Task<Answer> ShowAsync(IAsyncEnumerable<AnswerUpdate> updates);

    /// <summary>Shows the citations of the last answer.</summary>
    void Show(IReadOnlyList<Citation> citations);

    /// <summary>Shows a place of the source.</summary>
    void Show(SourceView source);

    /// <summary>Says a sentence that is no answer.</summary>
    void Say(string sentence);
}
