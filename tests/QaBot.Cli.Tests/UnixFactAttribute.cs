namespace QaBot.Cli.Tests;

/// <summary>A test of what only Unix has: signals, bash, limits on file sizes.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute() => Skip = OperatingSystem.IsWindows() ? "Needs Unix." : null;
}
