using QaBot.Reading;

namespace QaBot.Training.Reader;

/// <summary>One thing to learn: an input, and what is right for it.</summary>
/// <param name="Input">The input.</param>
/// <param name="Start">The answer's first token, or 0 where there is no answer.</param>
/// <param name="End">The answer's last token, or 0.</param>
internal sealed record ReaderExample(ReaderInput Input, int Start, int End)
{
    /// <summary>The same question asked of another window, which does not answer it: its words are to score less than the answer here; null for none.</summary>
    public ReaderExample? Rival { get; init; }

    /// <summary>It and its rival.</summary>
    public IEnumerable<ReaderExample> Rows => Rival is null ? [this] : [this, Rival];

    /// <summary>The tokens of the longer of the two.</summary>
    public int Length => Rows.Max(row => row.Input.Ids.Length);
}
