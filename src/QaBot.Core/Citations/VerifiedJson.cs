namespace QaBot.Citations;

/// <summary>What <c>verify --json</c> prints.</summary>
/// <param name="Line">The object's line in the file, from 1.</param>
/// <param name="Question">Its question.</param>
/// <param name="Faults">What is wrong with it; empty when it holds.</param>
public sealed record VerifiedJson(int Line, string Question, IReadOnlyList<FaultJson> Faults);
