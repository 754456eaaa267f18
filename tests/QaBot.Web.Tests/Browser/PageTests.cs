using System.Text.RegularExpressions;
using System.Web;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace QaBot.Web.Tests.Browser;

/// <summary>The page over the real server.</summary>
[Collection(OneBrowser.Name)]
public sealed partial class PageTests(BrowserScene scene)
{
    private const string Question = "When was Juliette Binoche born and where did she study?";

    [BrowserFact]
    public async Task Marker_EachOfAnAnswer_ShowsItsQuoteInTheSource()
    {
        await using var tab = await scene.OpenAsync();
        var markers = (await tab.AskAsync(Question)).Locator(".marker");

        // The first is shown without a click.
        await tab.SeeMarkedAsync(Quote(await markers.First.GetAttributeAsync("href")));
        Assert.True(await markers.CountAsync() > 1);
        foreach (var marker in await markers.AllAsync())
        {
            await marker.ClickAsync();
            await tab.SeeMarkedAsync(Quote(await marker.GetAttributeAsync("href")));
            Assert.True(await tab.IsMarkInViewAsync());
            await Expect(marker).ToHaveAttributeAsync("aria-current", "true");
            await Expect(tab.Page).ToHaveURLAsync(scene.Address + await marker.GetAttributeAsync("href"));
        }

        Assert.Empty(tab.Faults);
    }

    [BrowserFact]
    public async Task PreviousAndNext_OfCitations_GoRound()
    {
        await using var tab = await scene.OpenAsync();
        var markers = (await tab.AskAsync(Question)).Locator(".marker");
        var (first, second) = (await markers.Nth(0).GetAttributeAsync("href"), await markers.Nth(1).GetAttributeAsync("href"));
        await tab.SeeMarkedAsync(Quote(first));

        await tab.Button("Next citation").ClickAsync();
        await tab.SeeMarkedAsync(Quote(second));
        await Expect(markers.Nth(1)).ToHaveAttributeAsync("aria-current", "true");
        await tab.Button("Previous citation").ClickAsync();
        await tab.SeeMarkedAsync(Quote(first));
        Assert.Empty(tab.Faults);
    }

    [BrowserFact]
    public async Task Link_CopiedAndOpenedAfresh_ShowsTheSameQuote()
    {
        await using var tab = await scene.OpenAsync();
        var marker = (await tab.AskAsync(Question)).Locator(".marker").Last;
        await marker.ClickAsync();
        var quote = Quote(await marker.GetAttributeAsync("href"));
        await tab.SeeMarkedAsync(quote);

        await tab.Button("Copy link").ClickAsync();
        await Expect(tab.Page.GetByText("Copied").First).ToBeVisibleAsync();
        var link = await tab.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()");

        await using var fresh = await scene.OpenAsync(link[scene.Address.Length..]);
        await fresh.SeeMarkedAsync(quote);
        Assert.True(await fresh.IsMarkInViewAsync());
        await Expect(fresh.Page.Locator("#stale")).ToBeHiddenAsync();
        Assert.Empty(tab.Faults.Concat(fresh.Faults));
    }

    [BrowserFact]
    public async Task Link_OfAnotherVersionOfTheDocument_SaysSo()
    {
        await using var tab = await scene.OpenAsync($"#doc={Shelf.Manual}&start=2&end=45&hash=0123456789ab");

        await Expect(tab.Page.Locator("#stale")).ToBeVisibleAsync();
        await tab.GoAsync("");
        await tab.GoAsync($"#doc={Shelf.Manual}&start=2&end=900000");
        await Expect(tab.Page.GetByText("The document has changed, and is shorter now than that place.")).ToBeVisibleAsync();
        await tab.Button("Show its beginning").ClickAsync();
        await Expect(tab.Page.Locator("article")).ToContainTextAsync("Owner's Manual");
        Assert.Empty(tab.Faults);
    }

    [BrowserFact]
    public async Task Link_IntoThreeMegabytes_ShowsTheLastSentence()
    {
        var text = Shelf.Corpus.Find(Shelf.Long)!.Text;
        var start = text.IndexOf("The lighthouse", StringComparison.Ordinal);

        await using var tab = await scene.OpenAsync($"#doc={Shelf.Long}&start={start}&end={text.Length - 1}");

        await tab.SeeMarkedAsync(text[start..^1]);
        Assert.True(await tab.IsMarkInViewAsync());
        await Expect(tab.Page.Locator("#position")).ToContainTextAsync("Chapter");
        Assert.Empty(tab.Faults);
    }

