using QaBot.Chunking;
using QaBot.Evaluation.Questions;
using QaBot.Evaluation.Reports;
using QaBot.Indexing;
using QaBot.Retrieval;
using QaBot.Text;

namespace QaBot.Evaluation.Runs;

/// <summary>What is evaluated, and how.</summary>
public sealed class EvaluationOptions
{
    /// <summary>The documents.</summary>
    public required Corpus Corpus { get; init; }

    /// <summary>The index over them.</summary>
    public required PassageIndex Index { get; init; }

    /// <summary>The questions, read against the same corpus.</summary>
    public required QuestionSet Questions { get; init; }

    /// <summary>Where reports and the rows of an interrupted run are kept. Default <c>reports</c>; created when missing.</summary>
    public string OutputDirectory { get; init; } = "reports";

    /// <summary>How passages are found and questions answered.</summary>
    public QuestionAnswererOptions Answering { get; init; } = new();

    /// <summary>How documents are cut into passages; the deletion test cuts the changed corpus in the same way.</summary>
    public ChunkingOptions Chunking { get; init; } = new();

    /// <summary>Makes the answerer over a corpus and its index; null for one with <see cref="Answering"/> alone.</summary>
    public Func<Corpus, PassageIndex, QuestionAnswerer>? Answerer { get; init; }

    /// <summary>Questions that are asked at a time; latency is then that of a busy program. Default 1.</summary>
    public int Parallel { get; init; } = 1;

    /// <summary>The model that grades answers beside the deterministic judgement, and its name; null for none.</summary>
    public (GradeAnswer Grade, string Model)? Grader { get; init; }

    /// <summary>The ranking that is fused with the one by words where evidence is looked for, and its model; null for words alone.</summary>
    public (PassageRanking Ranking, string Model)? Vectors { get; init; }

    /// <summary>What models cost, for the cost line; null when unknown.</summary>
    public ModelPrices? Prices { get; init; }

    /// <summary>What else decides the answers, such as a model's name: a run is only resumed under the same.</summary>
    public string Settings { get; init; } = "";

    /// <summary>The report to compare with, or null.</summary>
    public EvaluationReport? Baseline { get; init; }

    /// <summary>Whether every cited sentence is deleted and the question asked again. Default false.</summary>
    public bool Deletion { get; init; }

    /// <summary>Whether reports show the questions of the held-out half, not only its totals. Default false.</summary>
    public bool ShowHeldOut { get; init; }

    /// <summary>Questions asked once before, so that latency is that of a warm program. Default 20.</summary>
    public int WarmUp { get; init; } = 20;

    /// <summary>The clock. Default the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
