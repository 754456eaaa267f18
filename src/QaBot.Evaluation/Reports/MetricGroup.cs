namespace QaBot.Evaluation.Reports;

/// <summary>The figures of a group of questions.</summary>
/// <param name="Half"><c>overall</c>, <c>dev</c> or <c>heldout</c>.</param>
/// <param name="Kind">The kind of the questions, or null for all kinds.</param>
/// <param name="Count">How many questions.</param>
/// <param name="Metrics">The values by metric id.</param>
public sealed record MetricGroup(string Half, string? Kind, int Count, IReadOnlyDictionary<string, MetricValue> Metrics)
{
    /// <summary>The names of the halves: all questions, development, held out.</summary>
    public static IReadOnlyList<string> Halves { get; } = [Overall, Development, HeldOut];

    internal const string Overall = "overall";
    internal const string Development = "dev";
    internal const string HeldOut = "heldout";
}
