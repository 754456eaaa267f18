namespace QaBot.Cli.Commands;

/// <summary>What the program's exit codes say.</summary>
internal static class ExitCodes
{
    public const int Done = 0;
    public const int Failure = 1;
    public const int Usage = 2;
    public const int NotInSource = 3;

    /// <summary>128 and the number of SIGPIPE, as shells have it.</summary>
    public const int BrokenPipe = 141;
}
