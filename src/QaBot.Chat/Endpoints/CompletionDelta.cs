namespace QaBot.Chat.Endpoints;

/// <summary>A piece of an answer; each of its texts may be empty.</summary>
/// <param name="Text">Of the answer.</param>
/// <param name="Thought">Of what the model thinks.</param>
/// <param name="Refusal">Of why it does not answer.</param>
internal sealed record CompletionDelta(string Text, string Thought, string Refusal);
