namespace QaBot.Web.Completions;

/// <summary>What is wrong with a request, as OpenAI's clients read it: https://platform.openai.com/docs/guides/error-codes.</summary>
/// <param name="Message">What is wrong and what to do, in one sentence.</param>
/// <param name="Type">The kind of error.</param>
/// <param name="Param">The parameter that is wrong, or null.</param>
/// <param name="Code">The error's code, or null.</param>
internal sealed record CompletionError(string Message, string Type, string? Param, string? Code);
