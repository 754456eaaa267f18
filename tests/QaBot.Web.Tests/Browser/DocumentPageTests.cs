using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace QaBot.Web.Tests.Browser;

/// <summary>Documents' own pages, in a browser that runs no script.</summary>
[Collection(OneBrowser.Name)]
public sealed class DocumentPageTests(BrowserScene scene)
{
    [BrowserFact]
    public async Task Page_WithoutScripts_LeadsFromTheListToAHeading()
    {
        await using var tab = await scene.OpenAsync(hasScripts: false);
        await tab.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "the documents" }).ClickAsync();
        await tab.Page.GetByText("Morvane D12").ClickAsync();
        await tab.Page.GetByText("Outline").ClickAsync();
        await tab.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "7. Troubleshooting" }).ClickAsync();

        await Expect(tab.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "7. Troubleshooting" })).ToBeInViewportAsync();
        Assert.Empty(tab.Faults);
    }

    [BrowserTheory]
    [InlineData(Shelf.Biography, "She studied acting at the Conservatoire")]
    [InlineData(Shelf.Hostile, "Tamsin Orrel \U0001F34F; she says \"<b>no</b> & never\".\r\nThe second")]
    [InlineData(Shelf.Long, "lit for the last time by Ysolde Marrack")]
    public async Task Quote_WithoutScripts_IsMarkedAndSeen(string document, string quote)
    {
        var start = Shelf.Corpus.Find(document)!.Text.IndexOf(quote, StringComparison.Ordinal);
        var path = string.Join('/', document.Split('/').Select(Uri.EscapeDataString));

        await using var tab = await scene.OpenAsync($"documents/{path}?start={start}&end={start + quote.Length}#quote", hasScripts: false);

        Assert.Equal(quote, string.Concat(await tab.Page.Locator("article mark").AllTextContentsAsync()));
        await Expect(tab.Page.Locator("#quote")).ToBeInViewportAsync();
        Assert.Empty(tab.Faults);
    }
}
