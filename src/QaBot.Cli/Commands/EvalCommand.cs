using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.SemanticKernel;
using QaBot.Answering;
using QaBot.Chat;
using QaBot.Cli.Rendering;
using QaBot.Evaluation.Questions;
using QaBot.Evaluation.Reports;
using QaBot.Evaluation.Runs;

namespace QaBot.Cli.Commands;

/// <summary><c>qabot eval</c>: asks a question set and says how good the answers are.</summary>
internal sealed class EvalCommand : Verb
{
    /// <summary>Questions asked beforehand where that costs nothing.</summary>
    private const int WarmUp = 20;

    private readonly Argument<string> _questions = new("questions")
    {
        Description = "The question set, JSON Lines.",
        DefaultValueFactory = _ => "seeds/questions.jsonl",
    };

    private readonly Option<string> _out = new("--out") { Description = "Directory for report.html and report.json.", HelpName = "DIR", DefaultValueFactory = _ => "reports" };
    private readonly Option<string?> _baseline = new("--baseline") { Description = "A report.json to compare with.", HelpName = "FILE" };
    private readonly Option<string[]> _failUnder = new("--fail-under")
    {
        Description = "Exit with 1 when a metric is worse, such as heldout.correct=0.8; may be repeated.",
        HelpName = "METRIC=VALUE",
    };

    private readonly Option<bool> _deletion = new("--deletion") { Description = "Delete what each answer cites and ask again." };
    private readonly Option<bool> _showHeldOut = new("--show-held-out") { Description = "List the questions of the held-out half too." };
    private readonly Option<bool> _judge = new("--judge") { Description = "Have the model of the settings grade each answer too; its figures are kept apart." };
    private readonly Option<int> _parallel = new("--parallel") { Description = "Questions asked at a time, 1 to 64.", HelpName = "N", DefaultValueFactory = _ => 1, CustomParser = ParseParallel };
    private readonly CommandContext _context;

    public EvalCommand(CommandContext context)
        : base(
            "eval",
            "Ask a question set and report how good the answers and their citations are.",
            "qabot eval",
            "qabot eval --out out/new --baseline out/old/report.json --fail-under correct=0.8",
            "qabot eval --chat --judge --parallel 8 --out out/chat",
            "qabot eval my-questions.jsonl --corpus notes --deletion")
    {
        _context = context;
        Arguments.Add(_questions);
        Options.Add(_out);
        Options.Add(_baseline);
        Options.Add(_failUnder);
        Options.Add(_deletion);
        Options.Add(_showHeldOut);
        Options.Add(context.Options.Chat);
        Options.Add(_judge);
        Options.Add(_parallel);
        SetAction(RunAsync);
    }

