using QaBot.Evaluation.Matching;
using QaBot.Evaluation.Questions;
using Xunit;

namespace QaBot.Evaluation.Tests.Matching;

public sealed class AnswerRuleTests
{
    [Fact]
    public void IsRight_AnyOfAnswers_OneIsEnough()
    {
        Assert.True(AnswerRule.IsRight(Row(["Paris", "Lyon"]), null, "She was born in Lyon. [1]"));
        Assert.True(AnswerRule.IsRight(Row(["Paris", "Lyon"]), "Paris", "She was born there. [1]"));
        Assert.False(AnswerRule.IsRight(Row(["Paris", "Lyon"]), null, "She was born in Parisien. [1]"));
    }

    [Fact]
    public void IsRight_AllOf_EveryOneMustOccur()
    {
        Assert.True(AnswerRule.IsRight(Row([], ["1995", "2000"]), "1995", "Until 2000. [1]"));
        Assert.False(AnswerRule.IsRight(Row([], ["1995", "2000"]), "1995", "For years. [1]"));
        Assert.False(AnswerRule.IsRight(Row(["x"], ["1995"]), null, "1995"));
    }

    [Theory]
    [InlineData("Yes", "No, never. [1]", true)]
    [InlineData("No", "Yes. [1]", false)]
    [InlineData(null, "Yes, she did. [1]", true)]
    [InlineData(null, "She said yes. [1]", false)]
    [InlineData(null, "", false)]
    public void IsRight_YesNo_FirstWordDecides(string? shortAnswer, string text, bool expected) =>
        Assert.Equal(expected, AnswerRule.IsRight(Row(["yes"]), shortAnswer, text));

    [Fact]
    public void IsRight_MarkerNumber_IsNoAnswer() => Assert.False(AnswerRule.IsRight(Row(["1"]), null, "Some. [1]"));

    [Theory]
    [InlineData(90, true)]
    [InlineData(91, false)]
    public void IsRight_Length_NinetyWordsAtMost(int words, bool expected) =>
        Assert.Equal(expected, AnswerRule.IsRight(Row(["word"]), null, string.Join(' ', Enumerable.Repeat("word", words)) + " [1]"));

    [Fact]
    public void HoldsAnswer_YesNo_IsNeverHeld() => Assert.False(AnswerRule.HoldsAnswer(Row(["no"]), "no"));

    [Fact]
    public void ExactMatch_Article_DoesNotMatter()
    {
        Assert.Equal(1, AnswerOverlap.ExactMatch(Row(["The Dancer"]), "dancer"));
        Assert.Equal(0, AnswerOverlap.ExactMatch(Row(["The Dancer"]), "a dancer there"));
        Assert.Equal(1, AnswerOverlap.ExactMatch(Row([], ["Blue", "Certified Copy"]), "Blue, Certified Copy"));
    }

    [Fact]
    public void TokenF1_PartOfAnswer_IsHarmonicMean()
    {
        // one of two predicted words is right, one of three accepted ones is found: P 1/2, R 1/3, F1 0.4
        Assert.Equal(0.4, AnswerOverlap.TokenF1(Row(["Monique Yvette Stalens"]), "Marion Stalens"), 12);
        Assert.Equal(1, AnswerOverlap.TokenF1(Row(["x", "nine"]), "9"));
        Assert.Equal(0, AnswerOverlap.TokenF1(Row(["x"]), ""));
        Assert.Equal(0.5, AnswerOverlap.TokenF1(Row(["x y z"]), "x"));
    }

    private static EvaluationQuestion Row(string[] answers, string[]? allOf = null) =>
        new() { Id = "1", Question = "?", Answerable = true, Answers = answers, AllOf = allOf ?? [] };
}
