using QaBot.Answering;
using QaBot.Evaluation.Matching;
using QaBot.Evaluation.Questions;
using QaBot.Evaluation.Reports;
using QaBot.Indexing;
using QaBot.Retrieval;

namespace QaBot.Evaluation.Runs;

/// <summary>Asks every question of a set, judges the answers and writes the reports.</summary>
public sealed class EvaluationRun
{
    /// <summary>Passages that are looked through for evidence.</summary>
    private const int Depth = 100;

    private static readonly List<ChatFault> Lasting = [ChatFault.WrongKey, ChatFault.UnknownModel, ChatFault.BadRequest];

    private readonly EvaluationOptions _options;
    private readonly QuestionAnswerer _answerer;
    private readonly SourceSentences _sentences;
    private readonly DeletionTest? _deletion;

    private EvaluationRun(EvaluationOptions options)
    {
        _options = options;
        _answerer = Dialogue.Answerer(options, options.Corpus, options.Index);
        _sentences = new SourceSentences(options.Index);
        _deletion = options.Deletion ? new DeletionTest(options, _sentences) : null;
    }

    /// <summary>
    /// Runs an evaluation and writes <c>report.json</c> and <c>report.html</c> to the output directory. Rows are kept there while it
    /// runs: after a cancellation or a failure the next run with the same corpus, questions, options and build goes on from them.
    /// </summary>
    /// <param name="options">What and how.</param>
    /// <param name="progress">Told after every question.</param>
    /// <param name="cancellationToken">Stops the run and keeps the rows that are done.</param>
    public static async Task<EvaluationReport> RunAsync(
        EvaluationOptions options, IProgress<EvaluationProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var run = new EvaluationRun(options);
        var journal = await RunJournal.OpenAsync(options, cancellationToken).ConfigureAwait(false);
        await using (journal.ConfigureAwait(false))
        {
            var rows = await run.AskAllAsync(journal, progress, cancellationToken).ConfigureAwait(false);
            var report = ReportBuilder.Build(options, rows, new AnswerJudge(options.Corpus, run._sentences));
            await report.SaveAsync(options.OutputDirectory, cancellationToken).ConfigureAwait(false);
            await journal.DeleteAsync().ConfigureAwait(false);
            return report;
        }
    }

    private async Task<List<Observation>> AskAllAsync(RunJournal journal, IProgress<EvaluationProgress>? progress, CancellationToken cancellationToken)
    {
        var questions = _options.Questions.Questions;
        var rows = new Observation?[questions.Count];
        var resumed = questions.Count(q => journal.Rows.ContainsKey(q.Id));
        if (resumed < questions.Count && _options.WarmUp > 0)
        {
            await WarmUpAsync(cancellationToken).ConfigureAwait(false);
        }

        var (started, asked) = (_options.Time.GetTimestamp(), 0);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = _options.Parallel, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(Enumerable.Range(0, questions.Count), parallel, async (i, token) =>
        {
            if (!journal.Rows.TryGetValue(questions[i].Id, out rows[i]))
            {
                rows[i] = await AskAsync(questions[i], token).ConfigureAwait(false);
                await journal.AddAsync(rows[i]!).ConfigureAwait(false);
                Interlocked.Increment(ref asked);
            }

            var done = Volatile.Read(ref asked);
            TimeSpan? remaining = done == 0 ? null : _options.Time.GetElapsedTime(started) / done * (questions.Count - resumed - done);
            progress?.Report(new EvaluationProgress(resumed + done, questions.Count, resumed, remaining));
        }).ConfigureAwait(false);
        return [.. rows.Select(row => row!)];
    }

    /// <summary>Asks an answerer of its own, so that the one that is measured remembers nothing.</summary>
    private async Task WarmUpAsync(CancellationToken cancellationToken)
    {
        var answerer = Dialogue.Answerer(_options, _options.Corpus, _options.Index);
        foreach (var question in _options.Questions.Questions.Take(_options.WarmUp))
        {
            await Dialogue.AskAsync(answerer, question, _options.Time, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<Observation> AskAsync(EvaluationQuestion question, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var (answer, elapsed) = await Dialogue.AskAsync(_answerer, question, _options.Time, cancellationToken).ConfigureAwait(false);
        RequireModel(answer);
        var evidence = new Evidence(question.Evidence, _options.Corpus);
        var words = evidence.Count == 0 ? [] : _answerer.Search(answer.ReadAs ?? question.Question, Depth).Hits;
        var hits = evidence.Count == 0 ? [] : await FuseAsync(answer.ReadAs ?? question.Question, words, cancellationToken).ConfigureAwait(false);
        return new Observation
        {
            Id = question.Id,
            Answer = answer,
            ElapsedMs = Math.Round(elapsed, 4),
            EvidenceRanks = Ranks(evidence, hits),
            RanksByWords = hits == words ? null : Ranks(evidence, words),
            DependsOnCitation = _deletion is null ? null : await _deletion.DependsOnCitationAsync(question, answer, cancellationToken).ConfigureAwait(false),
            Grade = await GradeAsync(question, answer, cancellationToken).ConfigureAwait(false),
        };
    }

    /// <summary>The ranking by words, fused with the one by vectors where there is one.</summary>
    private async Task<IReadOnlyList<PassageHit>> FuseAsync(string read, IReadOnlyList<PassageHit> words, CancellationToken cancellationToken)
    {
        if (_options.Vectors is not { } vectors)
        {
            return words;
        }

        var ranking = await vectors.Ranking(read, Depth, cancellationToken).ConfigureAwait(false);
        var retrieved = new Retrieved(words, new PassageQuery([]), [], new Dictionary<string, string>());
        return RankFusion.Fuse(retrieved, ranking, _options.Index, Depth, Question.Parse(read).AsksForSource).Hits;
    }

    private async Task<Grade?> GradeAsync(EvaluationQuestion question, AnswerJson answer, CancellationToken cancellationToken)
    {
        if (_options.Grader is not { } grader)
        {
            return null;
        }

        List<string> accepted = question.Answerable ? [.. question.Answers, .. question.AllOf.Select(part => "with " + part)] : ["none: the text does not say"];
        var said = $"{answer.ShortAnswer} {AnswerRule.WithoutMarkers(answer.Answer)}";
        var (isCorrect, usage) = await grader.Grade(answer.ReadAs ?? question.Question, accepted, question.Evidence, said, cancellationToken).ConfigureAwait(false);
        return new Grade(isCorrect, usage);
    }

    /// <summary>For each quote the rank of the first passage that covers it, from 1; 0 where none does.</summary>
    private static IReadOnlyList<int> Ranks(Evidence evidence, IReadOnlyList<PassageHit> hits)
    {
        var passages = hits.Select(hit => hit.Passage).ToList();
        return [.. Enumerable.Range(0, evidence.Count).Select(quote => 1 + passages.FindIndex(p => evidence.IsCovered(quote, p.Document.Name, p.Span)))];
    }

    /// <summary>
    /// A key, a model or a request that is not taken makes the run worthless: it would be one of the extractive answerer under another name. What an endpoint
    /// does not keep beside a good answer has a notice too, and usage.
    /// </summary>
    private static void RequireModel(AnswerJson answer)
    {
        if (answer is { Usage: null, Notice: { } notice } && Lasting.Find(fault => NoticeJson.Of(new AnswerNotice(fault, "")).Kind == notice.Kind) is var fault && fault != default)
        {
            throw new ChatFaultException(fault, notice.Message);
        }
    }
}
