using Microsoft.Extensions.AI;
using QaBot.Answering;
using QaBot.Chat.Gate;
using QaBot.Chat.Prompts;
using QaBot.Chunking;
using QaBot.Citations;
using QaBot.Conversations;
using QaBot.Retrieval;
using QaBot.Telemetry;

namespace QaBot.Chat;

/// <summary>One question that a model is asked for: rewrites it, streams the sentences that hold, and concludes with an answer in any case.</summary>
internal sealed class ChatTurn : IAnswerTurn
{
    private const int MostSentences = 8;
    private const int MostRepeats = 3;
    private const int MostRefusedShown = 5;

    /// <summary>Of the room for passages, the part that is left to what the model looks up itself: one of so many.</summary>
    private const int FurtherShare = 4;

    /// <summary>Of the words for an abstention that the rules give, in UTF-16 units; a longer piece of the rules is none.</summary>
    private const int LongestAbstention = 24;

    private readonly ChatAnswerer _chat;
    private readonly QuestionAnswerer _answerer;
    private readonly CancellationToken _cancellation;
    private readonly CancellationTokenSource _limit;
    private readonly CancellationTokenSource _deadline;
    private readonly UsageTally _tally;
    private readonly WordedAnswer _worded = new();
    private readonly List<string> _refused = [];
    private string _rules = "";
    private bool _abstained;
    private AnswerNotice? _fault;
    private AnswerNotice? _remark;

    public ChatTurn(ChatAnswerer chat, CancellationToken cancellationToken)
    {
        _chat = chat;
        _answerer = chat.Answerer;
        _cancellation = cancellationToken;
        _limit = new CancellationTokenSource(TimeSpan.FromSeconds(chat.Options.TotalTimeout), _answerer.Time);
        _deadline = CancellationTokenSource.CreateLinkedTokenSource(_limit.Token, cancellationToken);
        _tally = new UsageTally(chat.Generator.Model);
    }

    /// <inheritdoc/>
    /// <remarks>By the model, by rules where that fails.</remarks>
    public async Task<string?> ResolveAsync(string question, Conversation? conversation)
    {
        var byRules = _answerer.Rules.Resolve(question, conversation);
        if (_chat.Lasting is not null || !FollowUpPrompt.MayLean(question, conversation, byRules))
        {
            return byRules;
        }

        var request = FollowUpPrompt.Of(question, conversation!, _chat.Options.HistoryTokens);
        var text = new System.Text.StringBuilder();
        var reading = new ModelReading(_chat.Generator, request);
        await foreach (var piece in reading.ReadAsync(_deadline.Token, _cancellation).ConfigureAwait(false))
        {
            text.Append(piece);
        }

        Take(request, reading);
        var read = reading.IsComplete ? FollowUpPrompt.Read(text.ToString(), question, conversation!) : null;
        return read is null ? byRules : read == question ? null : read;
    }

