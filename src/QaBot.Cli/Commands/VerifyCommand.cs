using System.CommandLine;
using System.Text.Json;
using QaBot.Answering;
using QaBot.Citations;
using QaBot.Cli.Rendering;
using QaBot.Text;

namespace QaBot.Cli.Commands;

/// <summary><c>qabot verify FILE</c>: checks answers against the corpus again.</summary>
internal sealed class VerifyCommand : Verb
{
    private readonly Argument<string> _file = new("file") { Description = "Objects that ask --json or chat --json printed, one a line; - is standard input." };
    private readonly CommandContext _context;

    public VerifyCommand(CommandContext context)
        : base(
            "verify",
            "Check answers against the source again: hashes, offsets, quotes, markers, and that sentences agree with their quotes.",
            "qabot verify answers.jsonl",
            "qabot ask --json \"When was she born?\" | qabot verify -")
    {
        _context = context;
        Arguments.Add(_file);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult command, CancellationToken cancellationToken)
    {
        var path = command.GetValue(_file)!;
        var settings = _context.Settings(command);
        var audit = new AnswerAudit(await Corpus.LoadAsync(settings.Corpus.Path, cancellationToken), settings.Chunking);
        var (objects, faulty, malformed, line) = (0, 0, 0, 0);
        using var reader = Open(path);
        while (await reader.ReadLineAsync(cancellationToken) is { } text)
        {
            line++;
            if (string.IsNullOrWhiteSpace(text))
            {
                continue;
            }

            objects++;
            if (Parse(text) is not { } answer)
            {
                malformed++;
                _context.Terminal.Say($"{path}, line {line}: not the JSON object of an answer.");
                continue;
            }

            var faults = audit.Audit(answer);
            faulty += faults.Count > 0 ? 1 : 0;
            Report(command, path, new VerifiedJson(line, answer.Question ?? "", faults));
        }

        if (objects == 0)
        {
            throw CommandException.Usage($"{path} has no answers in it.", "Give a file that ask --json or chat --json printed.");
        }

        if (malformed == 0 && !_context.IsJson(command))
        {
            _context.Terminal.Page().Line(faulty == 0 ? $"{Count(objects)}: all hold." : $"{Count(objects)}: {faulty} with faults.");
        }

        return malformed > 0 ? ExitCodes.Usage : faulty > 0 ? ExitCodes.Failure : ExitCodes.Done;
    }

    private void Report(ParseResult command, string path, VerifiedJson verified)
    {
        if (_context.IsJson(command))
        {
            _context.Terminal.WriteData(JsonSerializer.Serialize(verified, CliJsonContext.Relaxed.VerifiedJson));
            return;
        }

        foreach (var fault in verified.Faults)
        {
            _context.Terminal.Page().Line($"{path}:{verified.Line}: {fault.Message}");
        }
    }

    private TextReader Open(string path)
    {
        try
        {
            return path == "-" ? _context.Terminal.In : Terminal.OpenText(File.OpenRead(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CommandException.Usage($"{path} cannot be read: {e.Message}", "Check the path and its permissions.");
        }
    }

    private static AnswerJson? Parse(string line)
    {
        try
        {
            return AnswerJson.Parse(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Count(int objects) => objects == 1 ? "1 answer" : $"{objects} answers";
}
