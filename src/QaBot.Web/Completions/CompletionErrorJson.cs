namespace QaBot.Web.Completions;

/// <summary>What a request under <c>/v1</c> gets that is not carried out.</summary>
/// <param name="Error">What is wrong.</param>
internal sealed record CompletionErrorJson(CompletionError Error);
