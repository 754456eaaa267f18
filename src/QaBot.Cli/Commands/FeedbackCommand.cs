using System.CommandLine;
using QaBot.Discord;
using QaBot.Discord.Conversations;
using QaBot.Discord.Feedback;

namespace QaBot.Cli.Commands;

/// <summary><c>qabot feedback export</c>: what readers disliked, as candidates for the question set.</summary>
internal sealed class FeedbackCommand : Verb
{
    private const string Export = "export";
    private readonly Argument<string> _action = new("action") { Description = "export: prints a row for each disliked answer, without users." };
    private readonly CommandContext _context;

    public FeedbackCommand(CommandContext context)
        : base("feedback", "Turn readers' 👎 into candidates for the question set.", "qabot feedback export > candidates.jsonl")
    {
        _context = context;
        _action.AcceptOnlyFromAmong(Export);
        Arguments.Add(_action);
        SetAction(Run);
    }

    private int Run(ParseResult command)
    {
        var directory = _context.Settings(command).Discord.DataDirectory;
        if (!File.Exists(Path.Combine(directory, BotDatabase.FileName)))
        {
            throw CommandException.Usage($"There is no feedback in {directory}.", "Run qabot discord or qabot serve first, or give their Discord:DataDirectory.");
        }

        try
        {
            using var database = BotDatabase.Open(directory);
            foreach (var row in FeedbackExport.Rows(database))
            {
                _context.Terminal.WriteData(row);
            }
        }
        catch (DiscordException e)
        {
            throw CommandException.Failure(e.Message, e.Remedy);
        }

        return ExitCodes.Done;
    }
}
