namespace QaBot.Cli.Tests;

/// <summary>A test of permissions, which root does not feel.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnprivilegedFactAttribute : FactAttribute
{
    public UnprivilegedFactAttribute() =>
        Skip = OperatingSystem.IsWindows() ? "Needs Unix." : Environment.UserName == "root" ? "Root can read and write everything." : null;
}
