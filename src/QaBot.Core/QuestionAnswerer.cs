using System.Runtime.CompilerServices;
using QaBot.Answering;
using QaBot.Chunking;
using QaBot.Citations;
using QaBot.Conversations;
using QaBot.Indexing;
using QaBot.Reading;
using QaBot.Retrieval;
using QaBot.Telemetry;
using QaBot.Text;

namespace QaBot;

/// <summary>Answers questions from a corpus: resolve, retrieve, answer, verify, remember.</summary>
/// <remarks>Safe for concurrent use, but for each conversation one question at a time.</remarks>
public sealed class QuestionAnswerer
{
    /// <summary>Half of an answer may be so much less sure than a whole one, if the other half makes up for it.</summary>
    private const double HalfShare = 0.5;

    /// <summary>A reading takes two threads by default; more at once only wait for one another.</summary>
    private static readonly SemaphoreSlim Turns = new(Math.Max(1, Environment.ProcessorCount / 2));

    private readonly Corpus _corpus;
    private readonly PassageIndex _index;
    private readonly PassageRanking? _ranking;
    private readonly QuestionAnswererOptions _options;
    private readonly FollowUpResolver _resolver;
    private readonly NumberForms _numbers;
    private readonly SourceWording _words;
    private readonly Retriever _retriever;
    private readonly ReaderAnswerer _answerer;
    private readonly IAnswerOrchestrator? _orchestrator;
    private readonly EngineInfo _engine;
    private readonly TimeProvider _time;
    private readonly Lazy<IReadOnlyList<string>> _examples;
    private readonly BoundedCache<string, Question> _questions = new(capacity: 100, StringComparer.Ordinal);
    private readonly BoundedCache<string, Conclusion> _conclusions = new(capacity: 1_000, StringComparer.Ordinal);

