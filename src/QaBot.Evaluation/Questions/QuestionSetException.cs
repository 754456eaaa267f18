namespace QaBot.Evaluation.Questions;

/// <summary>A question set cannot be used as it is.</summary>
public sealed class QuestionSetException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="source">The file.</param>
    /// <param name="faults">What is wrong, one sentence each, with the number of its line.</param>
    /// <param name="remedy">What the reader of the message can do about it; without, to correct the lines.</param>
    public QuestionSetException(string source, IReadOnlyList<string> faults, string remedy = "Correct those lines; docs/EVALUATION.md describes the format.")
        : base(faults is { Count: > 0 } ? $"The question set {source} cannot be used: {faults[0]}" : $"The question set {source} cannot be used.")
    {
        Faults = faults ?? [];
        Remedy = remedy;
    }

    /// <summary>Everything that is wrong, in the order of the lines.</summary>
    public IReadOnlyList<string> Faults { get; }

    /// <summary>What the reader of the message can do about it.</summary>
    public string Remedy { get; }
}
