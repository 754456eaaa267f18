namespace QaBot.Citations;

/// <summary>One thing that is wrong with an answer or its citations.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Message">One sentence that says so, with the marker or the words it is about.</param>
public sealed record VerificationFault(FaultKind Kind, string Message);
