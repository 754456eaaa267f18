using QaBot.Answering;
using QaBot.Citations;
using QaBot.Conversations;
using QaBot.Indexing;
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
    private readonly QuestionAnswererOptions _options;
    private readonly FollowUpResolver _resolver;
    private readonly Retriever _retriever;
    private readonly ExtractiveAnswerer _answerer;
    private readonly EngineInfo _engine;
    private readonly TimeProvider _time;

    /// <summary>Creates an answerer.</summary>
    /// <param name="corpus">The documents.</param>
    /// <param name="index">The index over them.</param>
    /// <param name="options">Options, or null for the defaults.</param>
    /// <param name="time">The clock that timings are read from, or null for the system's.</param>
    public QuestionAnswerer(Corpus corpus, IPassageIndex index, QuestionAnswererOptions? options = null, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        ArgumentNullException.ThrowIfNull(index);
        _corpus = corpus;
        _options = options ?? new QuestionAnswererOptions();
        _resolver = new FollowUpResolver(corpus, _options.Answering.LongestQuestion);
        _retriever = new Retriever(index, _options.Retrieval);
        _answerer = new ExtractiveAnswerer(index, _options.Answering);
        _engine = new EngineInfo(index.Engine, ExtractiveAnswerer.Name, Version);
        _time = time ?? TimeProvider.System;
    }

    /// <summary>The program's version, as answers report it.</summary>
    public static string Version { get; } = typeof(QuestionAnswerer).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";

    /// <summary>Answers one question.</summary>
    /// <param name="text">The question as asked.</param>
    /// <param name="conversation">What was asked before, and where this turn is remembered; null for a question by itself.</param>
    /// <param name="cancellationToken">Stops the answering; nothing is remembered then.</param>
    public Task<Answer> AskAsync(string text, Conversation? conversation = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        cancellationToken.ThrowIfCancellationRequested();
        var started = _time.GetTimestamp();
        var answer = Ask(text, conversation, cancellationToken) with { Elapsed = _time.GetElapsedTime(started) };
        conversation?.Add(answer);
        return Task.FromResult(answer);
    }

    private Answer Ask(string text, Conversation? conversation, CancellationToken cancellationToken)
    {
        if (QuestionIntake.Refusal(text, _options.Answering) is { } refusal)
        {
            return new Answer { Question = text, Outcome = AnswerOutcome.Refused, Refusal = refusal, Text = "", Engine = _engine };
        }

        var readAs = _resolver.Resolve(text, conversation);
        var read = readAs ?? text;
        var (draft, retrieved) = CompoundQuestion.Split(read) is var (first, second) && AnswerBoth(first, second, cancellationToken) is { } both
            ? both
            : AnswerOne(read, cancellationToken);
        var verified = CitationVerifier.IsSupported(draft, _corpus, read) ? draft : AnswerDraft.Abstain(AbstentionReason.NotInSource);
        return verified.ToAnswer(text, readAs, [.. retrieved.Hits.Select(hit => hit.Passage)], _engine);
    }

    private (AnswerDraft Draft, Retrieved Retrieved) AnswerOne(string text, CancellationToken cancellationToken, double? minConfidence = null)
    {
        var question = Question.Parse(text, () => _resolver.Subject);
        var retrieved = _retriever.Retrieve(question, cancellationToken: cancellationToken);
        return (_answerer.Answer(question, retrieved, minConfidence, cancellationToken), retrieved);
    }

    /// <summary>The answer to a question that asks two things, or null when the source does not say both.</summary>
    private (AnswerDraft Draft, Retrieved Retrieved)? AnswerBoth(string first, string second, CancellationToken cancellationToken)
    {
        var least = _options.Answering.MinConfidence * HalfShare;
        var (left, retrieved) = AnswerOne(first, cancellationToken, least);
        var (right, _) = AnswerOne(second, cancellationToken, least);
        return AnswerDraft.Join(left, right) is { } both && both.Confidence >= _options.Answering.MinConfidence ? (both, retrieved) : null;
    }
}
