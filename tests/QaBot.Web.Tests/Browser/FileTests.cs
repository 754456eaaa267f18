using QaBot.Testing;

namespace QaBot.Web.Tests.Browser;

/// <summary>The files that the page is made of.</summary>
public sealed class FileTests
{
    private const int MostBytes = 60_000;

    private static readonly string[] Files = Directory.GetFiles(Repository.PathOf("src", "QaBot.Web", "wwwroot"));

    [Fact]
    public void Files_OfThePage_AreSmall() => Assert.InRange(Files.Sum(file => new FileInfo(file).Length), 1, MostBytes);

    [Fact]
    public void Files_OfThePage_HaveNothingInline()
    {
        var page = File.ReadAllText(Array.Find(Files, file => Path.GetFileName(file) == "index.html")!);

        Assert.DoesNotContain("<style", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("style=", page, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(page.Split("<script").Length, page.Split("<script src=").Length);
    }
}
