namespace QaBot.Testing.Endpoints;

/// <summary>How a scripted answer ends.</summary>
public enum EndpointEnding
{
    /// <summary>As the protocol has it.</summary>
    Complete,

    /// <summary>The connection is closed in the middle of the body.</summary>
    Cut,

    /// <summary>The connection is reset.</summary>
    Reset,

    /// <summary>Nothing more comes until the client goes.</summary>
    Hang,
}
