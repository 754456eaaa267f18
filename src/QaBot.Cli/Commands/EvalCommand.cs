using System.CommandLine;
using System.Text.Json.Nodes;
using QaBot.Cli.Rendering;
using QaBot.Evaluation.Questions;
using QaBot.Evaluation.Reports;
using QaBot.Evaluation.Runs;

namespace QaBot.Cli.Commands;

/// <summary><c>qabot eval</c>: asks a question set and says how good the answers are.</summary>
internal sealed class EvalCommand : Verb
{
    private const string DefaultQuestions = "seeds/questions.jsonl";
    private const string DefaultOut = "reports";

    private readonly Argument<string> _questions = new("questions")
    {
        Description = "The question set, JSON Lines. [default: seeds/questions.jsonl]",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _out = new("--out") { Description = "Directory for report.html and report.json. [default: out]", HelpName = "DIR" };
    private readonly Option<string?> _baseline = new("--baseline") { Description = "A report.json to compare with.", HelpName = "FILE" };
    private readonly Option<string[]> _failUnder = new("--fail-under")
    {
        Description = "Exit with 1 when a metric is worse, such as heldout.correct=0.8; may be repeated.",
        HelpName = "METRIC=VALUE",
    };

    private readonly Option<bool> _deletion = new("--deletion") { Description = "Delete what each answer cites and ask again." };
    private readonly Option<bool> _showHeldOut = new("--show-held-out") { Description = "List the questions of the held-out half too." };
    private readonly CommandContext _context;

    public EvalCommand(CommandContext context)
        : base(
            "eval",
            "Ask a question set and report how good the answers and their citations are.",
            "qabot eval",
            "qabot eval --out out/new --baseline out/old/report.json --fail-under correct=0.8",
            "qabot eval my-questions.jsonl --corpus notes --deletion")
    {
        _context = context;
        Arguments.Add(_questions);
        Options.Add(_out);
        Options.Add(_baseline);
        Options.Add(_failUnder);
        Options.Add(_deletion);
        Options.Add(_showHeldOut);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult command, CancellationToken cancellationToken)
    {
        var thresholds = (command.GetValue(_failUnder) ?? []).Select(ParseThreshold).ToList();
        var baseline = await BaselineAsync(command.GetValue(_baseline), cancellationToken);
        var library = await _context.OpenAsync(command, cancellationToken);
        var directory = command.GetValue(_out) ?? DefaultOut;
        var options = new EvaluationOptions
        {
            Corpus = library.Corpus,
            Index = library.Index,
            Questions = await QuestionsAsync(command.GetValue(_questions) ?? DefaultQuestions, library, cancellationToken),
            OutputDirectory = directory,
            Answering = new QuestionAnswererOptions { Retrieval = library.Settings.Retrieval, Answering = library.Settings.Answering },
            Chunking = library.Settings.Chunking,
            Baseline = baseline,
            Deletion = command.GetValue(_deletion),
            ShowHeldOut = command.GetValue(_showHeldOut),
        };
        var report = await RunAsync(options, cancellationToken);
        Write(command, report, directory);
        return Check(thresholds, report);
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
        catch (OperationCanceledException)
        {
            _context.Terminal.Say($"Stopped; the answers so far are kept in {options.OutputDirectory}, and the same command goes on from them.");
            throw;
        }
    }

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

        _context.Terminal.Say($"Reports: {Path.Combine(directory, EvaluationReport.HtmlFileName)} and {EvaluationReport.JsonFileName} beside it.");
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