    /// <inheritdoc/>
    /// <remarks>By words alone where vectors take all the time there is.</remarks>
    public async Task<Retrieved> SearchAsync(string read)
    {
        IReadOnlyList<int> similar = [];
        try
        {
            similar = await _answerer.RankAsync(read, _deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!_cancellation.IsCancellationRequested)
        {
            Note(Notices.Of(ChatFault.TimedOut));
        }

        return _answerer.Retrieve(read, similar, _cancellation);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<VerifiedSentence> WordAsync(string read, Retrieved found)
    {
        using var span = QuestionTelemetry.Source.StartActivity("word");
        var passages = found.Hits.Select(hit => hit.Passage).DistinctBy(passage => passage.Id).ToList();
        for (var attempt = 0; attempt <= _chat.Options.Repairs && passages.Count > 0 && IsWorthAsking(attempt); attempt++)
        {
            if (Fit(read, passages) is not { } request)
            {
                Note(Notices.Of(ChatFault.TooLong));
                yield break;
            }

            _refused.Clear();
            var gate = new SentenceGate(_answerer.Corpus, passages[..request.Passages], _answerer.Rules.Subject, _chat.Reading);
            await foreach (var sentence in ReadAsync(request.Request, gate).ConfigureAwait(false))
            {
                yield return sentence;
                MeasuredQuestion.Resume(span);
            }
        }
    }

    /// <inheritdoc/>
    /// <remarks>The model's answer where a sentence of it holds, else the offline one, and the line that says which.</remarks>
    public async Task<Conclusion> ConcludeAsync(string read, Retrieved found)
    {
        var conclusion = await WordedOrReadAsync(read, found).ConfigureAwait(false);
        return conclusion with { Usage = _tally.Usage, Notice = conclusion.Notice ?? _remark };
    }

    /// <inheritdoc/>
    public Task<AnswerDraft> VerifyAsync(string read, AnswerDraft draft) => Task.FromResult(_answerer.Verified(read, draft));

    /// <inheritdoc/>
    public void Dispose()
    {
        _deadline.Dispose();
        _limit.Dispose();
    }

    private async Task<Conclusion> WordedOrReadAsync(string read, Retrieved found)
    {
        if (_worded.Count > 0)
        {
            var notice = _fault is not null ? Notices.InPart(_fault) : _refused.Count > 0 ? Notices.Of(ChatFault.Dropped) : null;
            return new Conclusion(_worded.ToDraft(read, _refused.Count), AnswerGenerator.Name, Notice: notice);
        }

        var offline = await _answerer.ReadAsync(read, found, _cancellation).ConfigureAwait(false);
        if (_abstained && _fault is null)
        {
            return offline.Draft.Outcome == AnswerOutcome.Answered
                ? offline with { Notice = Notices.Of(ChatFault.FoundWithoutModel) }
                : offline with { Answerer = AnswerGenerator.Name };
        }

        var fault = _chat.Lasting is { } lasting && _fault is null ? new AnswerNotice(lasting, "This answer was made without the model.")
            : _fault is not null ? Notices.WithoutModel(_fault)
            : _refused.Count > 0 ? Notices.WithoutModel(Notices.Of(ChatFault.NothingVerified)) : null;
        return offline with { Notice = fault };
    }

    private bool IsWorthAsking(int attempt) =>
        _chat.Lasting is null && (attempt == 0 || (_worded.Count == 0 && _refused.Count > 0 && !_abstained && _fault is null)) && !_limit.IsCancellationRequested;

    private async IAsyncEnumerable<VerifiedSentence> ReadAsync(GenerationRequest request, SentenceGate gate)
    {
        var reading = new ModelReading(_chat.Generator, request);
        var sentences = new SentenceStream();
        var seen = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        await foreach (var piece in reading.ReadAsync(_deadline.Token, _cancellation).ConfigureAwait(false))
        {
            foreach (var written in sentences.Add(piece))
            {
                gate.Include(request.Shelf?.Passages ?? []);
                if (_worded.Count < MostSentences && Judge(written, gate, seen, reading) is { } verified)
                {
                    yield return verified;
                }
            }

            if (reading.Fault is not null || _worded.Count >= MostSentences)
            {
                break;
            }
        }

        gate.Include(request.Shelf?.Passages ?? []);
        foreach (var written in reading.Fault?.Fault == ChatFault.Runaway ? [] : sentences.Finish(reading.IsComplete))
        {
            if (_worded.Count < MostSentences && Judge(written, gate, seen, reading) is { } verified)
            {
                yield return verified;
            }
        }

        Take(request, reading);
    }

    private VerifiedSentence? Judge(string written, SentenceGate gate, Dictionary<string, int> seen, ModelReading reading)
    {
        var sentence = ModelSentence.Read(written);
        var times = seen[sentence.Text] = seen.GetValueOrDefault(sentence.Text) + 1;
        if (times > 1 || sentence.Text.Length == 0)
        {
            if (times >= MostRepeats && sentence.Text.Length > 0)
            {
                reading.Stop(ChatFault.Runaway);
            }

            _worded.Affirms ??= _worded.Count == 0 ? sentence.Affirms : null;
            return null;
        }

        if (gate.Find(sentence) is { } support)
        {
            return _worded.Add(sentence, support);
        }

        if (ModelAbstention.IsSaidBy(sentence.Text) && !IsOfPrompt(sentence.Text))
        {
            _abstained = true;
        }
        else
        {
            _refused.Add(sentence.Text);
        }

        return null;
    }

    /// <summary>Whether a sentence repeats the rules it was given: they speak of passages that do not answer.</summary>
    private bool IsOfPrompt(string sentence) => sentence.Length > LongestAbstention && _rules.Contains(sentence, StringComparison.OrdinalIgnoreCase);

    /// <summary>The request with as many of the best passages as there is room for; null when there is room for none.</summary>
    private (GenerationRequest Request, int Passages)? Fit(string question, List<Passage> passages)
    {
        var output = Math.Min(_chat.Options.OutputTokens, _chat.Options.ContextTokens / 2);
        var values = new Dictionary<string, string>(StringComparer.Ordinal) { ["question"] = PromptData.Escape(question) };
        PromptName[] prompts = [PromptName.Answer];
        if (_refused.Count > 0)
        {
            prompts = [PromptName.Answer, PromptName.Repair];
            values["sentences"] = PromptData.Lines(_refused.Take(MostRefusedShown).Select(Agreement.Shorten));
        }

        values["passages"] = "";
        var request = new GenerationRequest(prompts, values, output);
        var messages = _chat.Generator.Render(request);
        _rules = string.Join('\n', messages.Where(message => message.Role == ChatRole.System).Select(message => message.Text));

        // Each passage and its line end counted by itself, rounded up: together they have no more.
        var room = _chat.Options.ContextTokens - output - TokenEstimate.Of(messages);
        var further = _chat.Options.LookFurther ? room / FurtherShare : 0;
        var used = 0;
        var fitting = passages.Select((passage, i) => PromptData.Passage(_chat.Reading.Escaped(passage), i + 1))
            .TakeWhile(text => used + TokenEstimate.Of(text) + 1 <= room - further && (used += TokenEstimate.Of(text) + 1) > 0).ToList();
        values["passages"] = string.Join('\n', fitting);
        var shelf = _chat.Options.LookFurther
            ? new PassageShelf(passages.Take(fitting.Count), room - used, Search, _answerer.Find, _chat.Reading.Escaped)
            : null;
        return fitting.Count == 0 ? null : (request with { Shelf = shelf }, fitting.Count);
    }

    private IReadOnlyList<Passage> Search(string query, int count) => [.. _answerer.Search(query, count).Hits.Select(hit => hit.Passage)];

    private void Take(GenerationRequest request, ModelReading reading)
    {
        _tally.Add(_chat.Generator, request, reading);
        Note(reading.Fault);
        _remark ??= reading.Remark;
    }

    private void Note(AnswerNotice? fault)
    {
        _fault ??= fault;
        if (fault?.Fault is ChatFault.WrongKey or ChatFault.UnknownModel)
        {
            _chat.Lasting = fault.Fault;
        }
    }
}
