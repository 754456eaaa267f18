using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using QaBot.Answering;
using QaBot.Evaluation.Metrics;

namespace QaBot.Evaluation.Reports;

/// <summary>The result of an evaluation: figures, curves and, for the questions that may be shown, the answers.</summary>
public sealed record EvaluationReport
{
    /// <summary>The name of the file for programs.</summary>
    public const string JsonFileName = "report.json";

    /// <summary>The name of the file for people.</summary>
    public const string HtmlFileName = "report.html";

    /// <summary>The format of the file. This version writes and reads 2.</summary>
    public int Format { get; init; } = 2;

    /// <summary>When the report was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>What answered.</summary>
    public required EngineInfo Engine { get; init; }

    /// <summary>The names of the documents.</summary>
    public required IReadOnlyList<string> Documents { get; init; }

    /// <summary>The hash of the corpus.</summary>
    public required string CorpusHash { get; init; }

    /// <summary>The question set's file name.</summary>
    public required string QuestionSet { get; init; }

    /// <summary>The hash of the question set.</summary>
    public required string QuestionSetHash { get; init; }

    /// <summary>The figures: each half, and each kind within each half.</summary>
    public required IReadOnlyList<MetricGroup> Groups { get; init; }

    /// <summary>What a model's part in the answers was and cost; null without a model.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ModelReport? Model { get; init; }

    /// <summary>What a grading model said, apart from the deterministic figures; null without one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JudgeReport? Judge { get; init; }

    /// <summary>What vectors bring to retrieval; null without them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public VectorReport? Vectors { get; init; }

    /// <summary>What changed against the baseline, for each half; empty without one.</summary>
    public IReadOnlyList<BaselineComparison> Baseline { get; init; } = [];

    /// <summary>The numbers of every question, in the order of the set; a later run is compared with them.</summary>
    public required IReadOnlyList<Judgement> Judgements { get; init; }

    /// <summary>The questions that may be shown: those of the development half, unless the held-out half was asked for.</summary>
    public required IReadOnlyList<QuestionDetail> Details { get; init; }

    /// <summary>The figures of a half, or of a kind within it; null when it has no questions.</summary>
    /// <param name="half"><c>overall</c>, <c>dev</c> or <c>heldout</c>.</param>
    /// <param name="kind">A kind, or null for all.</param>
    public MetricGroup? Find(string half, string? kind = null) => Groups.FirstOrDefault(g => g.Half == half && g.Kind == kind);

    /// <summary>Reads a report, to compare with.</summary>
    /// <exception cref="FormatException">The text is no report of this format.</exception>
    public static EvaluationReport Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            return JsonSerializer.Deserialize(json, ReportJsonContext.Indented.EvaluationReport) is { Format: 2 } report
                ? report
                : throw new FormatException("It is no evaluation report of format 2.");
        }
        catch (JsonException e)
        {
            throw new FormatException("It is no evaluation report: " + e.Message, e);
        }
    }

    /// <summary>The report for programs.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, ReportJsonContext.Indented.EvaluationReport);

    /// <summary>The report for people: one file that asks for nothing else.</summary>
    public string ToHtml() => HtmlReport.Write(this);

    /// <summary>The report for a terminal: figures, kinds, and the shown questions that went wrong.</summary>
    public IReadOnlyList<ReportTable> ToTables() => TableReport.Write(this);

    internal async Task SaveAsync(string directory, CancellationToken cancellationToken)
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        await File.WriteAllTextAsync(Path.Combine(directory, JsonFileName), ToJson() + "\n", utf8, cancellationToken).ConfigureAwait(false);
        await File.WriteAllTextAsync(Path.Combine(directory, HtmlFileName), ToHtml(), utf8, cancellationToken).ConfigureAwait(false);
    }
}
