namespace QaBot.Indexing;

/// <summary>Where an opened index comes from.</summary>
public enum IndexOrigin
{
    /// <summary>Read from its directory.</summary>
    Stored,

    /// <summary>Built and saved.</summary>
    Built,

    /// <summary>Built, but it could not be saved: it serves this process only.</summary>
    Memory,
}
