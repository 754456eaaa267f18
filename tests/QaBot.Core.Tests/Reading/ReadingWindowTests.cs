using QaBot.Chunking;
using QaBot.Reading;
using QaBot.Text;
using Xunit;

namespace QaBot.Core.Tests.Reading;

public sealed class ReadingWindowTests
{
    private static readonly string Long = string.Concat(Enumerable.Repeat("The long road went on and on over the hills. ", 8)).Trim();

    [Theory]
    [InlineData("One came. Two went. Three sat.", "Two went.", "One came. ")]
    [InlineData("One came.\n\nTwo went.", "Two went.", "One came.\n\n")]
    [InlineData("One came. Two went.", "One came.", "")]
    [InlineData("# Title\n\nOne came. Two went.", "One came.", "")]
    [InlineData("# Title\n\nOne came.\n\n## Part\n\nTwo went.", "Two went.", "")]
    [InlineData("One came.\n\n- first item\n- second item", "second item", "")]
    public void Before_Window_IsTheRunningTextBeforeIt(string text, string window, string before) => Assert.Equal(before, Of(text, window).Before);

    [Fact]
    public void Before_LongText_EndsWithTheSentenceThatMakesItLongEnough() => Assert.InRange(Of(Long + " Two went.", "Two went.").Before.Length, 250, 300);

    [Fact]
    public void Cut_Sentences_AreInOneWindowEachAndInOrder()
    {
        var document = Document.FromText("a.md", "# Title\n\n" + Long + "\n\n| Part | Price |\n|---|---|\n| lamp | 3 |\n| rope | 4 |\n\n" + Long);
        var passage = new Passage(document, 1, Zone.Body, document.Sentences, PassageContext.None);

        var windows = ReadingWindow.Cut(passage, document.Sentences).ToList();

        Assert.Equal(document.Sentences, windows.SelectMany(window => window.Sentences));
        Assert.All(windows, window => Assert.InRange(window.Span.Length, 1, 420));
        Assert.DoesNotContain(windows, window => window.Text.Contains("lamp", StringComparison.Ordinal) && window.Text.Contains("rope", StringComparison.Ordinal));
    }

    private static ReadingWindow Of(string text, string window)
    {
        var document = Document.FromText("a.md", text);
        var sentence = document.Sentences.Single(s => document.Slice(s).Contains(window, StringComparison.Ordinal));
        return new ReadingWindow(new Passage(document, 1, Zone.Body, document.Sentences, PassageContext.None), sentence);
    }
}
