using QaBot.Answering;
using QaBot.Web.Faults;

namespace QaBot.Web.Asking;

/// <summary>A step on the way to an answer; exactly one of the two is there, and a problem is the last.</summary>
/// <param name="Update">The step.</param>
/// <param name="Problem">Why there is no answer.</param>
internal sealed record AskStep(AnswerUpdate? Update = null, ProblemJson? Problem = null);
