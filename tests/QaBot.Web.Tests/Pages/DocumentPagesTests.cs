using System.Net;

namespace QaBot.Web.Tests.Pages;

/// <summary>Documents as pages.</summary>
public sealed class DocumentPagesTests
{
    [Theory]
    [InlineData("documents", 200, "tove-aldermann.txt")]
    [InlineData("documents/lives/tove-aldermann.txt", 200, "<article data-document=\"lives/tove-aldermann.txt\"")]
    [InlineData("documents/notes%20%231.md?start=9&end=17", 200, "<mark id=\"quote\" tabindex=\"-1\">A fiddle</mark>")]
    [InlineData("documents/none.txt", 404, "There is no such document.")]
    [InlineData("documents/..%2f..%2fetc%2fpasswd", 404, "There is no such document.")]
    [InlineData("documents/notes%20%231.md?start=9", 400, "The document has no such place.")]
    [InlineData("documents/notes%20%231.md?start=9&end=9", 400, "The document has no such place.")]
    [InlineData("documents/notes%20%231.md?start=9&end=90000", 400, "The document has no such place.")]
    [InlineData("documents/notes%20%231.md?start=-1&end=x", 400, "The document has no such place.")]
    [InlineData("documents/notes%20%231.md?start=9&end=19", 400, "The document has no such place.")]
    public async Task Page_OfPath_IsAnswered(string path, int status, string part)
    {
        await using var scene = await WebScene.StartAsync();
        using var response = await scene.Client.GetAsync(path);

        Assert.Equal((HttpStatusCode)status, response.StatusCode);
        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Contains(part, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("script-src 'self'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }
}
