using QaBot.Answering;
using Xunit;

namespace QaBot.Core.Tests.Answering;

public sealed class CompoundQuestionTests
{
    [Theory]
    [InlineData("Where and when was she born?", "Where was she born?", "when was she born?")]
    [InlineData("In which year and in which city did Ada marry?", "In which year did Ada marry?", "in which city did Ada marry?")]
    [InlineData("How many brothers and how many sisters does she have?", "How many brothers does she have?", "how many sisters does she have?")]
    [InlineData("Which friend and which book helped her with Blue?", "Which friend helped her with Blue?", "which book helped her with Blue?")]
    [InlineData("Who directed Damage and when was it released?", "Who directed Damage?", "when was Damage released?")]
    [InlineData("Who directed Damage, and where did the film open?", "Who directed Damage?", "where did the film open, Damage?")]
    [InlineData("What will the rent be, and from when?", "What will the rent be?", "from when will the rent be?")]
    [InlineData("Who lives above the bakery, and with what animal?", "Who lives above the bakery?", "with what animal lives above the bakery?")]
    [InlineData("Who runs the mill and who owns the house?", "Who runs the mill?", "who owns the house?")]
    public void Split_TwoThings_AreAskedEachByItself(string question, string first, string second) =>
        Assert.Equal((first, second), CompoundQuestion.Split(question));

    [Theory]
    [InlineData("Who directed Damage?")]
    [InlineData("What did she and her sister do?")]
    [InlineData("Did she go to Rome and when she came back, marry?")]
    [InlineData("And when did it open?")]
    [InlineData("Who or what is the Grey Petrel?")]
    public void Split_OneThing_IsNotSplit(string question) => Assert.Null(CompoundQuestion.Split(question));
}
