namespace QaBot.Text;

/// <summary>A half-open range [<see cref="Start"/>, <see cref="End"/>) of UTF-16 offsets into a document as stored.</summary>
public readonly record struct TextSpan
{
    /// <summary>Creates the span.</summary>
    /// <param name="start">Offset of the first UTF-16 unit; not negative.</param>
    /// <param name="end">Offset behind the last UTF-16 unit; at least <paramref name="start"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An offset is negative or the end lies before the start.</exception>
    public TextSpan(int start, int end)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfLessThan(end, start);
        Start = start;
        End = end;
    }

    /// <summary>Offset of the first UTF-16 unit.</summary>
    public int Start { get; }

    /// <summary>Offset behind the last UTF-16 unit.</summary>
    public int End { get; }

    /// <summary>Number of UTF-16 units.</summary>
    public int Length => End - Start;

    /// <summary>Whether <paramref name="other"/> lies wholly inside this span.</summary>
    public bool Contains(TextSpan other) => Start <= other.Start && other.End <= End;

    /// <summary>Whether the two spans share at least one unit.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <summary>The span as <c>start-end</c>, the form the <c>source</c> command takes.</summary>
    public override string ToString() => $"{Start}-{End}";
}