    /// <summary>Creates an answerer.</summary>
    /// <param name="corpus">The documents.</param>
    /// <param name="index">The index over them.</param>
    /// <param name="options">Options, or null for the defaults.</param>
    /// <param name="time">The clock that timings and time limits are read from, or null for the system's.</param>
    /// <param name="orchestrator">What carries out the steps, such as with a model; null for this class alone.</param>
    /// <param name="ranking">A ranking that is fused with the one by words, or null for that one alone.</param>
    /// <exception cref="ReaderException">The reader's model is missing, damaged or of another version.</exception>
    public QuestionAnswerer(
        Corpus corpus,
        PassageIndex index,
        QuestionAnswererOptions? options = null,
        TimeProvider? time = null,
        IAnswerOrchestrator? orchestrator = null,
        PassageRanking? ranking = null)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        ArgumentNullException.ThrowIfNull(index);
        _corpus = corpus;
        _index = index;
        _ranking = ranking;
        _options = options ?? new QuestionAnswererOptions();
        _resolver = new FollowUpResolver(corpus, _options.Answering.LongestQuestion);
        _numbers = new NumberForms(corpus);
        _words = new SourceWording(corpus, index);
        var reader = SpanReader.Shared(_options.Reading);
        _retriever = new Retriever(index, _options.Retrieval, reader.HasWord);
        _answerer = new ReaderAnswerer(index, reader, _options.Answering);
        _engine = new EngineInfo(PassageIndex.Engine, ReaderAnswerer.Name, Version);
        _time = time ?? TimeProvider.System;
        _orchestrator = orchestrator;
        _examples = new Lazy<IReadOnlyList<string>>(() => ExampleQuestions.Of(
            corpus, _resolver.Subject, question => Read(question, Retrieve(question, [], CancellationToken.None), CancellationToken.None).Draft));
    }

    /// <summary>The program's version, as answers report it.</summary>
    public static string Version { get; } = typeof(QuestionAnswerer).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";

    /// <summary>The documents.</summary>
    internal Corpus Corpus => _corpus;

    /// <summary>What resolves follow-ups by rules.</summary>
    internal FollowUpResolver Rules => _resolver;

    /// <summary>The clock.</summary>
    internal TimeProvider Time => _time;

    /// <summary>Answers one question.</summary>
    /// <param name="text">The question as asked.</param>
    /// <param name="conversation">What was asked before, and where this turn is remembered; null for a question by itself.</param>
    /// <param name="cancellationToken">Stops the answering; nothing is remembered then.</param>
    public async Task<Answer> AskAsync(string text, Conversation? conversation = null, CancellationToken cancellationToken = default)
    {
        await foreach (var update in StreamAsync(text, conversation, cancellationToken).ConfigureAwait(false))
        {
            if (update.Answer is { } answer)
            {
                return answer;
            }
        }

        throw new InvalidOperationException("An answer's last update has the answer.");
    }

    /// <summary>Answers one question step by step: how it is read, each sentence of a model as soon as it is verified, and last the answer.</summary>
    /// <param name="text">The question as asked.</param>
    /// <param name="conversation">What was asked before, and where this turn is remembered; null for a question by itself.</param>
    /// <param name="cancellationToken">Stops the answering; nothing is remembered then.</param>
    public async IAsyncEnumerable<AnswerUpdate> StreamAsync(
        string text, Conversation? conversation = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        cancellationToken.ThrowIfCancellationRequested();
        using var measured = new MeasuredQuestion(text, _time);
        if (QuestionIntake.Find(text, _options.Answering) is var (kind, refusal))
        {
            measured.Answer = Refuse(text, kind, refusal) with { Elapsed = measured.Elapsed };
            yield return new AnswerUpdate(Answer: measured.Answer);
            yield break;
        }

        using var turn = _orchestrator?.Begin(this, cancellationToken) ?? new OfflineTurn(this, cancellationToken);
        var readAs = await QuestionTelemetry.StepAsync("resolve", () => turn.ResolveAsync(text, conversation)).ConfigureAwait(false);
        if (readAs is not null)
        {
            yield return new AnswerUpdate(ReadAs: readAs);
            measured.Resume();
        }

        var read = readAs ?? text;
        var found = await QuestionTelemetry.StepAsync("retrieve", () => turn.SearchAsync(read)).ConfigureAwait(false);
        await foreach (var sentence in turn.WordAsync(read, found).ConfigureAwait(false))
        {
            yield return new AnswerUpdate(Sentence: sentence);
            measured.Resume();
        }

        var conclusion = await turn.ConcludeAsync(read, found).ConfigureAwait(false);
        var verified = await QuestionTelemetry.StepAsync("verify", () => turn.VerifyAsync(read, conclusion.Draft)).ConfigureAwait(false);
        var engine = conclusion.Answerer is null ? _engine : _engine with { Answerer = conclusion.Answerer };
        measured.Answer = verified.ToAnswer(text, readAs, engine) with
        {
            Usage = conclusion.Usage,
            Notice = conclusion.Notice,
            Suggestions = verified.Reason == AbstentionReason.OutOfScope ? _examples.Value : [],
            Elapsed = measured.Elapsed,
        };
        conversation?.Add(measured.Answer);
        yield return new AnswerUpdate(Answer: measured.Answer);
    }

    /// <summary>Why a text is refused as a question, as one sentence with the remedy; null where it is taken.</summary>
    public string? Refusal(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return QuestionIntake.Refusal(text, _options.Answering);
    }

    /// <summary>Questions that the documents surely answer; read when they are first asked for. None where none was found.</summary>
    public Task<IReadOnlyList<string>> ExamplesAsync(CancellationToken cancellationToken = default) =>
        Task.Run(() => _examples.Value, CancellationToken.None).WaitAsync(cancellationToken);

    /// <summary>The passages that a question is answered from by words, and what they were ranked by.</summary>
    /// <param name="text">A question, or some words.</param>
    /// <param name="count">At most so many; at least 1.</param>
    public Retrieved Search(string text, int count)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        return _retriever.Retrieve(Parse(text), count);
    }

    /// <summary>The passage of an id, or null.</summary>
    public Passage? Find(string id) => Enumerable.Range(0, _index.Count).Select(ordinal => _index[ordinal]).FirstOrDefault(passage => passage.Id == id);

    /// <summary>The other ranking of passages than by words; none where there is no other.</summary>
    internal ValueTask<IReadOnlyList<int>> RankAsync(string read, CancellationToken cancellationToken) =>
        _ranking is null ? ValueTask.FromResult<IReadOnlyList<int>>([]) : _ranking(read, _options.Retrieval.Passages, cancellationToken);

    /// <summary>The passages for a question as read.</summary>
    /// <param name="read">The question.</param>
    /// <param name="similar">The other ranking.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    internal Retrieved Retrieve(string read, IReadOnlyList<int> similar, CancellationToken cancellationToken)
    {
        var question = Parse(read);
        var retrieved = _retriever.Retrieve(question, cancellationToken: cancellationToken);
        return RankFusion.Fuse(retrieved, similar, _index, _options.Retrieval.Passages, question.AsksForSource);
    }

    /// <summary>
    /// The answer in the source's own sentences, verified, and the passages that it was looked for in. As many questions are read at once as
    /// there are processors for, the others wait without a thread; what was read by words alone is remembered.
    /// </summary>
    internal async Task<Conclusion> ReadAsync(string read, Retrieved found, CancellationToken cancellationToken)
    {
        await TakeTurnAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await QuestionTelemetry.StepAsync("read", () => Task.Run(
                () => _ranking is null ? _conclusions.GetOrAdd(read, _ => Read(read, found, cancellationToken)) : Read(read, found, cancellationToken),
                cancellationToken)).ConfigureAwait(false);
        }
        finally
        {
            Turns.Release();
        }
    }

    private static async Task TakeTurnAsync(CancellationToken cancellationToken)
    {
        QuestionTelemetry.Queue.Add(1);
        try
        {
            await Turns.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            QuestionTelemetry.Queue.Add(-1);
        }
    }

    private Conclusion Read(string read, Retrieved found, CancellationToken cancellationToken)
    {
        var conclusion = CompoundQuestion.Split(read) is var (first, second) && AnswerParts(first, second, cancellationToken) is { } parts
            ? parts
            : AnswerAssertion(Parse(read), cancellationToken) ?? new Conclusion(_answerer.Answer(Parse(read), found, minConfidence: null, cancellationToken));
        return conclusion with { Draft = Verified(read, conclusion.Draft) };
    }

    /// <summary>A draft as it is when the verifier passes it, else an abstention.</summary>
    internal AnswerDraft Verified(string read, AnswerDraft draft) =>
        CitationVerifier.IsSupported(draft, _corpus, read) ? draft : AnswerDraft.Abstain(AbstentionReason.NotInSource);

    private Question Parse(string text) => _questions.GetOrAdd(text, Analyze);

    private Question Analyze(string text) => Question.Parse(_words.Rewrite(_numbers.Rewrite(text)), () => _resolver.Subject);

    private Answer Refuse(string text, RefusalKind kind, string refusal) =>
        new() { Question = text, Outcome = AnswerOutcome.Refused, Refusal = refusal, RefusalKind = kind, Text = "", Engine = _engine };

    /// <summary>"… and when was she born?" behind "Who is her sister?" asks of the sister, as it would in the next question.</summary>
    private string Second(string second, AnswerDraft answer, string first)
    {
        var spoken = new Conversation();
        spoken.Add(answer.ToAnswer(first, readAs: null, _engine));
        return _resolver.Resolve(second, spoken) ?? second;
    }

    /// <summary>
    /// Yes or no by the value that the source has for what is asserted; null where nothing is, or the source has none. That the source has the asserted value of
    /// all confirms it twice, so the square root of the confidence counts. What is then less sure than answers must be is left to the sentence itself.
    /// </summary>
    private Conclusion? AnswerAssertion(Question question, CancellationToken cancellationToken)
    {
        if (question.Kind != QuestionKind.YesNo || Assertion.Find(question.Text) is not { } assertion)
        {
            return null;
        }

        var draft = _answerer.Answer(Parse(assertion.Question), Retrieve(assertion.Question, [], cancellationToken), Assertion.SureToConfirm, cancellationToken);
        var verdict = assertion.Verdict(draft, question.SubjectTerms);
        var confidence = verdict == "Yes" ? Math.Sqrt(draft.Confidence) : draft.Confidence;
        return verdict is not null && confidence >= _options.Answering.MinConfidence ? new Conclusion(AnswerDraft.Cite(draft.Citations.Take(1), verdict, confidence)) : null;
    }

    /// <summary>The answer to a question that asks two things, or to one of them with a hint that the other has none; null when neither has one.</summary>
    private Conclusion? AnswerParts(string first, string second, CancellationToken cancellationToken)
    {
        var least = _options.Answering.MinConfidence * HalfShare;
        var left = _answerer.Answer(Parse(first), Retrieve(first, [], cancellationToken), least, cancellationToken);
        second = Second(second, left, first);
        var right = _answerer.Answer(Parse(second), Retrieve(second, [], cancellationToken), least, cancellationToken);
        if (AnswerDraft.Join(left, right) is { } both)
        {
            return both.Confidence >= _options.Answering.MinConfidence ? new Conclusion(both) : null;
        }

        var (told, missing) = left.Outcome == AnswerOutcome.Answered ? (left, second) : (right, first);
        return told.Outcome == AnswerOutcome.Answered && told.Confidence >= _options.Answering.MinConfidence
            ? new Conclusion(told.Hinting(HintKind.OtherPart, $"The source does not answer the other part: “{missing}”", missing))
            : null;
    }
}
