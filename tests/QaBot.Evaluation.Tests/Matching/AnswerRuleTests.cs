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

    private static EvaluationQuestion Row(string[] answers, string[]? allOf = null) =>
        new() { Id = "1", Question = "?", Answerable = true, Answers = answers, AllOf = allOf ?? [] };
}
