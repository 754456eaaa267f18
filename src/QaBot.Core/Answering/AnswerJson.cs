using System.Text.Json;
using System.Text.Json.Serialization;

namespace QaBot.Answering;

/// <summary>An answer as one JSON object: the form in which programs exchange answers, and the contract of <c>--json</c>.</summary>
public sealed class AnswerJson
{
    /// <summary>The question as asked.</summary>
    [JsonPropertyOrder(0)]
    [JsonRequired]
    public string Question { get; init; } = "";

    /// <summary>The question as read, or null.</summary>
    [JsonPropertyOrder(1)]
    public string? ReadAs { get; init; }

    /// <summary><c>answered</c>, <c>abstained</c> or <c>refused</c>.</summary>
    [JsonPropertyOrder(2)]
    [JsonRequired]
    public string Outcome { get; init; } = "";

    /// <summary>For abstentions <c>not-in-source</c>, <c>false-premise</c> or <c>out-of-scope</c>; for refusals a sentence.</summary>
    [JsonPropertyOrder(3)]
    public string? Reason { get; init; }

    /// <summary>The text with its markers.</summary>
    [JsonPropertyOrder(4)]
    [JsonRequired]
    public string Answer { get; init; } = "";

    /// <summary>The short answer, or null.</summary>
    [JsonPropertyOrder(5)]
    [JsonPropertyName("short")]
    public string? ShortAnswer { get; init; }

    /// <summary>0 to 1.</summary>
    [JsonPropertyOrder(6)]
    public double Confidence { get; init; }

    /// <summary>The citations in the order of their numbers.</summary>
    [JsonPropertyOrder(7)]
    [JsonRequired]
    public IReadOnlyList<CitationJson> Citations { get; init; } = [];

    /// <summary>What produced the answer.</summary>
    [JsonPropertyOrder(8)]
    public EngineInfo? Engine { get; init; }

    /// <summary>Milliseconds.</summary>
    [JsonPropertyOrder(9)]
    public double ElapsedMs { get; init; }

    /// <summary>What the model's part cost; left out where no model was reached.</summary>
    [JsonPropertyOrder(10)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TokenUsage? Usage { get; init; }

    /// <summary>What went wrong with the model; left out where nothing did or there is none.</summary>
    [JsonPropertyOrder(11)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public NoticeJson? Notice { get; init; }

    /// <summary>What the asker should know of the answer; left out where there is nothing.</summary>
    [JsonPropertyOrder(12)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Hint { get; init; }

    /// <summary>For an abstention the sentences that came nearest to an answer, best first; left out where there are none.</summary>
    [JsonPropertyOrder(13)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<CitationJson>? Nearest { get; init; }

    /// <summary>Questions that the source answers, for one who asked something that is none of the source; left out where there are none.</summary>
    [JsonPropertyOrder(14)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Suggestions { get; init; }

    /// <summary>The id of the conversation that a server keeps, to be sent with the next question; left out elsewhere.</summary>
    [JsonPropertyOrder(15)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Conversation { get; init; }

    /// <summary>The object of an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="conversation">The id of the conversation that it is part of, or null.</param>
    public static AnswerJson Of(Answer answer, string? conversation = null)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return new AnswerJson
        {
            Question = answer.Question,
            ReadAs = answer.ReadAs,
            Outcome = Name(answer.Outcome),
            Reason = answer.Refusal ?? (answer.Reason is { } reason ? Name(reason) : null),
            Answer = answer.Text,
            ShortAnswer = answer.ShortAnswer,
            Confidence = Math.Round(answer.Confidence, 4),
            Citations = [.. answer.Citations.Select(CitationJson.Of)],
            Engine = answer.Engine,
            ElapsedMs = Math.Round(answer.Elapsed.TotalMilliseconds, 1),
            Usage = answer.Usage,
            Notice = answer.Notice is { } notice ? NoticeJson.Of(notice) : null,
            Hint = answer.Hint,
            Nearest = answer.Nearest.Count == 0 ? null : [.. answer.Nearest.Select(CitationJson.Of)],
            Suggestions = answer.Suggestions.Count == 0 ? null : answer.Suggestions,
            Conversation = conversation,
        };
    }

    /// <summary>Reads one object.</summary>
    /// <exception cref="JsonException">The text is not an answer's object.</exception>
    public static AnswerJson Parse(string json) =>
        JsonSerializer.Deserialize(json, AnswerJsonContext.Relaxed.AnswerJson) ?? throw new JsonException("The object is null.");

    /// <summary>The reason of an abstention, or null where <see cref="Reason"/> is none of its names.</summary>
    public AbstentionReason? ToAbstentionReason() =>
        Enum.GetValues<AbstentionReason>().Select(reason => (AbstentionReason?)reason).FirstOrDefault(reason => Name(reason!.Value) == Reason);

    /// <summary>The object on one line.</summary>
    public override string ToString() => JsonSerializer.Serialize(this, AnswerJsonContext.Relaxed.AnswerJson);

    /// <summary>The name of an outcome.</summary>
    internal static string Name(AnswerOutcome outcome) => outcome switch
    {
        AnswerOutcome.Answered => "answered",
        AnswerOutcome.Abstained => "abstained",
        _ => "refused",
    };

    /// <summary>The name of a reason.</summary>
    internal static string Name(AbstentionReason reason) => reason switch
    {
        AbstentionReason.NotInSource => "not-in-source",
        AbstentionReason.FalsePremise => "false-premise",
        _ => "out-of-scope",
    };
}
