namespace QaBot.Citations;

/// <summary>One thing that is wrong with an answer.</summary>
/// <param name="Kind">The name of its kind.</param>
/// <param name="Message">A sentence that says so.</param>
public sealed record FaultJson(string Kind, string Message);
