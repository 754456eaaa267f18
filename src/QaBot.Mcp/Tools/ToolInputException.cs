namespace QaBot.Mcp.Tools;

/// <summary>A tool cannot be called so, or not now: one sentence for the assistant, which can then call it right.</summary>
internal sealed class ToolInputException(string message) : Exception(message);
