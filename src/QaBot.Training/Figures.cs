using QaBot.Answering.Ranking;
using QaBot.Citations;

namespace QaBot.Training;

/// <summary>Adds up how the rankers do, and prints the means with their 95 % intervals (normal approximation over questions).</summary>
internal sealed class Figures
{
    /// <summary>Passages that recall is measured at.</summary>
    private const int Depth = 5;

    /// <summary>What a second citation needs of the first one's likelihood; the answerer's own share is one of them.</summary>
    private static readonly double[] Shares = [0.25, 0.1, 0];

    private readonly Dictionary<string, (double Sum, double Squares, int Count)> _figures = new(StringComparer.Ordinal);

    public void Add(Reading reading, List<RankedSentence> ranked, RankedSpan? span, RankedSentence chosen)
    {
        bool IsEvidence(RankedSentence sentence) => reading.IsEvidence(sentence.Candidate);
        Add("passage recall@5", ranked.Exists(r => r.Candidate.PassageRank < Depth && IsEvidence(r)));
        var passages = ranked.Select(r => r.Candidate.PassageRank).Distinct().Take(Depth).ToHashSet();
        Add("passage recall@5 in the order of their best sentences", ranked.Exists(r => passages.Contains(r.Candidate.PassageRank) && IsEvidence(r)));
        Add("evidence among the passages read", ranked.Exists(IsEvidence));
        Add("top sentence is the evidence", IsEvidence(ranked[0]));
        Add("chosen sentence is the evidence", IsEvidence(chosen));
        Add("chosen sentence has the answer", SquadScore.Contains(chosen.Candidate.Sentence.Text, reading.Row.Answers));
        var second = ranked.Find(r => r != chosen);
        foreach (var share in Shares)
        {
            var cited = second is not null && second.Probability >= share * chosen.Probability;
            Add(FormattableString.Invariant($"evidence among two citations, the second from {share}"), IsEvidence(chosen) || (cited && IsEvidence(second!)));
        }

        Add("short answer", reading, span);
    }

    /// <summary>Adds the short answer out of the evidence's own paragraph.</summary>
    public void AddParagraph(Reading reading, RankedSpan? span) => Add("short answer out of the right paragraph", reading, span);

    public override string ToString() => string.Join('\n', _figures.Select(figure =>
    {
        var (sum, squares, count) = figure.Value;
        var mean = sum / count;
        var error = 1.96 * Math.Sqrt(Math.Max(0, (squares / count) - (mean * mean)) / count);
        return FormattableString.Invariant($"  {figure.Key}: {mean:F4} ± {error:F4} ({count})");
    }));

    private void Add(string name, Reading reading, RankedSpan? span)
    {
        var text = span is null ? "" : CitedText.Display(span.Sentence.Candidate.Sentence.Document.Slice(span.Span));
        Add(name + ", exact match", SquadScore.ExactMatch(text, reading.Row.Answers));
        Add(name + ", F1", SquadScore.F1(text, reading.Row.Answers));
    }

    private void Add(string name, bool value) => Add(name, value ? 1.0 : 0);

    private void Add(string name, double value)
    {
        var (sum, squares, count) = _figures.GetValueOrDefault(name);
        _figures[name] = (sum + value, squares + (value * value), count + 1);
    }
}
