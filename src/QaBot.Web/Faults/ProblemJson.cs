namespace QaBot.Web.Faults;

/// <summary>Problem details within a stream of events.</summary>
/// <param name="Status">The status code that the answer would have had.</param>
/// <param name="Detail">What is wrong and what to do, in one sentence.</param>
internal sealed record ProblemJson(int Status, string Detail);
