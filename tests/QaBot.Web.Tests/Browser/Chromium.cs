using Microsoft.Playwright;

namespace QaBot.Web.Tests.Browser;

/// <summary>The browser that the system has.</summary>
internal static class Chromium
{
    /// <summary>Its program, or null.</summary>
    public static string? Path { get; } = Array.Find(["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"], File.Exists);

    /// <summary>Why no test can run in it, or null.</summary>
    public static string? Fault => Path is null ? "needs chromium (Debian: apt-get install chromium)" : null;

    /// <summary>Starts it without a window, and without what it would ask of the network by itself.</summary>
    public static Task<IBrowser> StartAsync(IPlaywright playwright) => playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
    {
        ExecutablePath = Path,
        Args =
        [
            "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        ],
    });
}
