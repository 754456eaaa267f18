namespace QaBot.Answering;

/// <summary>What a server says of a question that was taken and has no answer in the end.</summary>
public static class Unanswered
{
    /// <summary>It took longer than it may.</summary>
    public const string Late = "The answer took too long: try again later.";

    /// <summary>The server is ended.</summary>
    public const string Ending = "The server is being stopped: ask again when it is back.";
}
