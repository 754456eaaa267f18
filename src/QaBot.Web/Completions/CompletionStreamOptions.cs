namespace QaBot.Web.Completions;

/// <summary>How an answer is streamed.</summary>
/// <param name="IncludeUsage">Whether what it cost comes last.</param>
internal sealed record CompletionStreamOptions(bool? IncludeUsage);
