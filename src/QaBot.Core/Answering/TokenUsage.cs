namespace QaBot.Answering;

/// <summary>What an answer cost.</summary>
/// <param name="Model">The model's name, as it was asked for.</param>
/// <param name="InputTokens">Tokens that the model read.</param>
/// <param name="CachedInputTokens">Those of them that the endpoint had kept from earlier prompts.</param>
/// <param name="OutputTokens">Tokens that the model wrote.</param>
/// <param name="Calls">Requests that were answered: rewriting, wording, repairs.</param>
/// <param name="Estimated">Whether the endpoint left out a count, which was estimated then.</param>
public sealed record TokenUsage(string Model, long InputTokens, long CachedInputTokens, long OutputTokens, int Calls, bool Estimated);
