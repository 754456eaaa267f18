namespace QaBot.Web.Feedback;

/// <summary>Keeps what a reader thinks of an answer; a second judgement of the same answer replaces the first.</summary>
/// <param name="feedback">The judgement.</param>
public delegate void KeepFeedback(AnswerFeedback feedback);
