namespace QaBot.Web.Tests.Browser;

/// <summary>Tests in a real browser, skipped by name where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Chromium.Fault;
}
