using QaBot.Answering;
using QaBot.Chunking;
using QaBot.Evaluation.Metrics;
using QaBot.Evaluation.Questions;
using QaBot.Evaluation.Runs;
using QaBot.Evaluation.Statistics;
using QaBot.Indexing;
using QaBot.Text;

namespace QaBot.Evaluation.Reports;

/// <summary>Makes the report of a run.</summary>
internal static class ReportBuilder
{
    /// <summary>Judges the rows and adds up.</summary>
    public static EvaluationReport Build(EvaluationOptions options, IReadOnlyList<Observation> rows, AnswerJudge judge)
    {
        var pairs = options.Questions.Questions.Zip(rows).ToList();
        var judgements = pairs.ConvertAll(pair => judge.Judge(pair.First, pair.Second));
        var passages = Enumerable.Range(0, options.Index.Count).Select(i => options.Index[i]).ToDictionary(p => p.Id, StringComparer.Ordinal);
        return new EvaluationReport
        {
            Created = options.Time.GetUtcNow(),
            Engine = rows[0].Answer.Engine ?? new EngineInfo(PassageIndex.Engine, "unknown", QuestionAnswerer.Version),
            Documents = [.. options.Corpus.Documents.Select(d => d.Name)],
            CorpusHash = options.Corpus.Hash,
            QuestionSet = options.Questions.Name,
            QuestionSetHash = options.Questions.Hash,
            Groups = [.. MetricGroup.Halves.SelectMany(half => GroupsOf(half, InHalf(judgements, half)))],
            Baseline = options.Baseline is { } baseline ? Compare(judgements, baseline.Judgements) : [],
            Model = ModelReport.Of(rows.Select(row => row.Answer), options.Prices),
            Judge = JudgeReport.Of(options, rows, judgements),
            Vectors = VectorReport.Of(options, rows),
            Judgements = judgements,
            Details = [.. pairs.Where(pair => options.ShowHeldOut || pair.First.Half == QuestionHalf.Development)
                .Select(pair => new QuestionDetail(pair.First, pair.Second.Answer, Sources(pair.First, pair.Second.Answer, options.Corpus, passages)))],
        };
    }

    /// <summary>The judgements of a half by its name.</summary>
    public static List<Judgement> InHalf(IReadOnlyList<Judgement> judgements, string half) => [.. judgements.Where(j =>
        half == MetricGroup.Overall || j.Half == (half == MetricGroup.HeldOut ? QuestionHalf.HeldOut : QuestionHalf.Development))];

    private static IEnumerable<MetricGroup> GroupsOf(string half, List<Judgement> sample)
    {
        if (sample.Count == 0)
        {
            return [];
        }

        var kinds = sample.GroupBy(j => j.Kind, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal);
        return kinds.Select(g => Group(half, g.Key, [.. g])).Prepend(Group(half, null, sample));
    }

    private static MetricGroup Group(string half, string? kind, List<Judgement> sample) => new(half, kind, sample.Count, MetricCatalog.All.ToDictionary(
        metric => metric.Id,
        metric => metric.Compute(sample) is { } value ? new MetricValue(Round(value), Round(metric.IntervalOf(sample))) : new MetricValue(null, null)));

    private static List<BaselineComparison> Compare(List<Judgement> now, IReadOnlyList<Judgement> before)
    {
        var earlier = before.ToDictionary(j => j.Id, StringComparer.Ordinal);
        var comparisons = new List<BaselineComparison>();
        foreach (var half in MetricGroup.Halves)
        {
            List<(Judgement Now, Judgement Before)> pairs = [.. InHalf(now, half).Where(j => earlier.ContainsKey(j.Id)).Select(j => (j, earlier[j.Id]))];
            var differences = MetricCatalog.All.Select(metric => (metric.Id, Value: metric.Compare(pairs))).Where(d => d.Value is not null)
                .ToDictionary(d => d.Id, d => new PairedDifference(Round(d.Value!.Difference), d.Value.PValue is { } p ? Round(p) : null));
            comparisons.Add(new BaselineComparison(half, pairs.Count, differences));
        }

        return comparisons;
    }

    private static double Round(double value) => Math.Round(value, 6);

    private static Interval? Round(Interval? interval) => interval is null ? null : new Interval(Round(interval.Low), Round(interval.High));

    private static List<CitedPassage> Sources(EvaluationQuestion question, AnswerJson answer, Corpus corpus, Dictionary<string, Passage> passages)
    {
        var evidence = new Evidence(question.Evidence, corpus);
        var sources = new List<CitedPassage>();
        foreach (var citation in answer.Citations)
        {
            if (passages.TryGetValue(citation.Passage, out var passage) && citation.ToCitation() is { } cited)
            {
                sources.Add(new CitedPassage(citation.Number, passage.Id, Segments(passage, cited.Span, [.. evidence.SpansIn(passage.Document.Name)])));
            }
        }

        return sources;
    }

    private static List<PassageSegment> Segments(Passage passage, TextSpan quote, List<TextSpan> evidence)
    {
        var cuts = evidence.Append(quote).SelectMany(span => new[] { span.Start, span.End })
            .Where(at => at > passage.Span.Start && at < passage.Span.End)
            .Append(passage.Span.Start).Append(passage.Span.End).Distinct().Order().ToList();
        return [.. cuts.Zip(cuts.Skip(1), (start, end) => new TextSpan(start, end)).Select(piece =>
            new PassageSegment(passage.Document.Slice(piece), quote.Contains(piece), evidence.Exists(span => span.Contains(piece))))];
    }
}
