namespace QaBot.Cli.Tests;

/// <summary>A test on a terminal, which Linux's <c>script</c> provides.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TerminalTheoryAttribute : TheoryAttribute
{
    public TerminalTheoryAttribute() => Skip = OperatingSystem.IsLinux() && File.Exists("/usr/bin/script") ? null : "Needs Linux and its script.";
}
