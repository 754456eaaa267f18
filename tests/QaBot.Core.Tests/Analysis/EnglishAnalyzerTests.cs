using QaBot.Analysis;
using QaBot.Text;
using Xunit;

namespace QaBot.Core.Tests.Analysis;

public class EnglishAnalyzerTests
{
    [Fact]
    public void Analyze_Sentence_KeepsSpansAndLeavesGapsForStopWords() =>
        Assert.Equal(
            [
                new Token("krzysztof", new TextSpan(0, 9), 0),
                new Token("kieslowski", new TextSpan(10, 22), 1),
                new Token("film", new TextSpan(23, 28), 2),
                new Token("won", new TextSpan(33, 36), 4),
                new Token("award", new TextSpan(44, 50), 7),
            ],
            EnglishAnalyzer.Analyze("Krzysztof Kieślowski’s films and won by the Awards"));

    [Theory]
    [InlineData("Academy's academy’s ACADEMY'S academy＇s", "academi academi academi academi")]
    [InlineData("James' s's 's", "jame s s")]
    [InlineData("That's thát it's", "")]
    [InlineData("İstanbul Straße ŁÓDŹ ẞ", "istanbul strass lodz ss")]
    [InlineData("", "")]
    public void Analyze_Words_GoThroughTheChain(string text, string terms) =>
        Assert.Equal(terms, string.Join(' ', EnglishAnalyzer.Analyze(text).Select(token => token.Term)));

    [Fact]
    public void Analyze_Null_Throws() => Assert.Throws<ArgumentNullException>(() => EnglishAnalyzer.Analyze(null!));

    [Fact]
    public void Terms_LongestExpansion_FitsTheBuffer()
    {
        var terms = EnglishAnalyzer.Terms(new string('ﬃ', WordTokenizer.MaxLength), new char[TermEnumerator.BufferLength]);

        Assert.True(terms.MoveNext());
        Assert.Equal(TermEnumerator.BufferLength, terms.Term.Length);
    }

    [Fact]
    public void Terms_AnyText_AllocatesNothing()
    {
        const string text = "Krzysztof Kieślowski’s films, e.g. “Three Colours: Blue”, won 9 awards; 東京 too";
        var buffer = new char[TermEnumerator.BufferLength];
        Walk(text, buffer);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Walk(text, buffer);

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(0, allocated);
    }

    private static void Walk(string text, char[] buffer)
    {
        var terms = EnglishAnalyzer.Terms(text, buffer);
        while (terms.MoveNext())
        {
        }
    }
}
