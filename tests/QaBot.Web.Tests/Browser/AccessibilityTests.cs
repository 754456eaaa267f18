namespace QaBot.Web.Tests.Browser;

/// <summary>axe finds nothing, in any colours and on a phone.</summary>
[Collection(OneBrowser.Name)]
public sealed class AccessibilityTests(BrowserScene scene)
{
    [BrowserTheory]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    [InlineData(360, false)]
    [InlineData(360, true)]
    public async Task Page_InUse_HasNoViolation(int width, bool isDark)
    {
        await using var tab = await scene.OpenAsync(width: width, isDark: isDark);
        await Tab.SeeAsync(tab.Page.Locator(".chip").First);
        Assert.Empty(await tab.AxeAsync());

        var turn = await tab.AskAsync("When was Juliette Binoche born?");
        await turn.Locator(".marker").First.ClickAsync();
        await Tab.SeeAsync(tab.Page.Locator("article mark").First);
        await tab.AskAsync("What does the Wendlow orchard charge for apples?");
        await turn.GetByLabel("Bad answer").ClickAsync();
        await Tab.SeeAsync(turn.GetByLabel("What is wrong with it"));
        Assert.Empty(await tab.AxeAsync());

        await tab.Field("Search the documents").FillAsync("award");
        await Tab.SeeAsync(tab.Page.Locator(".hit").First);
        Assert.Empty(await tab.AxeAsync());

        await tab.GoAsync($"#doc={Shelf.Manual}&start=0&end=44");
        await tab.Button("Outline").ClickAsync();
        Assert.Empty(await tab.AxeAsync());
        Assert.Empty(tab.Faults);
    }

    [BrowserTheory]
    [InlineData("documents", false)]
    [InlineData("documents/manual.md?start=0&end=44", false)]
    [InlineData("documents/rules.md", true)]
    [InlineData("documents/none.txt", false)]
    public async Task DocumentPage_InEitherColours_HasNoViolation(string path, bool isDark)
    {
        await using var tab = await scene.OpenAsync(path, width: 360, isDark: isDark);

        Assert.Empty(await tab.AxeAsync());
        Assert.False(await tab.ScrollsSidewaysAsync());
    }
}
