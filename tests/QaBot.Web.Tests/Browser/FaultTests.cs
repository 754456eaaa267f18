using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace QaBot.Web.Tests.Browser;

/// <summary>What the page does with answers that come in pieces, late or not at all: the responses to questions are scripted.</summary>
[Collection(OneBrowser.Name)]
public sealed class FaultTests(BrowserScene scene)
{
    private const string Ask = "**/api/ask";
    private static readonly string[] Suggestions = ["Who planted the Wendlow orchard?"];

    [BrowserFact]
    public async Task Ask_ServerGone_SaysSoAndTriesAgain()
    {
        await using var tab = await scene.OpenAsync();
        await tab.Page.RouteAsync(Ask, route => route.AbortAsync("connectionrefused"), new PageRouteOptions { Times = 1 });

        var turn = await tab.AskAsync("Who planted the Wendlow orchard?");
        await Expect(turn.GetByRole(AriaRole.Alert)).ToContainTextAsync("The server cannot be reached.");
        await turn.GetByText("Try again").ClickAsync();
        await Tab.SeeAsync(tab.Page.Locator(".turn .marker").First);
        await Expect(tab.Page.Locator(".turn")).ToHaveCountAsync(1);
    }

    [BrowserTheory]
    [InlineData(429, "7", null, "Too many questions at once; there is room again in 7 seconds.")]
    [InlineData(401, null, null, "This server answers only to who has its token.")]
    [InlineData(422, null, "The question is too long: ask it in at most 500 characters.", "The question is too long: ask it in at most 500 characters.")]
    [InlineData(502, null, null, "The server failed (status 502).")]
    public async Task Ask_Refused_SaysWhyInOneSentence(int status, string? retryAfter, string? detail, string sentence)
    {
        await using var tab = await scene.OpenAsync();
        await tab.Page.RouteAsync(Ask, route => route.FulfillAsync(new RouteFulfillOptions
        {
            Status = status,
            Headers = retryAfter is null ? null : new Dictionary<string, string> { ["Retry-After"] = retryAfter },
            ContentType = detail is null ? "text/plain" : "application/problem+json",
            Body = detail is null ? "no" : JsonSerializer.Serialize(new { status, detail }),
        }));

        var turn = await tab.AskAsync("Why?");

        await Expect(turn.GetByRole(AriaRole.Alert)).ToHaveTextAsync($"{sentence} Try again");
    }

    [BrowserFact]
    public async Task Ask_Stopped_SaysSo()
    {
        await using var tab = await scene.OpenAsync();
        await tab.Page.RouteAsync(Ask, _ => Task.CompletedTask);
        await tab.Field("Question").FillAsync("Why?");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Button("Stop")).ToBeVisibleAsync();

