namespace QaBot.Web.Tests.Browser;

/// <summary>Tests in a real browser, skipped by name where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute()
    {
        if (Chromium.Path is null)
        {
            Skip = "needs chromium (Debian: apt-get install chromium)";
        }
    }
}
