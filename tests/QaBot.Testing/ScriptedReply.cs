using Microsoft.Extensions.AI;

namespace QaBot.Testing;

/// <summary>One answer of a scripted model.</summary>
/// <param name="Pieces">The pieces it streams.</param>
public sealed record ScriptedReply(params IEnumerable<string> Pieces)
{
    /// <summary>Why it ends, or null for a stream that is cut.</summary>
    public ChatFinishReason? Finish { get; init; } = ChatFinishReason.Stop;

    /// <summary>What it costs, or null when it does not say.</summary>
    public UsageDetails? Usage { get; init; } = new() { InputTokenCount = 100, OutputTokenCount = 10 };

    /// <summary>What the endpoint did not keep, as the client of this program says it; null for nothing.</summary>
    public string? Remark { get; init; }

    /// <summary>What is thrown behind the pieces.</summary>
    public Exception? Fault { get; init; }

    /// <summary>What is waited for behind the pieces.</summary>
    public Task? Gate { get; init; }

    /// <summary>A reply of one text, character by character.</summary>
    public static implicit operator ScriptedReply(string text) => new(text.Select(c => c.ToString()));
}