        await tab.Page.Keyboard.PressAsync("Escape");
        await Expect(tab.Page.Locator(".turn").GetByRole(AriaRole.Alert)).ToContainTextAsync("Stopped.");
        await Expect(tab.Button("Ask")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Ask_SentencesAndThenAProblem_ShowsBoth()
    {
        await using var tab = await scene.OpenAsync();
        var citation = new { number = 1, document = Shelf.Manual, documentHash = "sha256:" + new string('0', 64), passage = "manual.md#1", start = 0, end = 44, quote = "" };
        await StreamAsync(
            tab,
            ("read-as", new { readAs = "What is the manual of?" }),
            ("sentence", new { text = "It is of a <b>dehumidifier</b>. [1]", citations = new[] { citation } }),
            ("problem", new { title = "Service Unavailable", status = 503, detail = "The answer took too long: try again later." }));

        var turn = await tab.AskAsync("And what is it of?");

        await Expect(turn.Locator(".read-as")).ToHaveTextAsync("read as: What is the manual of?");
        await Expect(turn.Locator(".sentence")).ToContainTextAsync("It is of a <b>dehumidifier</b>.");
        await Expect(turn.Locator(".marker")).ToHaveCountAsync(1);
        await Expect(turn.GetByRole(AriaRole.Alert)).ToContainTextAsync("The answer took too long: try again later.");
        Assert.Empty(tab.Faults);
    }

    [BrowserFact]
    public async Task Ask_StreamThatBreaksOff_SaysSo()
    {
        await using var tab = await scene.OpenAsync();
        await StreamAsync(tab, ("read-as", new { readAs = "Why?" }));

        var turn = await tab.AskAsync("And why?");

        await Expect(turn.GetByRole(AriaRole.Alert)).ToContainTextAsync("The connection broke off before the answer was there.");
    }

    [BrowserFact]
    public async Task Ask_WithHintNoticeAndSuggestions_ShowsThem()
    {
        await using var tab = await scene.OpenAsync();
        await StreamAsync(tab, ("answer", new
        {
            question = "Why?",
            outcome = "abstained",
            reason = "out-of-scope",
            answer = "That is not a question about this source.",
            confidence = 0,
            citations = Array.Empty<object>(),
            hint = "Only English is understood.",
            notice = new { kind = "timed-out", message = "The model was too slow." },
            suggestions = Suggestions,
            conversation = "c",
        }));

        var turn = await tab.AskAsync("Why?");

        await Expect(turn.GetByText("Only English is understood.")).ToBeVisibleAsync();
        await Expect(turn.GetByText("The model was too slow.")).ToBeVisibleAsync();
        await Expect(turn.Locator(".chip")).ToHaveTextAsync("Who planted the Wendlow orchard?");
        await Expect(tab.Page.Locator("#status")).ToHaveTextAsync("That is not a question about this source.");
        Assert.Empty(tab.Faults);
    }

    [BrowserFact]
    public async Task Document_NotThere_SaysSoAndTriesAgain()
    {
        await using var tab = await scene.OpenAsync("#doc=none.txt&start=0&end=4");

        await Expect(tab.Page.Locator("#reader").GetByRole(AriaRole.Alert)).ToContainTextAsync("Try again");
        await tab.Field("Document").SelectOptionAsync(Shelf.Manual);
        await Expect(tab.Page.Locator("article")).ToContainTextAsync("Owner's Manual");
    }

    [BrowserFact]
    public async Task Document_LeftWhileItComes_LeavesNothingBehind()
    {
        await using var tab = await scene.OpenAsync();
        var marker = (await tab.AskAsync("Who planted the Wendlow orchard?")).Locator(".marker").First;
        await Tab.SeeAsync(tab.Page.Locator("article mark").First);
        await tab.Page.RouteAsync($"**/documents/{Shelf.Manual}", _ => Task.CompletedTask);
        await tab.Field("Document").SelectOptionAsync(Shelf.Manual);
        await Expect(tab.Page.Locator("#reader")).ToHaveAttributeAsync("aria-busy", "true");

        await marker.ClickAsync();

        await Expect(tab.Page.Locator("#reader")).Not.ToHaveAttributeAsync("aria-busy", "true");
        await Expect(tab.Field("Document")).ToHaveValueAsync(Shelf.Hostile);
    }

    [BrowserFact]
    public async Task Documents_NotListed_SaysSoAndShowsThePlaceAfterwards()
    {
        await using var tab = await scene.OpenAsync($"#doc={Shelf.Manual}&start=2&end=45");
        var quote = Shelf.Corpus.Find(Shelf.Manual)!.Text[2..45];
        await tab.SeeMarkedAsync(quote);
        await tab.Page.RouteAsync("**/api/documents", route => route.AbortAsync("connectionrefused"), new PageRouteOptions { Times = 1 });
        await tab.Page.ReloadAsync();

        await Expect(tab.Page.Locator("#reader").GetByRole(AriaRole.Alert)).ToContainTextAsync("The server cannot be reached.");
        await tab.Page.Locator("#reader").GetByText("Try again").ClickAsync();
        await tab.SeeMarkedAsync(quote);
    }

    [BrowserFact]
    public async Task Ask_ShortAnswerWithinAWord_IsSetOffWhereItStandsByItself()
    {
        await using var tab = await scene.OpenAsync();
        var citation = new { number = 1, document = Shelf.Manual, documentHash = "sha256:" + new string('0', 64), passage = "manual.md#1", start = 2, end = 45, quote = "" };
        await StreamAsync(tab, ("answer", new
        {
            question = "Did she?",
            outcome = "answered",
            answer = "She came in November. No, she did not. [1]",
            @short = "No",
            confidence = 0.5,
            citations = new[] { citation },
            conversation = "c",
        }));

        var strong = (await tab.AskAsync("Did she?")).Locator(".sentence strong");

        await Expect(strong).ToHaveTextAsync("No");
        Assert.Equal("She came in November. ", await strong.EvaluateAsync<string>("strong => strong.previousSibling.textContent"));
    }

    private static Task<IAsyncDisposable> StreamAsync(Tab tab, params (string Name, object Data)[] events) => tab.Page.RouteAsync(Ask, route => route.FulfillAsync(new RouteFulfillOptions
    {
        ContentType = "text/event-stream",
        Body = string.Concat(events.Select(item => $"event: {item.Name}\ndata: {JsonSerializer.Serialize(item.Data)}\n\n")),
    }));
}
