using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace QaBot.Web.Tests.Browser;

/// <summary>A tab of the browser, which keeps what goes wrong in it: errors on the console, among them breaches of the content security policy, and requests to elsewhere.</summary>
public sealed class Tab : IAsyncDisposable
{
    /// <summary>Milliseconds. The machine may be busy.</summary>
    public const float Patience = 120_000;

    private readonly string _address;

    internal Tab(IPage page, string address)
    {
        (Page, _address) = (page, address);
        page.SetDefaultTimeout(Patience);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                Faults.Add(message.Text);
            }
        };
        page.PageError += (_, error) => Faults.Add(error);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(address, StringComparison.Ordinal))
            {
                Faults.Add($"asked {request.Url}");
            }
        };
    }

    /// <summary>The page in it.</summary>
    public IPage Page { get; }

    /// <summary>What went wrong so far.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>The marked characters.</summary>
    public async Task<string> MarkedAsync() => string.Concat(await Page.Locator("article mark").EvaluateAllAsync<string[]>("marks => marks.map(mark => mark.textContent)"));

    /// <summary>Whether the mark is seen.</summary>
    public Task<bool> IsMarkInViewAsync() => Page.Locator("article mark:visible").First.EvaluateAsync<bool>(
        "async mark => { await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))); const box = mark.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight && box.height > 0 }");

    /// <summary>A button by its name.</summary>
    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name, Exact = true });

    /// <summary>What is filled in, by its label.</summary>
    public ILocator Field(string label) => Page.GetByLabel(label, new PageGetByLabelOptions { Exact = true });

    /// <summary>Presses the tabulator until an element has the focus.</summary>
    public async Task TabToAsync(string selector, bool backwards = false)
    {
        for (var i = 0; i < 100; i++)
        {
            await Page.Keyboard.PressAsync(backwards ? "Shift+Tab" : "Tab");
            if (await Page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
            {
                return;
            }
        }

        Assert.Fail($"{selector} is not reached with the keyboard.");
    }

    /// <summary>Opens an address of the server.</summary>
    public async Task GoAsync(string path)
    {
        await Page.GotoAsync(_address + path);
        await Page.WaitForLoadStateAsync();
    }

    /// <summary>Asks a question and waits for what becomes of it.</summary>
    /// <returns>The turn.</returns>
    public async Task<ILocator> AskAsync(string question)
    {
        var turns = await Page.Locator(".turn").CountAsync();
        await Field("Question").FillAsync(question);
        await Page.Keyboard.PressAsync("Enter");
        var turn = Page.Locator(".turn").Nth(turns);
        await turn.WaitForAsync();
        await Assertions.Expect(turn).Not.ToHaveAttributeAsync("aria-busy", "true");
        return turn;
    }

    /// <summary>Waits until an element is seen.</summary>
    public static Task SeeAsync(ILocator element) => element.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Visible });

    /// <summary>Waits until the characters that are marked are these.</summary>
    public Task SeeMarkedAsync(string quote) =>
        Page.WaitForFunctionAsync("quote => [...document.querySelectorAll('article mark')].map(mark => mark.textContent).join('') === quote", quote);

    /// <summary>Whether something stands out at the right.</summary>
    public Task<bool> ScrollsSidewaysAsync() => Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth");

    /// <summary>The violations that axe finds, as rule and element.</summary>
    public async Task<IReadOnlyList<string>> AxeAsync()
    {
        // axe's script is part of the test and not of the page: the policy does not hold for it.
        AxeResult result = await Page.RunAxe();
        return [.. result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {node.Html}"))];
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();
}
