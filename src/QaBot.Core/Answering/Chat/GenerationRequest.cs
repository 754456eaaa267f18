namespace QaBot.Answering.Chat;

/// <summary>What a model is asked.</summary>
/// <param name="Prompts">Prompts that are rendered one after the other.</param>
/// <param name="Values">The values of their placeholders, already escaped as data.</param>
/// <param name="MaxOutputTokens">Tokens that the model may answer with.</param>
public sealed record GenerationRequest(IReadOnlyList<PromptName> Prompts, IReadOnlyDictionary<string, string> Values, int MaxOutputTokens);
