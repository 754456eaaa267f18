using QaBot.Chat.Gate;
using Xunit;

namespace QaBot.Chat.Tests.Gate;

public sealed class ModelAbstentionTests
{
    [Theory]
    [InlineData("NOT IN THE SOURCES")]
    [InlineData("not_in_sources.")]
    [InlineData("The passages do not say when she moved.")]
    [InlineData("The provided text doesn’t mention a dog.")]
    [InlineData("None of the passages states her salary.")]
    [InlineData("Nothing in the given sources says so.")]
    [InlineData("There is no information about her dog.")]
    [InlineData("I cannot answer this question.")]
    [InlineData("I don't know.")]
    [InlineData("Unfortunately, it could not be determined.")]
    [InlineData("Her salary is not specified.")]
    [InlineData("It is unclear who painted it.")]
    [InlineData("I'm sorry, but I can't help with that.")]
    [InlineData("The source is silent about this.")]
    [InlineData("There isn't enough information to say.")]
    [InlineData("I was unable to find it.")]
    [InlineData("Based on the passages, this was never mentioned.")]
    [InlineData("The sources lack any detail about that.")]
    public void IsSaidBy_NoAnswerInAnyWording_IsRecognised(string said) => Assert.True(ModelAbstention.IsSaidBy(said));

    [Theory]
    [InlineData("She was born in Bergen.")]
    [InlineData("She left the conservatory because of a flood.")]
    [InlineData("She wrote no opera.")]
    [InlineData("He never married.")]
    [InlineData("Her father repaired clocks.")]
    public void IsSaidBy_Statement_IsNone(string said) => Assert.False(ModelAbstention.IsSaidBy(said));
}
