using System.CommandLine;

namespace QaBot.Cli.Commands;

/// <summary>A verb of the program, with the examples that its help shows.</summary>
internal abstract class Verb(string name, string description, params string[] examples) : Command(name, description)
{
    /// <summary>Command lines that work.</summary>
    public IReadOnlyList<string> Examples { get; } = examples;

    /// <summary>Refuses an argument that looks like an option: after <c>--</c> it is taken as it is.</summary>
    /// <param name="argument">The argument whose words may be anything else.</param>
    protected void RefuseUnknownOptions(Argument<string[]> argument) => argument.Validators.Add(result =>
    {
        var unknown = result.Tokens.FirstOrDefault(token => token.Value.Length > 1 && token.Value[0] == '-' && !char.IsDigit(token.Value[1]));
        if (unknown is not null && !IsLiteral(result))
        {
            result.AddError($"Unknown option {unknown.Value}.{(Suggestion.Nearest(unknown.Value, OptionNames(this)) is { } nearest ? $" Did you mean {nearest}?" : "")}");
        }
    });

    /// <summary>The options that a command takes, its own and those of every verb.</summary>
    public static IEnumerable<string> OptionNames(Command command) =>
        command.Options.Concat(command.Parents.OfType<Command>().SelectMany(parent => parent.Options)).Select(option => option.Name);

    private static bool IsLiteral(System.CommandLine.Parsing.ArgumentResult result) =>
        result.Tokens.Count > 0 && Environment.GetCommandLineArgs().Contains("--", StringComparer.Ordinal);
}
