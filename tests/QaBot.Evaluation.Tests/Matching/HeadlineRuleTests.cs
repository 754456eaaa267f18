using QaBot.Evaluation.Matching;
using QaBot.Evaluation.Questions;
using Xunit;

namespace QaBot.Evaluation.Tests.Matching;

public sealed class HeadlineRuleTests
{
    [Theory]
    [InlineData("Poème", true)]
    [InlineData("the poeme", true)]
    [InlineData("the Lancôme perfume Poème", true)]
    [InlineData("She advertised the Poème", true)]
    [InlineData("She also advertised the perfume Poème", false)]
    [InlineData("Poèmes", false)]
    [InlineData("not Poème", false)]
    [InlineData("wasn't Poème", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void IsRight_ShortAnswer_HasAnAcceptedOneAndLittleElse(string? shortAnswer, bool expected) =>
        Assert.Equal(expected, HeadlineRule.IsRight(Row(["Trésor", "Poème"]), shortAnswer));

    [Theory]
    [InlineData("No", true)]
    [InlineData("no.", true)]
    [InlineData("Yes", false)]
    [InlineData("No, she turned it down", false)]
    [InlineData(null, false)]
    public void IsRight_YesNo_IsEqual(string? shortAnswer, bool expected) => Assert.Equal(expected, HeadlineRule.IsRight(Row(["no"]), shortAnswer));

    [Theory]
    [InlineData("Raphaël and Hana", true)]
    [InlineData("Hana (born 1999), Raphaël (born 1993)", true)]
    [InlineData("Raphaël", false)]
    [InlineData("son Raphaël, whose father is a scuba diver, and daughter Hana", false)]
    public void IsRight_List_HasEveryItemAndLittleElse(string shortAnswer, bool expected) =>
        Assert.Equal(expected, HeadlineRule.IsRight(Row([], ["Raphaël", "Hana"]), shortAnswer));

    [Fact]
    public void IsRight_AnswersAndItems_NeedsBoth()
    {
        var row = Row(["Paris", "capital"], ["1964"]);
        Assert.True(HeadlineRule.IsRight(row, "Paris, 9 March 1964"));
        Assert.False(HeadlineRule.IsRight(row, "1964"));
        Assert.False(HeadlineRule.IsRight(row, "Paris"));
    }

    [Fact]
    public void IsRight_NegationThatIsWanted_IsNoFault() => Assert.True(HeadlineRule.IsRight(Row(["no remote control"]), "no remote control"));

    private static EvaluationQuestion Row(string[] answers, string[]? allOf = null) =>
        new() { Id = "1", Question = "?", Answerable = true, Answers = answers, AllOf = allOf ?? [] };
}
