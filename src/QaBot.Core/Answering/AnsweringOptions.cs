using System.ComponentModel.DataAnnotations;

namespace QaBot.Answering;

/// <summary>How questions are taken and answered.</summary>
public sealed class AnsweringOptions
{
    /// <summary>Who words answers. Default <see cref="AnswerMode.Extractive"/>.</summary>
    public AnswerMode Mode { get; set; }

    /// <summary>A longer question is refused, in UTF-16 units. Default 2000.</summary>
    [Range(10, 100_000)]
    public int LongestQuestion { get; set; } = 2000;

    /// <summary>Below this confidence the answer is that the source does not say. Default 0.3.</summary>
    [Range(0.0, 1.0)]
    public double MinConfidence { get; set; } = 0.3;
}