    [BrowserFact]
    public async Task Link_IntoACharacter_ShowsAllOfIt()
    {
        var text = Shelf.Corpus.Find(Shelf.Hostile)!.Text;
        var start = text.IndexOf("\U0001F34F", StringComparison.Ordinal);

        await using var tab = await scene.OpenAsync($"#doc={Uri.EscapeDataString(Shelf.Hostile)}&start={start + 1}&end={start + 3}");

        await tab.SeeMarkedAsync(text[start..(start + 3)]);
        await Expect(tab.Page.Locator("#standalone")).ToHaveAttributeAsync("href", TextFragment("%F0%9F%8D%8F%3B"));
        Assert.Empty(tab.Faults);
    }

    [BrowserTheory]
    [InlineData("Press **Power** for one second to start.", "Press%20Power%20for%20one%20second%20to%20start.")]
    [InlineData("## 7. Troubleshooting", "7.%20Troubleshooting")]
    public async Task Standalone_QuoteWithSigns_NamesTheWordsThatAreSeen(string quote, string words)
    {
        var start = Shelf.Corpus.Find(Shelf.Manual)!.Text.IndexOf(quote, StringComparison.Ordinal);

        await using var tab = await scene.OpenAsync($"#doc={Shelf.Manual}&start={start}&end={start + quote.Length}");

        await tab.SeeMarkedAsync(quote);
        await Expect(tab.Page.Locator("#standalone")).ToHaveAttributeAsync("href", TextFragment(words));
        Assert.Empty(tab.Faults);
    }

    [BrowserFact]
    public async Task Text_OfEveryDocument_IsItsCharacters()
    {
        await using var tab = await scene.OpenAsync();
        foreach (var document in Shelf.Corpus.Documents)
        {
            await tab.Field("Document").SelectOptionAsync(document.Name);
            await Tab.SeeAsync(tab.Page.Locator($"article[data-hash='{document.Hash["sha256:".Length..]}']"));
            Assert.Equal(document.Text, await tab.Page.Locator("article").EvaluateAsync<string>("article => article.textContent"));
        }

        await Expect(tab.Page).ToHaveTitleAsync("QaBot");
        Assert.Empty(tab.Faults);
    }

    [BrowserFact]
    public async Task Abstention_WithNearestSentences_ShowsThem()
    {
        await using var tab = await scene.OpenAsync();
        var turn = await tab.AskAsync("What does the Wendlow orchard charge for apples?");

        await Expect(turn).ToHaveClassAsync(AbstainedClass());
        var nearest = turn.Locator(".nearest a").First;
        await nearest.ClickAsync();
        await tab.SeeMarkedAsync(Quote(await nearest.GetAttributeAsync("href")));
        Assert.Empty(tab.Faults);
    }

    [BrowserFact]
    public async Task Example_Clicked_IsAnswered()
    {
        await using var tab = await scene.OpenAsync();
        await tab.Page.Locator(".chip").First.ClickAsync();

        await Tab.SeeAsync(tab.Page.Locator(".turn .marker").First);
        await tab.Button("New conversation").ClickAsync();
        await Expect(tab.Page.Locator(".turn")).ToHaveCountAsync(0);
        await Expect(tab.Page.Locator(".chip").First).ToBeVisibleAsync();
        Assert.Empty(tab.Faults);
    }

    [BrowserFact]
    public async Task Search_ForWords_ShowsPassagesWithScoresAndOpensThem()
    {
        await using var tab = await scene.OpenAsync();
        await tab.Field("Search the documents").FillAsync("lighthouse Corvenna");

        var hit = tab.Page.Locator(".hit").First;
        await Expect(hit.Locator(".score")).ToHaveTextAsync(Score());
        await Expect(hit.Locator("em").First).ToHaveTextAsync("lighthouse");
        await hit.ClickAsync();
        await tab.SeeMarkedAsync(Quote(await hit.GetAttributeAsync("href")));
        await Expect(tab.Page.Locator("#results")).ToBeHiddenAsync();
        Assert.Empty(tab.Faults);
    }

    [BrowserFact]
    public async Task Outline_HeadingClicked_ShowsIt()
    {
        await using var tab = await scene.OpenAsync($"#doc={Shelf.Manual}");
        await tab.Button("Outline").ClickAsync();
        await tab.Page.GetByRole(AriaRole.Navigation, new PageGetByRoleOptions { Name = "Outline" }).GetByText("7. Troubleshooting").ClickAsync();

        await tab.SeeMarkedAsync("## 7. Troubleshooting");
        Assert.True(await tab.IsMarkInViewAsync());
        Assert.Empty(tab.Faults);
    }

    [BrowserFact]
    public async Task Feedback_BadWithReason_IsKept()
    {
        await using var tab = await scene.OpenAsync();
        var turn = await tab.AskAsync("Who planted the Wendlow orchard?");
        await turn.GetByLabel("Bad answer").ClickAsync();
        await turn.GetByLabel("What is wrong with it").FillAsync("not whom I meant");
        await tab.Page.Keyboard.PressAsync("Enter");

        await Expect(turn.GetByText("Thank you.")).ToBeVisibleAsync();
        await Expect(turn.GetByLabel("Bad answer")).ToHaveAttributeAsync("aria-pressed", "true");
        Assert.Contains(scene.Feedback, kept => kept is { IsGood: false, Reason: "not whom I meant", Answer.Question: "Who planted the Wendlow orchard?" });
        Assert.Empty(tab.Faults);
    }

