namespace QaBot.Text;

/// <summary>What a part of a document is for.</summary>
public enum Zone
{
    /// <summary>Running text: what questions are answered from.</summary>
    Body,

    /// <summary>A list of references: kept for looking up, cited only when a question asks for a source.</summary>
    References,
}
