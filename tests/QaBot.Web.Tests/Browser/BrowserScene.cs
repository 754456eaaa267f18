using Microsoft.Playwright;
using QaBot.Chunking;
using QaBot.Citations;
using QaBot.Indexing;
using QaBot.Web.Feedback;

namespace QaBot.Web.Tests.Browser;

/// <summary>The server on loopback and a browser, for all tests of a collection.</summary>
public sealed class BrowserScene : IAsyncLifetime
{
    private readonly List<AnswerFeedback> _feedback = [];
    private WebServer? _server;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The page's address.</summary>
    public string Address { get; private set; } = "";

    /// <summary>What readers thought of answers so far.</summary>
    public IReadOnlyList<AnswerFeedback> Feedback
    {
        get
        {
            lock (_feedback)
            {
                return [.. _feedback];
            }
        }
    }

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        if (Chromium.Path is null)
        {
            return;
        }

        var chunking = new ChunkingOptions();
        var answerer = new QuestionAnswerer(Shelf.Corpus, PassageIndex.Build(Shelf.Corpus, chunking));
        var site = new WebSite(answerer, Shelf.Corpus, new AnswerAudit(Shelf.Corpus, chunking)) { KeepFeedback = Keep };
        _server = await WebServer.StartAsync(site, new WebOptions { Urls = "http://127.0.0.1:0", QuestionsPerMinute = 10_000, RequestsPerMinute = 100_000 });
        Address = _server.Addresses.First() + "/";
        Assertions.SetDefaultExpectTimeout(Tab.Patience);
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.StartAsync(_playwright);
    }

    /// <summary>Opens a tab.</summary>
    /// <param name="path">The address behind the server's.</param>
    /// <param name="width">Its width in CSS pixels.</param>
    /// <param name="isDark">Whether the system's colours are dark.</param>
    /// <param name="hasScripts">Whether scripts run.</param>
    /// <param name="height">Its height in CSS pixels.</param>
    public async Task<Tab> OpenAsync(string path = "", int width = 1280, bool isDark = false, bool hasScripts = true, int height = 800)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            JavaScriptEnabled = hasScripts,
            Permissions = ["clipboard-read", "clipboard-write"],
        });
        var tab = new Tab(await context.NewPageAsync(), Address);
        await tab.GoAsync(path);
        return tab;
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        await (_browser?.CloseAsync() ?? Task.CompletedTask);
        _playwright?.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    private void Keep(AnswerFeedback feedback)
    {
        lock (_feedback)
        {
            _feedback.Add(feedback);
        }
    }
}
