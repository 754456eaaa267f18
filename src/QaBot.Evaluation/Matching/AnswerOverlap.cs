namespace QaBot.Evaluation.Matching;

/// <summary>Exact match and token F1 of a short answer (Rajpurkar et al. 2016), the best over the accepted answers.</summary>
/// <remarks>Words are compared as docs/EVALUATION.md says: as in SQuAD, and beyond it without accents and with numbers in digits.</remarks>
public static class AnswerOverlap
{
    /// <summary>Whether the words are those of an accepted answer in the same order.</summary>
    public static bool IsExactMatch(IReadOnlyList<string> accepted, string predicted)
    {
        ArgumentNullException.ThrowIfNull(accepted);
        ArgumentNullException.ThrowIfNull(predicted);
        var tokens = AnswerTokens.Of(predicted);
        return accepted.Any(reference => tokens.SequenceEqual(AnswerTokens.Of(reference), StringComparer.Ordinal));
    }

    /// <summary>The harmonic mean of the share of predicted words that are accepted and of accepted words that are predicted, 0 to 1.</summary>
    public static double TokenF1(IReadOnlyList<string> accepted, string predicted)
    {
        ArgumentNullException.ThrowIfNull(accepted);
        ArgumentNullException.ThrowIfNull(predicted);
        var tokens = AnswerTokens.Of(predicted);
        return accepted.Select(reference => F1(tokens, AnswerTokens.Of(reference))).DefaultIfEmpty(0).Max();
    }

    private static double F1(IReadOnlyList<string> predicted, IReadOnlyList<string> reference)
    {
        var counts = reference.CountBy(token => token, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var common = predicted.CountBy(token => token, StringComparer.Ordinal).Sum(pair => Math.Min(pair.Value, counts.GetValueOrDefault(pair.Key)));
        return common == 0 ? 0 : 2.0 * common / (predicted.Count + reference.Count);
    }
}
