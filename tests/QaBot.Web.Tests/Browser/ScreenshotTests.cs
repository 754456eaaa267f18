using System.Buffers.Binary;
using Microsoft.Playwright;
using QaBot.Testing;

namespace QaBot.Web.Tests.Browser;

/// <summary>The pictures of docs/WEB.md, which are made where they are missing: after a change of the page, delete them and run this test.</summary>
[Collection(OneBrowser.Name)]
public sealed class ScreenshotTests(BrowserScene scene)
{
    private const int MostBytes = 250_000;

    [BrowserTheory]
    [InlineData("page", 1200, 720, false, "When was Juliette Binoche born and where did she study?")]
    [InlineData("phone-dark", 400, 720, true, "When was Juliette Binoche born?")]
    public async Task Picture_OfThePage_IsInTheDocuments(string name, int width, int height, bool isDark, string question)
    {
        await using var tab = await scene.OpenAsync(width: width, height: height, isDark: isDark);
        var turn = await tab.AskAsync(question);
        await turn.Locator(".marker").First.ClickAsync();
        await Tab.SeeAsync(tab.Page.Locator("article mark").First);
        if (width < 900)
        {
            await tab.Button("Back to the answer").ClickAsync();
        }

        var picture = await tab.Page.ScreenshotAsync(new PageScreenshotOptions { Animations = ScreenshotAnimations.Disabled });
        var file = Repository.PathOf("docs", "images", $"web-{name}.png");
        if (!File.Exists(file))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllBytesAsync(file, picture);
        }

        var kept = await File.ReadAllBytesAsync(file);
        Assert.Equal(Size(picture), Size(kept));
        Assert.InRange(kept.Length, 1, MostBytes);
        Assert.Empty(tab.Faults);
    }

    /// <summary>Width and height, as the header of a PNG has them.</summary>
    private static (int Width, int Height) Size(byte[] png) =>
        (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
}
