using System.CommandLine;
using QaBot.Answering;
using QaBot.Cli.Configuration;
using QaBot.Cli.Rendering;

namespace QaBot.Cli.Commands;

/// <summary>What every verb works with.</summary>
internal sealed record CommandContext(Terminal Terminal, Interruption Interruption, GlobalOptions Options)
{
    /// <summary>Whether the output is JSON.</summary>
    public bool IsJson(ParseResult command) => command.GetValue(Options.Json);

    /// <summary>The settings: file, environment, options, each over the one before.</summary>
    public QaBotSettings Settings(ParseResult command)
    {
        var settings = SettingsReader.Read(command.GetValue(Options.Config));
        settings.Corpus.Path = Given(command, Options.Corpus) ?? settings.Corpus.Path;
        settings.Answering.Mode = command.GetValue(Options.Chat) ? AnswerMode.Chat : settings.Answering.Mode;
        settings.Index.Directory = Given(command, Options.Index) ?? settings.Index.Directory;
        return settings;
    }

    /// <summary>The documents and their index; says on standard error when it had to build one.</summary>
    public Task<Library> OpenAsync(ParseResult command, CancellationToken cancellationToken) => OpenAsync(Settings(command), cancellationToken);

    /// <summary>The same with settings that are read already.</summary>
    public async Task<Library> OpenAsync(QaBotSettings settings, CancellationToken cancellationToken)
    {
        var library = await Library.OpenAsync(settings, Terminal, rebuild: false, cancellationToken);
        if (library.Notice() is { } notice)
        {
            Terminal.Say(notice);
        }

        return library;
    }

    private static string? Given(ParseResult command, Option<string?> option) => command.GetValue(option) is not { } value ? null
        : string.IsNullOrWhiteSpace(value) ? throw CommandException.Usage($"{option.Name} is empty.", "Give a path, or leave it out.")
        : value;
}
