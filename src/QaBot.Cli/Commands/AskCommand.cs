using System.CommandLine;
using QaBot.Answering;
using QaBot.Cli.Rendering;
using QaBot.Cli.Sources;

namespace QaBot.Cli.Commands;

/// <summary><c>qabot ask "…"</c>: one question, one answer.</summary>
internal sealed class AskCommand : Verb
{
    private readonly Argument<string[]> _question = new("question")
    {
        Description = "The question, in one or several words; - reads it from standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly CommandContext _context;

    public AskCommand(CommandContext context)
        : base(
            "ask",
            "Answer one question, every sentence with the exact words of its source.",
            "qabot ask \"When was she born?\"",
            "qabot ask --chat \"Why did she leave school?\"",
            "qabot ask --json --corpus notes.txt \"Who wrote it?\"",
            "echo \"When was she born?\" | qabot ask -")
    {
        _context = context;
        RefuseUnknownOptions(_question);
        Arguments.Add(_question);
        Options.Add(context.Options.Chat);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult command, CancellationToken cancellationToken)
    {
        var question = await QuestionAsync(command.GetValue(_question)!, cancellationToken);
        var library = await _context.OpenAsync(command, cancellationToken);
        var answerer = await library.CreateAnswererAsync(_context.Terminal, log: null, cancellationToken);
        var updates = answerer.StreamAsync(question, conversation: null, cancellationToken);
        var answer = _context.IsJson(command) ? await AnswerStream.DrainAsync(updates) : await AnswerStream.RenderAsync(_context.Terminal, _context.Terminal.Page(), updates);
        var json = AnswerJson.Of(answer);
        if (answer.Outcome != AnswerOutcome.Refused && new LastAnswer(library.Settings.Index.Directory).Save(json) is { } notice)
        {
            _context.Terminal.Say(notice);
        }

        if (_context.IsJson(command))
        {
            _context.Terminal.WriteData(json.ToString());
        }

        if (answer.Refusal is { } refusal)
        {
            _context.Terminal.Say(refusal);
        }

        return answer.Outcome switch
        {
            AnswerOutcome.Answered => ExitCodes.Done,
            AnswerOutcome.Abstained => ExitCodes.NotInSource,
            _ => ExitCodes.Usage,
        };
    }

    private async Task<string> QuestionAsync(string[] words, CancellationToken cancellationToken) => words is ["-"]
        ? (await _context.Terminal.ReadToEndAsync(cancellationToken)).TrimEnd('\r', '\n')
        : string.Join(' ', words);
}
