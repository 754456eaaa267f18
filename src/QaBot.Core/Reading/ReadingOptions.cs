using System.ComponentModel.DataAnnotations;

namespace QaBot.Reading;

/// <summary>How the reader runs.</summary>
public sealed class ReadingOptions
{
    /// <summary>Threads that one question is read with, 1 to 64; 2 by default.</summary>
    [Range(1, 64)]
    public int Threads { get; set; } = 2;
}
