namespace QaBot.Chat.Endpoints;

/// <summary>Parts of a request that some endpoints refuse, and that it can do without.</summary>
public enum ChatRequestPart
{
    /// <summary>The limit of an answer as <c>max_completion_tokens</c>; without it, it is sent as <c>max_tokens</c>.</summary>
    MaxCompletionTokens,

    /// <summary>The limit as <c>max_tokens</c>; without both there is none, and reading stops at twice the limit all the same.</summary>
    MaxTokens,

    /// <summary><c>stream_options</c>; without it an endpoint may leave out what an answer cost, which is then estimated.</summary>
    StreamOptions,

    /// <summary><c>temperature</c>.</summary>
    Temperature,

    /// <summary><c>stream</c>; without it an answer comes in one piece.</summary>
    Stream,

    /// <summary><c>tools</c>, the functions by which a model looks further.</summary>
    Tools,

    /// <summary>The role <c>system</c>; without it the rules are the beginning of the first message of a user.</summary>
    SystemRole,

    /// <summary>Two messages of one role in a row; without them they are one message.</summary>
    ConsecutiveMessages,
}
