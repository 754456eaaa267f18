namespace QaBot.Cli.Commands;

/// <summary>What the program's exit codes say.</summary>
internal static class ExitCodes
{
    public const int Done = 0;
    public const int Failure = 1;
    public const int Usage = 2;
    public const int NotInSource = 3;
}
