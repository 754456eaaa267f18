using QaBot.Analysis;
using QaBot.Testing;
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

    [Theory]
    [InlineData(4_096, 3)]
    [InlineData(4_097, 2)]
    public void Analyze_LongWord_IsDroppedBeyondTheLimit(int length, int terms) =>
        Assert.Equal(terms, EnglishAnalyzer.Analyze($"one {new string('x', length)} word").Count);

    [Theory]
    [InlineData("", "")]
    [InlineData(" ,.!\n", "")]
    [InlineData("The quick brown fox", "The|quick|brown|fox")]
    [InlineData("can't rock'n'roll O’Brien’s", "can't|rock'n'roll|O’Brien’s")]
    [InlineData("U.S. a.m. 3.14 1,000,000 $65 50%", "U.S|a.m|3.14|1,000,000|65|50")]
    [InlineData("e-mail en–dash and/or", "e|mail|en|dash|and|or")]
    [InlineData("a\uD835b\uDC00c\uD835", "a|b|c")]
    public void Words_Text_FollowUax29(string text, string words) =>
        Assert.Equal(words, string.Join('|', EnglishAnalyzer.Words(text).Select(word => text[word.Start..word.End])));

    [Theory]
    [InlineData("Kieślowski Łódź DVOŘÁK", "kieslowski lodz dvorak")]
    [InlineData("Straße ﬁne １．５", "strasse fine 1.5")]
    [InlineData("москва 漢字 e\u0301", "москва 漢字 e")]
    public void Fold_Text_IsLowerCaseAscii(string text, string folded) => Assert.Equal(folded, EnglishAnalyzer.Fold(text));

    [Fact]
    public void Analyze_FromManyThreads_IsAsFromOne()
    {
        var expected = EnglishAnalyzer.Analyze(Sources.Biography.Text);
        Parallel.For(0, 8, _ => Assert.Equal(expected, EnglishAnalyzer.Analyze(Sources.Biography.Text)));
    }
}
