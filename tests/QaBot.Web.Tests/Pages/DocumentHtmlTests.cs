using System.Text.RegularExpressions;
using QaBot.Testing;
using QaBot.Text;
using QaBot.Web.Pages;
using QaBot.Web.Tests.Browser;

namespace QaBot.Web.Tests.Pages;

/// <summary>Offsets into the HTML's text are offsets into the document's.</summary>
public sealed partial class DocumentHtmlTests
{
    public static TheoryData<string> Corpora => [.. Directory.GetFiles(Repository.PathOf("tests", "corpora")).Where(file => Path.GetExtension(file) is ".txt" or ".md").Select(file => Path.GetFileName(file))];

    [Theory]
    [MemberData(nameof(Corpora))]
    public void Parts_OfText_AreItsCharacters(string name) => AssertSame(Sources.Read(Repository.PathOf("tests", "corpora", name)));

    [Fact]
    public void Parts_OfHardTexts_AreTheirCharacters() => Assert.All(Shelf.Corpus.Documents, AssertSame);

    [Theory]
    [InlineData("a.md", "# One\r\n\r\n```\r\n  code <x>\r\n\tmore\r\n```\r\n\r\n---\r\n\r\n* item\r\n  goes on\r\n\r\n> said\r\n> again\r\n\r\n| a | b |\r\n|---|---|\r\n| 1 |  |\r\n")]
    [InlineData("b.txt", "  \n\n\t Name:  Ada \nAge: 9\n\nTitle\n=====\n\n- one\n- two\u2028three\n\nA    B    C\n1    2    3\n")]
    [InlineData("c.txt", "no end")]
    [InlineData("d.md", "---\ntitle: x\n---\n\n<!-- note -->\n\n[ref]: y\n\n1. a\n   - b\n     1. c\n")]
    public void Parts_OfEveryKindOfBlock_AreTheirCharacters(string name, string text) => AssertSame(Document.FromText(name, text));

    [Fact]
    public void Parts_WithQuoteOverBlocks_MarkItsCharacters()
    {
        var document = Document.FromText("a.md", "# One\n\nFirst & second.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n- last\n");
        for (var start = 0; start < document.Text.Length; start++)
        {
            for (var end = start + 1; end <= document.Text.Length; end++)
            {
                var html = string.Concat(new DocumentHtml(document, new TextSpan(start, end)).Parts());

                Assert.Equal(document.Text[start..end], Text(string.Concat(Mark().Matches(html).Select(match => match.Groups["text"].Value))));
                Assert.Equal(document.Text, Text(html));
                Assert.True(!document.Text[start..end].Any(char.IsLetterOrDigit) || html.Contains("<mark id=\"quote\"", StringComparison.Ordinal));
                Assert.DoesNotContain("class=\"signs\"><mark id", html, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Parts_OfOneLongLine_AreParagraphsOfSentences()
    {
        var text = string.Concat(Enumerable.Range(1, 200).Select(i => $"Sentence number {i} is about nothing much at all. "));
        var html = string.Concat(new DocumentHtml(Document.FromText("a.txt", text), null).Parts());

        Assert.True(Regex.Count(html, "<p class=\"on\">Sentence number") > 10);
        Assert.All(Part().Matches(html), part => Assert.StartsWith(Text(part.Groups["first"].Value), text[int.Parse(part.Groups["start"].Value, null)..], StringComparison.Ordinal));
    }

    private static void AssertSame(Document document) => Assert.Equal(document.Text, Text(string.Concat(new DocumentHtml(document, null).Parts())));

    private static string Text(string html) => Tag().Replace(html, "")
        .Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&quot;", "\"", StringComparison.Ordinal)
        .Replace("&#13;", "\r", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("<mark[^>]*>(?<text>.*?)</mark>", RegexOptions.Singleline)]
    private static partial Regex Mark();

    [GeneratedRegex("<div class=\"part\" data-start=\"(?<start>[0-9]+)\">(?<first>.{1,40})")]
    private static partial Regex Part();
}
