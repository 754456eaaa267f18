using System.Text;
using QaBot.Answering;
using QaBot.Answering.Chat;
using QaBot.Evaluation.Matching;
using QaBot.Evaluation.Questions;

namespace QaBot.Evaluation.Runs;

/// <summary>Has a model say whether an answer is right; kept apart from the deterministic judgement, which does not depend on a model.</summary>
internal sealed class AnswerGrader(IAnswerGenerator generator)
{
    private const int OutputTokens = 16;

    /// <summary>Grades an answer.</summary>
    /// <exception cref="ChatFaultException">The model cannot be reached, or does not take the key.</exception>
    public async Task<Grade> GradeAsync(EvaluationQuestion question, AnswerJson answer, CancellationToken cancellationToken)
    {
        var accepted = question.Answerable ? question.Answers.Concat(question.AllOf.Select(part => "with " + part)) : ["none: the text does not say"];
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["question"] = PromptData.Escape(answer.ReadAs ?? question.Question),
            ["accepted"] = PromptData.Lines(accepted),
            ["quotes"] = PromptData.Lines(question.Evidence),
            ["answer"] = PromptData.Escape($"{answer.ShortAnswer} {AnswerRule.WithoutMarkers(answer.Answer)}"),
        };
        var request = new GenerationRequest([PromptName.Grade], values, OutputTokens);
        var text = new StringBuilder();
        TokenUsage usage = new(generator.Model, 0, 0, 0, 1, Estimated: true);
        await foreach (var update in generator.GenerateAsync(request, cancellationToken).ConfigureAwait(false))
        {
            text.Append(update.Text);
            if (update.Contents.OfType<Microsoft.Extensions.AI.UsageContent>().FirstOrDefault()?.Details is { } details)
            {
                usage = new TokenUsage(generator.Model, details.InputTokenCount ?? 0, details.CachedInputTokenCount ?? 0, details.OutputTokenCount ?? 0, 1, Estimated: false);
            }
        }

        return new Grade(Verdict(text.ToString()), usage);
    }

    private static bool? Verdict(string text) => text.Trim().TrimEnd('.').Trim('*').ToUpperInvariant() switch
    {
        "CORRECT" => true,
        "INCORRECT" => false,
        _ => null,
    };
}
