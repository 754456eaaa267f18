using System.Runtime.CompilerServices;
using QaBot.Answering;
using QaBot.Answering.Chat;
using QaBot.Citations;
using QaBot.Conversations;
using QaBot.Indexing;
using QaBot.Reading;
using QaBot.Retrieval;
using QaBot.Text;

namespace QaBot;

/// <summary>Answers questions from a corpus: resolve, retrieve, answer, verify, remember.</summary>
/// <remarks>Safe for concurrent use, but for each conversation one question at a time.</remarks>
public sealed class QuestionAnswerer
{
    /// <summary>Half of an answer may be so much less sure than a whole one, if the other half makes up for it.</summary>
    private const double HalfShare = 0.5;

    private readonly Corpus _corpus;
    private readonly PassageIndex _index;
    private readonly PassageRanking? _ranking;
    private readonly QuestionAnswererOptions _options;
    private readonly FollowUpResolver _resolver;
    private readonly NumberForms _numbers;
    private readonly Retriever _retriever;
    private readonly ReaderAnswerer _answerer;
    private readonly ChatAnswerer? _chat;
    private readonly EngineInfo _engine;
    private readonly TimeProvider _time;
    private readonly BoundedCache<string, string> _titles = new(capacity: 10_000, StringComparer.Ordinal);

