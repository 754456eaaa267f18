using System.Text;
using Microsoft.Extensions.AI;
using QaBot.Answering;
using QaBot.Chat.Prompts;

namespace QaBot.Chat;

/// <summary>Has a model say whether an answer is right.</summary>
/// <param name="generator">The model.</param>
public sealed class AnswerGrader(AnswerGenerator generator)
{
    /// <summary>One word, and room for a model that thinks before it.</summary>
    private const int OutputTokens = 1024;

    /// <summary>Updates that are read; beyond them a model has lost its limit.</summary>
    private const int MostUpdates = 4 * OutputTokens;

    /// <summary>Grades an answer.</summary>
    /// <param name="question">The question.</param>
    /// <param name="accepted">The answers that are right.</param>
    /// <param name="quotes">Exact words of the source that say so.</param>
    /// <param name="answer">The answer, without markers.</param>
    /// <param name="cancellationToken">Stops the grading.</param>
    /// <returns>The verdict, or null where there is none that can be read; and what it cost.</returns>
    /// <exception cref="ChatFaultException">The model cannot be reached, or does not take the key.</exception>
    public async Task<(bool? IsCorrect, TokenUsage Usage)> GradeAsync(
        string question, IReadOnlyList<string> accepted, IReadOnlyList<string> quotes, string answer, CancellationToken cancellationToken = default)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["question"] = PromptData.Escape(question),
            ["accepted"] = PromptData.Lines(accepted),
            ["quotes"] = PromptData.Lines(quotes),
            ["answer"] = PromptData.Escape(answer),
        };
        var text = new StringBuilder();
        var updates = 0;
        TokenUsage usage = new(generator.Model, 0, 0, 0, 1, Estimated: true);
        await foreach (var update in generator.GenerateAsync(new GenerationRequest([PromptName.Grade], values, OutputTokens), cancellationToken).ConfigureAwait(false))
        {
            text.Append(update.Text);
            if (++updates > MostUpdates)
            {
                break;
            }

            if (update.Contents.OfType<UsageContent>().FirstOrDefault()?.Details is { } details)
            {
                usage = new TokenUsage(generator.Model, details.InputTokenCount ?? 0, details.CachedInputTokenCount ?? 0, details.OutputTokenCount ?? 0, 1, Estimated: false);
            }
        }

        return (Verdict(text.ToString()), usage);
    }

    private static bool? Verdict(string text) => text.Trim().TrimEnd('.').Trim('*').ToUpperInvariant() switch
    {
        "CORRECT" => true,
        "INCORRECT" => false,
        _ => null,
    };
}
