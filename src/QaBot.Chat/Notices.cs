using QaBot.Answering;

namespace QaBot.Chat;

/// <summary>The lines of notices.</summary>
internal static class Notices
{
    /// <summary>The line for a fault, without what happened to the answer.</summary>
    public static AnswerNotice Of(ChatFault fault) => new(fault, fault switch
    {
        ChatFault.TimedOut => "The model did not answer within the time limit.",
        ChatFault.Unreachable => "The model's endpoint cannot be reached.",
        ChatFault.Throttled => "The model's endpoint has too many requests.",
        ChatFault.ServerError => "The model's endpoint failed.",
        ChatFault.CircuitOpen => "The model's endpoint failed too often and is left alone for a while.",
        ChatFault.WrongKey => "The model's endpoint does not take the key.",
        ChatFault.UnknownModel => "The model's endpoint does not know the model.",
        ChatFault.BadRequest => "The model's endpoint does not take the request.",
        ChatFault.Malformed => "The model's endpoint sent something that cannot be read.",
        ChatFault.Cut => "The model's answer was cut off.",
        ChatFault.Empty => "The model's answer was empty.",
        ChatFault.Filtered => "The model or its filter refused to answer.",
        ChatFault.Runaway => "The model went on without an end and was stopped.",
        ChatFault.TooLong => "The question leaves no room for passages in the model's context.",
        ChatFault.NothingVerified => "The source supports no sentence of the model's answer.",
        ChatFault.Dropped => "Sentences of the model that the source does not support were left out.",
        ChatFault.FoundWithoutModel => "Found without the model, which saw no answer in the source.",
        _ => "The model failed.",
    });

    /// <summary>The line where the answer is the extractive one.</summary>
    public static AnswerNotice WithoutModel(AnswerNotice notice) => notice with { Message = notice.Message + " This answer was made without it." };

    /// <summary>The line where some of the model's answer is shown.</summary>
    public static AnswerNotice InPart(AnswerNotice notice) => notice with { Message = notice.Message + " What is shown was verified before." };
}
