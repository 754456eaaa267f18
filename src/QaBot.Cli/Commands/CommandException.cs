namespace QaBot.Cli.Commands;

/// <summary>A command cannot be carried out: a sentence that says why, a remedy, and the exit code.</summary>
internal sealed class CommandException : Exception
{
    private CommandException(int exitCode, string message, string remedy)
        : base(message) => (ExitCode, Remedy) = (exitCode, remedy);

    /// <summary>The code the program ends with.</summary>
    public int ExitCode { get; }

    /// <summary>One sentence that says what to do about it.</summary>
    public string Remedy { get; }

    /// <summary>The command line or the configuration is wrong.</summary>
    public static CommandException Usage(string message, string remedy) => new(ExitCodes.Usage, message, remedy);

    /// <summary>Both are right, and it cannot be done all the same.</summary>
    public static CommandException Failure(string message, string remedy) => new(ExitCodes.Failure, message, remedy);
}
