using QaBot.Answering.Ranking;
using QaBot.Citations;

namespace QaBot.Training;

/// <summary>Adds up how the rankers do.</summary>
internal sealed class Figures
{
    private int _count, _cited40, _cited25, _second25, _top1, _top2, _chosen, _contains, _em, _paragraphEm, _reachable;
    private double _f1, _paragraphF1;

    public void Add(Reading reading, List<RankedSentence> ranked, RankedSpan? span, RankedSentence chosen)
    {
        _count++;
        _top1 += reading.IsEvidence(ranked[0].Candidate) ? 1 : 0;
        _top2 += ranked.Take(2).Any(r => reading.IsEvidence(r.Candidate)) ? 1 : 0;
        _reachable += ranked.Exists(r => reading.IsEvidence(r.Candidate)) ? 1 : 0;
        var second = ranked.Find(r => r != chosen)!;
        _cited40 += reading.IsEvidence(chosen.Candidate) || (second.Probability >= 0.4 * chosen.Probability && reading.IsEvidence(second.Candidate)) ? 1 : 0;
        _cited25 += reading.IsEvidence(chosen.Candidate) || (second.Probability >= 0.25 * chosen.Probability && reading.IsEvidence(second.Candidate)) ? 1 : 0;
        _second25 += second.Probability >= 0.25 * chosen.Probability ? 1 : 0;
        _chosen += reading.IsEvidence(chosen.Candidate) ? 1 : 0;
        _contains += SquadScore.Contains(chosen.Candidate.Sentence.Text, reading.Row.Answers) ? 1 : 0;
        _em += span is not null && SquadScore.ExactMatch(Text(span), reading.Row.Answers) ? 1 : 0;
        _f1 += span is null ? 0 : SquadScore.F1(Text(span), reading.Row.Answers);
    }

    public void AddParagraph(Reading reading, RankedSpan? span)
    {
        _paragraphEm += span is not null && SquadScore.ExactMatch(Text(span), reading.Row.Answers) ? 1 : 0;
        _paragraphF1 += span is null ? 0 : SquadScore.F1(Text(span), reading.Row.Answers);
    }

    public override string ToString() => FormattableString.Invariant(
        $"n {_count} top1 {_top1 / (double)_count:F4} top2 {_top2 / (double)_count:F4} cited40 {_cited40 / (double)_count:F4} cited25 {_cited25 / (double)_count:F4} with-second25 {_second25 / (double)_count:F4} reachable {_reachable / (double)_count:F4} chosen {_chosen / (double)_count:F4} contains {_contains / (double)_count:F4} EM {_em / (double)_count:F4} F1 {_f1 / _count:F4} paragraph EM {_paragraphEm / (double)_count:F4} F1 {_paragraphF1 / _count:F4}");

    private static string Text(RankedSpan span) => CitedText.Display(span.Sentence.Candidate.Sentence.Document.Slice(span.Span));
}
