namespace QaBot.Answering;

/// <summary>One line beside an answer that a model was asked for: what went wrong, and where the answer comes from instead.</summary>
/// <param name="Fault">What it is about.</param>
/// <param name="Message">The line; the same line is not worth repeating to one reader.</param>
public sealed record AnswerNotice(ChatFault Fault, string Message);