    private static int ParseParallel(ArgumentResult result)
    {
        if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var questions) && questions is >= 1 and <= 64)
        {
            return questions;
        }

        result.AddError("--parallel wants a whole number from 1 to 64.");
        return 1;
    }

    private async Task<int> RunAsync(ParseResult command, CancellationToken cancellationToken)
    {
        var thresholds = (command.GetValue(_failUnder) ?? []).Select(ParseThreshold).ToList();
        var baseline = await BaselineAsync(command.GetValue(_baseline), cancellationToken);
        var library = await _context.OpenAsync(command, cancellationToken);
        var options = await OptionsAsync(command, library, baseline, cancellationToken);
        var report = await RunAsync(options, cancellationToken);
        Write(command, report, options.OutputDirectory);
        return Check(thresholds, report);
    }

    private async Task<EvaluationOptions> OptionsAsync(ParseResult command, Library library, EvaluationReport? baseline, CancellationToken cancellationToken)
    {
        var settings = library.Settings;
        var model = await ChatModel.OpenAsync(settings, log: null, cancellationToken);
        if (command.GetValue(_judge) && model is null)
        {
            throw CommandException.Usage("--judge grades with the model that words answers, and there is none.", "Give --chat too.");
        }

        var vectors = await Vectors.OpenAsync(library, _context.Terminal, cancellationToken);
        var orchestrator = model?.Orchestrator ?? new KernelOrchestrator(new Kernel());
        return new EvaluationOptions
        {
            Corpus = library.Corpus,
            Index = library.Index,
            Questions = await QuestionsAsync(command.GetValue(_questions)!, library, cancellationToken),
            OutputDirectory = command.GetValue(_out)!,
            Answering = library.AnswererOptions,
            Answerer = (corpus, index) => new QuestionAnswerer(
                corpus, index, library.AnswererOptions, time: null, orchestrator, vectors is null || index != library.Index ? null : vectors.RankAsync),
            Vectors = vectors is null ? null : (vectors.RankAsync, settings.Embeddings.Model),
            Settings = model?.Identity ?? "",
            Parallel = command.GetValue(_parallel),
            Grader = command.GetValue(_judge) && model is not null ? (new AnswerGrader(model.Generator).GradeAsync, model.Generator.Model) : null,
            Prices = settings.Chat is { InputPrice: 0, OutputPrice: 0 } ? null : new ModelPrices(settings.Chat.InputPrice, settings.Chat.OutputPrice),
            WarmUp = model is null ? WarmUp : 0,
            Chunking = settings.Chunking,
            Baseline = baseline,
            Deletion = command.GetValue(_deletion),
            ShowHeldOut = command.GetValue(_showHeldOut),
        };
    }

    private async Task<EvaluationReport> RunAsync(EvaluationOptions options, CancellationToken cancellationToken)
    {
        try
        {
            var progress = new EvaluationBar(_context.Terminal);
            return await progress.WaitAsync(Task.Run(() => EvaluationRun.RunAsync(options, progress, cancellationToken), cancellationToken));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CommandException.Failure($"The reports cannot be written: {e.Message}", "Give a directory that can be written with --out.");
        }
        catch (ChatFaultException e)
        {
            throw CommandException.Failure(e.Message, HowToGoOn(options));
        }
        catch (OperationCanceledException)
        {
            _context.Terminal.Say($"Stopped. {HowToGoOn(options)}");
            throw;
        }
    }

    private static string HowToGoOn(EvaluationOptions options) => $"The same command goes on from the answers that are kept in {options.OutputDirectory}.";

    private void Write(ParseResult command, EvaluationReport report, string directory)
    {
        if (_context.IsJson(command))
        {
            foreach (var group in report.Groups.Where(group => group.Kind is null))
            {
                var metrics = new JsonObject(group.Metrics.Select(m => KeyValuePair.Create(m.Key, (JsonNode?)m.Value.Value)));
                _context.Terminal.WriteData(new JsonObject { ["half"] = group.Half, ["questions"] = group.Count, ["metrics"] = metrics }.ToJsonString());
            }
        }
        else
        {
            var page = _context.Terminal.Page();
            foreach (var table in report.ToTables())
            {
                TableRenderer.Render(page, table);
            }
        }

        if (report.Model is { } model)
        {
            _context.Terminal.Say(CostLine(model, report.Judge));
        }

        _context.Terminal.Say($"Reports: {Path.Combine(directory, EvaluationReport.HtmlFileName)} and {EvaluationReport.JsonFileName} beside it.");
    }

    private static string CostLine(ModelReport model, JudgeReport? judge)
    {
        var (read, written) = (model.Usage.InputTokens + (judge?.Usage?.InputTokens ?? 0), model.Usage.OutputTokens + (judge?.Usage?.OutputTokens ?? 0));
        var cost = model.Cost is { } answers ? string.Create(CultureInfo.InvariantCulture, $"{answers + (judge?.Cost ?? 0):0.0000}") : "unknown, for Chat:InputPrice and Chat:OutputPrice are not set";
        return string.Create(CultureInfo.InvariantCulture, $"{model.Model}: {read:N0} tokens read, {written:N0} written; cost {cost}.");
    }

    private int Check(List<Threshold> thresholds, EvaluationReport report)
    {
        var failures = thresholds.Select(threshold => threshold.FailureIn(report)).OfType<string>().ToList();
        failures.ForEach(_context.Terminal.Say);
        return failures.Count == 0 ? ExitCodes.Done : ExitCodes.Failure;
    }

    private async Task<QuestionSet> QuestionsAsync(string path, Library library, CancellationToken cancellationToken)
    {
        try
        {
            return await QuestionSet.LoadAsync(path, library.Corpus, cancellationToken);
        }
        catch (QuestionSetException e)
        {
            foreach (var fault in e.Faults.Skip(1).Take(20))
            {
                _context.Terminal.Say($"{path}, {fault}");
            }

            throw CommandException.Usage(e.Message, e.Remedy);
        }
    }

    private static Threshold ParseThreshold(string text) => Threshold.TryParse(text, out var threshold, out var error)
        ? threshold!
        : throw CommandException.Usage($"--fail-under: {error}", "See qabot eval --help.");

    private static async Task<EvaluationReport?> BaselineAsync(string? path, CancellationToken cancellationToken)
    {
        try
        {
            return path is null ? null : EvaluationReport.Parse(await File.ReadAllTextAsync(path, cancellationToken));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            throw CommandException.Usage($"The baseline {path} cannot be read: {e.Message}", "Give a report.json that eval wrote.");
        }
    }
}