    [BrowserFact]
    public async Task Colours_OfTheSystemAndChosen_Hold()
    {
        const string Background = "() => getComputedStyle(document.body).backgroundColor.match(/[0-9]+/g).map(Number).reduce((a, b) => a + b)";
        await using var tab = await scene.OpenAsync(isDark: true);
        Assert.True(await tab.Page.EvaluateAsync<int>(Background) < 150);

        await tab.Button("Dark colours").ClickAsync();
        Assert.True(await tab.Page.EvaluateAsync<int>(Background) > 600);
        await tab.Page.ReloadAsync();
        Assert.True(await tab.Page.EvaluateAsync<int>(Background) > 600);
        await Expect(tab.Button("Dark colours")).ToHaveAttributeAsync("aria-pressed", "false");
        Assert.Empty(tab.Faults);
    }

    [BrowserTheory]
    [InlineData(360)]
    [InlineData(768)]
    [InlineData(1920)]
    public async Task Width_FromPhoneToDesk_NeedsNoScrollingSideways(int width)
    {
        await using var tab = await scene.OpenAsync(width: width);
        Assert.False(await tab.ScrollsSidewaysAsync());
        var turn = await tab.AskAsync(Question);
        Assert.False(await tab.ScrollsSidewaysAsync());
        await turn.Locator(".marker").Last.ClickAsync();
        await tab.SeeMarkedAsync(Quote(await turn.Locator(".marker").Last.GetAttributeAsync("href")));
        Assert.True(await tab.IsMarkInViewAsync());
        Assert.False(await tab.ScrollsSidewaysAsync());
        await tab.Field("Search the documents").FillAsync("award");
        await Tab.SeeAsync(tab.Page.Locator(".hit").First);
        Assert.False(await tab.ScrollsSidewaysAsync());
        Assert.Empty(tab.Faults);
    }

    [BrowserFact]
    public async Task Phone_BackToTheAnswer_IsThere()
    {
        await using var tab = await scene.OpenAsync(width: 360, height: 740);
        var marker = (await tab.AskAsync(Question)).Locator(".marker").First;
        await Expect(marker).ToBeInViewportAsync();
        await marker.ClickAsync();
        await Expect(marker).Not.ToBeInViewportAsync();

        await tab.Button("Back to the answer").ClickAsync();
        await Expect(marker).ToBeFocusedAsync();
        await Expect(marker).ToBeInViewportAsync();
        Assert.Empty(tab.Faults);
    }

    [BrowserFact]
    public async Task Keyboard_Alone_DoesAll()
    {
        await using var tab = await scene.OpenAsync();
        var keyboard = tab.Page.Keyboard;
        await keyboard.PressAsync("/");
        await keyboard.TypeAsync("When was Juliette Binoche born?");
        await keyboard.PressAsync("Enter");
        var marker = tab.Page.Locator(".turn .marker").First;
        await Tab.SeeAsync(marker);

        await tab.TabToAsync(".marker", backwards: true);
        await keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("article mark").First).ToBeFocusedAsync();
        await keyboard.PressAsync("Escape");
        await Expect(marker).ToBeFocusedAsync();

        await tab.TabToAsync("#words");
        await keyboard.TypeAsync("lighthouse Corvenna");
        await keyboard.PressAsync("Enter");
        await Tab.SeeAsync(tab.Page.Locator(".hit").First);
        await keyboard.PressAsync("ArrowDown");
        await keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("#position")).ToContainTextAsync("Chapter");
        await tab.TabToAsync("#contents", backwards: true);
        await keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("#outline")).ToBeVisibleAsync();
        await keyboard.PressAsync("Escape");
        await Expect(tab.Page.Locator("#outline")).ToBeHiddenAsync();
        Assert.Empty(tab.Faults);
    }

    /// <summary>What stands at the place that a link names.</summary>
    private static string Quote(string? fragment)
    {
        var values = HttpUtility.ParseQueryString(fragment!.TrimStart('#'));
        return Shelf.Corpus.Find(values["doc"]!)!.Text[int.Parse(values["start"]!, null)..int.Parse(values["end"]!, null)];
    }

    /// <summary>An address that ends with a text fragment.</summary>
    private static Regex TextFragment(string words) => new(Regex.Escape("#quote:~:text=" + words) + "$");

    [GeneratedRegex(@"^score \d+\.\d\d$")]
    private static partial Regex Score();

    [GeneratedRegex(@"\babstained\b")]
    private static partial Regex AbstainedClass();
}
