using QaBot.Answering;
using Xunit;

namespace QaBot.Core.Tests.Answering;

public sealed class QuestionLeadTests
{
    [Theory]
    [InlineData("List her films with Ada Holm.", "What are her films with Ada Holm.")]
    [InlineData("Name all of the boats", "What are the boats")]
    [InlineData("Please tell me when she was born", "when she was born")]
    [InlineData("Can you tell me who built the mill?", "who built the mill?")]
    [InlineData("Give me the names of the boats", "What are the names of the boats")]
    [InlineData("Who lists the boats?", "Who lists the boats?")]
    [InlineData("Names of boats", "Names of boats")]
    [InlineData("list", "list")]
    public void Ask_Command_IsTheQuestionItStandsFor(string text, string expected) => Assert.Equal(expected, QuestionLead.Ask(text));
}
