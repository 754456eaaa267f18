using System.CommandLine;

namespace QaBot.Cli.Commands;

/// <summary>The options that every verb takes.</summary>
internal sealed class GlobalOptions
{
    /// <summary>Where the documents are.</summary>
    public Option<string?> Corpus { get; } = new("--corpus")
    {
        Description = "Text file, or directory of *.txt and *.md files, to answer from. [default: seeds]",
        HelpName = "FILE|DIR",
        Recursive = true,
    };

    /// <summary>Where the index is kept.</summary>
    public Option<string?> Index { get; } = new("--index")
    {
        Description = "Directory that the index is kept in. [default: index]",
        HelpName = "DIR",
        Recursive = true,
    };

    /// <summary>The configuration file.</summary>
    public Option<string?> Config { get; } = new("--config")
    {
        Description = "Configuration file. [default: appsettings.json, if there]",
        HelpName = "FILE",
        Recursive = true,
    };

    /// <summary>JSON instead of text.</summary>
    public Option<bool> Json { get; } = new("--json") { Description = "Print JSON, one object a line.", Recursive = true, Arity = ArgumentArity.Zero };

    /// <summary>No colours on a terminal either.</summary>
    public Option<bool> NoColor { get; } = new("--no-color") { Description = "Print without colours, as the variable NO_COLOR has it.", Recursive = true };

    /// <summary>A model words the answers; only of the verbs that answer.</summary>
    public Option<bool> Chat { get; } = new("--chat") { Description = "Have the model of the settings word answers (Answering:Mode=Chat)." };

    /// <summary>Adds those of every verb to the root.</summary>
    public void AddTo(RootCommand root)
    {
        root.Options.Add(Corpus);
        root.Options.Add(Index);
        root.Options.Add(Config);
        root.Options.Add(Json);
        root.Options.Add(NoColor);
    }
}
