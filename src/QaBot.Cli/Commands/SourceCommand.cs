using System.CommandLine;
using System.Text.Json;
using QaBot.Cli.Sources;

namespace QaBot.Cli.Commands;

/// <summary><c>qabot source …</c>: a place of the source, with what stands before and after.</summary>
internal sealed class SourceCommand : Verb
{
    private readonly Argument<string> _place = new("place")
    {
        Description = "A passage (name.txt#12), a place (name.txt:100-200), or the number of a citation of the last answer (2). "
            + "The name may be left out when there is one document.",
    };

    private readonly CommandContext _context;

    public SourceCommand(CommandContext context)
        : base("source", "Show a passage or a citation where it stands.", "qabot source 1", "qabot source \"notes.txt#12\"", "qabot source notes.txt:100-200")
    {
        _context = context;
        Arguments.Add(_place);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult command, CancellationToken cancellationToken)
    {
        var place = command.GetValue(_place)!;
        var settings = _context.Settings(command);
        var last = SourceReference.IsCitation(place) ? new LastAnswer().Load() : null;
        last?.Apply(settings, command.GetValue(_context.Options.Corpus) is not null, command.GetValue(_context.Options.Index) is not null);
        var library = await _context.OpenAsync(settings, cancellationToken);
        var view = SourceReference.Resolve(place, library, () => last!.Answer);
        if (_context.IsJson(command))
        {
            _context.Terminal.WriteData(JsonSerializer.Serialize(view.ToJson(), CliJsonContext.Relaxed.SourceJson));
        }
        else
        {
            view.Render(_context.Terminal.Page());
        }

        return ExitCodes.Done;
    }
}
