namespace QaBot.Answering;

/// <summary>What went wrong with a model, or is worth a line to the reader.</summary>
public enum ChatFault
{
    /// <summary>No answer within the time limit.</summary>
    TimedOut,

    /// <summary>Nobody listens at the endpoint.</summary>
    Unreachable,

    /// <summary>The endpoint has had too many requests (429).</summary>
    Throttled,

    /// <summary>The endpoint failed (5xx).</summary>
    ServerError,

    /// <summary>Too many failures of late: the endpoint is left alone for a while.</summary>
    CircuitOpen,

    /// <summary>The endpoint does not take the key (401, 403).</summary>
    WrongKey,

    /// <summary>The endpoint does not know the model or the path (404).</summary>
    UnknownModel,

    /// <summary>The endpoint does not take the request (other 4xx).</summary>
    BadRequest,

    /// <summary>What the endpoint sent is not of its format.</summary>
    Malformed,

    /// <summary>The stream ended before the answer did.</summary>
    Cut,

    /// <summary>The answer had no text.</summary>
    Empty,

    /// <summary>A filter or the model itself refused to answer.</summary>
    Filtered,

    /// <summary>The answer went on and on, or over again.</summary>
    Runaway,

    /// <summary>Not one passage fits beside the question.</summary>
    TooLong,

    /// <summary>No sentence of the answer is supported by the source.</summary>
    NothingVerified,

    /// <summary>Some sentences of the answer were left out, since the source does not support them.</summary>
    Dropped,

    /// <summary>The model found nothing in the source, the extractive answerer did.</summary>
    FoundWithoutModel,

    /// <summary>Anything else.</summary>
    Failed,
}
