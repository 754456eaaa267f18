namespace QaBot.Web.Tests.Browser;

/// <summary>A test in a real browser, skipped by name where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Chromium.Fault;
}
