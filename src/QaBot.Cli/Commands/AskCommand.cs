using System.CommandLine;
using QaBot.Answering;
using QaBot.Cli.Rendering;
using QaBot.Cli.Sources;
using QaBot.Reading;

namespace QaBot.Cli.Commands;

/// <summary><c>qabot ask "…"</c>: one question, one answer.</summary>
internal sealed class AskCommand : Verb
{
    private static readonly char[] LineEnds = ['\r', '\n'];
    private readonly Argument<string[]> _question = new("question")
    {
        Description = "The question, in one or several words; - reads questions from standard input, one a line.",
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
        var questions = await QuestionsAsync(command.GetValue(_question)!, cancellationToken);
        var settings = _context.Settings(command);
        SpanReader.OpenAhead(settings.Reading);
        var library = await _context.OpenAsync(settings, cancellationToken);
        var answerer = await library.CreateAnswererAsync(_context.Terminal, log: null, cancellationToken);
        var memory = new LastAnswer();
        var outcomes = new HashSet<AnswerOutcome>();
        foreach (var question in questions)
        {
            if (questions.Count > 1 && !_context.IsJson(command))
            {
                Head(question, isFirst: outcomes.Count == 0);
            }

            var answer = await AnswerAsync(command, answerer.StreamAsync(question, conversation: null, cancellationToken));
            outcomes.Add(answer.Outcome);
            if (answer.Outcome != AnswerOutcome.Refused && memory.Save(AnswerJson.Of(answer), library.Settings) is { } notice)
            {
                _context.Terminal.Say(notice);
            }
        }

        return outcomes.Contains(AnswerOutcome.Refused) ? ExitCodes.Usage
            : outcomes.Contains(AnswerOutcome.Abstained) ? ExitCodes.NotInSource : ExitCodes.Done;
    }

    private async Task<Answer> AnswerAsync(ParseResult command, IAsyncEnumerable<AnswerUpdate> updates)
    {
        var terminal = _context.Terminal;
        Answer answer;
        if (_context.IsJson(command))
        {
            answer = await AnswerStream.DrainAsync(updates);
            terminal.WriteData(AnswerJson.Of(answer).ToString());
        }
        else
        {
            answer = await AnswerStream.RenderAsync(terminal, terminal.Page(), updates, "qabot source");
            await terminal.Out.FlushAsync();
        }

        if (answer.Refusal is { } refusal)
        {
            terminal.Say(refusal);
        }

        return answer;
    }

    /// <summary>Says which of several questions is answered.</summary>
    private void Head(string question, bool isFirst)
    {
        var page = _context.Terminal.Page();
        if (!isFirst)
        {
            page.Line();
        }

        page.Line("> " + question, Ink.Dim);
        page.Line();
    }

    /// <summary>One question, or those of standard input: its lines that are not blank, or an empty one, which is refused, where there is none.</summary>
    private async Task<IReadOnlyList<string>> QuestionsAsync(string[] words, CancellationToken cancellationToken)
    {
        if (words is not ["-"])
        {
            return [string.Join(' ', words)];
        }

        var lines = (await _context.Terminal.ReadToEndAsync(cancellationToken)).Split(LineEnds, StringSplitOptions.RemoveEmptyEntries);
        var questions = lines.Where(line => !string.IsNullOrWhiteSpace(line)).ToList();
        return questions.Count == 0 ? [""] : questions;
    }
}