    /// <summary>Creates an answerer.</summary>
    /// <param name="corpus">The documents.</param>
    /// <param name="index">The index over them.</param>
    /// <param name="options">Options, or null for the defaults.</param>
    /// <param name="time">The clock that timings and time limits are read from, or null for the system's.</param>
    /// <param name="generator">The model that words answers, or null for sentences of the source alone.</param>
    /// <param name="ranking">A ranking that is fused with the one by words, or null for that one alone.</param>
    /// <param name="reader">The reader, or null for the one that comes with the program.</param>
    /// <exception cref="ReaderException">The reader's model is missing, damaged or of another version.</exception>
    public QuestionAnswerer(
        Corpus corpus,
        PassageIndex index,
        QuestionAnswererOptions? options = null,
        TimeProvider? time = null,
        IAnswerGenerator? generator = null,
        PassageRanking? ranking = null,
        SpanReader? reader = null)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        ArgumentNullException.ThrowIfNull(index);
        _corpus = corpus;
        _index = index;
        _ranking = ranking;
        _options = options ?? new QuestionAnswererOptions();
        _resolver = new FollowUpResolver(corpus, _options.Answering.LongestQuestion);
        _numbers = new NumberForms(corpus);
        _retriever = new Retriever(index, _options.Retrieval);
        _answerer = new ReaderAnswerer(index, reader ?? SpanReader.Default, Title, _options.Answering);
        _engine = new EngineInfo(PassageIndex.Engine, ReaderAnswerer.Name, Version);
        _time = time ?? TimeProvider.System;
        _chat = generator is null ? null : new ChatAnswerer(corpus, generator, _options.Generation, _resolver, _time)
        {
            Search = (query, count) => [.. Search(query, count).Select(hit => hit.Passage)],
            Find = id => Enumerable.Range(0, index.Count).Select(ordinal => index[ordinal]).FirstOrDefault(passage => passage.Id == id),
        };
    }

    /// <summary>The program's version, as answers report it.</summary>
    public static string Version { get; } = typeof(QuestionAnswerer).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";

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
        var started = _time.GetTimestamp();
        if (QuestionIntake.Refusal(text, _options.Answering) is { } refusal)
        {
            yield return new AnswerUpdate(Answer: Refuse(text, refusal) with { Elapsed = _time.GetElapsedTime(started) });
            yield break;
        }

        using var turn = _chat?.Begin(cancellationToken);
        var readAs = turn is null ? _resolver.Resolve(text, conversation) : await turn.ResolveAsync(text, conversation).ConfigureAwait(false);
        if (readAs is not null)
        {
            yield return new AnswerUpdate(ReadAs: readAs);
        }

        var read = readAs ?? text;
        var similar = await RankAsync(read, turn, cancellationToken).ConfigureAwait(false);
        if (turn is not null)
        {
            await foreach (var sentence in turn.AnswerAsync(read, Retrieve(read, similar, cancellationToken).Retrieved).ConfigureAwait(false))
            {
                yield return new AnswerUpdate(Sentence: sentence);
            }
        }

        var answer = Answer(text, readAs, similar, turn, cancellationToken) with { Elapsed = _time.GetElapsedTime(started) };
        conversation?.Add(answer);
        yield return new AnswerUpdate(Answer: answer);
    }

    /// <summary>The passages that a question is answered from, best first.</summary>
    /// <param name="text">A question, or some words.</param>
    /// <param name="count">At most so many; at least 1.</param>
    public IReadOnlyList<PassageHit> Search(string text, int count)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        return _retriever.Retrieve(Question.Parse(_numbers.Rewrite(text), () => _resolver.Subject), count).Hits;
    }

    private async ValueTask<IReadOnlyList<int>> RankAsync(string read, ChatTurn? turn, CancellationToken cancellationToken)
    {
        var count = _options.Retrieval.Passages;
        return _ranking is null ? []
            : turn is null ? await _ranking(read, count, cancellationToken).ConfigureAwait(false)
            : await turn.RankAsync(_ranking, read, count).ConfigureAwait(false);
    }

    /// <summary>What a document is about: its first heading, else whom it names most, where somebody stands out.</summary>
    private string Title(Document document) =>
        _titles.GetOrAdd(document.Name, _ => document.Heading ?? Subject.Of(new Corpus([document]))?.FullName ?? "");

    private Answer Refuse(string text, string refusal) =>
        new() { Question = text, Outcome = AnswerOutcome.Refused, Refusal = refusal, Text = "", Engine = _engine };

    /// <summary>The verified answer: worded by the model where it has sentences that hold, else extracted.</summary>
    private Answer Answer(string text, string? readAs, IReadOnlyList<int> similar, ChatTurn? turn, CancellationToken cancellationToken)
    {
        var read = readAs ?? text;
        var nearest = new Lazy<Retrieved>(() => Retrieve(read, similar, cancellationToken).Retrieved);
        AnswerDraft Extract()
        {
            var (draft, retrieved) = CompoundQuestion.Split(read) is var (first, second) && AnswerBoth(first, second, cancellationToken) is { } both
                ? both
                : AnswerOne(read, similar, cancellationToken);
            nearest = new Lazy<Retrieved>(retrieved);
            return Verified(draft, read);
        }

        var (draft, notice, isWorded) = turn?.Conclude(read, Extract) ?? (Extract(), null, false);
        var engine = isWorded ? _engine with { Answerer = _chat!.Generator.Name } : _engine;
        var answer = Verified(draft, read).ToAnswer(text, readAs, [.. nearest.Value.Hits.Select(hit => hit.Passage)], engine);
        return answer with { Usage = turn?.Usage, Notice = notice };
    }

    private AnswerDraft Verified(AnswerDraft draft, string read) =>
        CitationVerifier.IsSupported(draft, _corpus, read) ? draft : AnswerDraft.Abstain(AbstentionReason.NotInSource);

    private (Question Question, Retrieved Retrieved) Retrieve(string text, IReadOnlyList<int> similar, CancellationToken cancellationToken)
    {
        var question = Question.Parse(_numbers.Rewrite(text), () => _resolver.Subject);
        var retrieved = _retriever.Retrieve(question, cancellationToken: cancellationToken);
        return (question, RankFusion.Fuse(retrieved, similar, _index, _options.Retrieval.Passages, question.AsksForSource));
    }

    private (AnswerDraft Draft, Retrieved Retrieved) AnswerOne(
        string text, IReadOnlyList<int> similar, CancellationToken cancellationToken, double? minConfidence = null)
    {
        var (question, retrieved) = Retrieve(text, similar, cancellationToken);
        return (_answerer.Answer(question, retrieved, minConfidence, cancellationToken), retrieved);
    }

    /// <summary>The answer to a question that asks two things, or null when the source does not say both.</summary>
    private (AnswerDraft Draft, Retrieved Retrieved)? AnswerBoth(string first, string second, CancellationToken cancellationToken)
    {
        var least = _options.Answering.MinConfidence * HalfShare;
        var (left, retrieved) = AnswerOne(first, [], cancellationToken, least);
        var (right, _) = AnswerOne(second, [], cancellationToken, least);
        return AnswerDraft.Join(left, right) is { } both && both.Confidence >= _options.Answering.MinConfidence ? (both, retrieved) : null;
    }
}
