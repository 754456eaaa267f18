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
    [InlineData("night train director", "Who is the director of night train?")]
    [InlineData("NIGHT TRAIN DIRECTOR???", "Who is the director of NIGHT TRAIN?")]
    [InlineData("Ada Holm's parents", "Ada Holm's parents")]
    [InlineData("Ada Holm's teacher", "Who is the teacher of Ada Holm?")]
    [InlineData("night train co-stars", "Who are the co-stars of night train?")]
    [InlineData("Is Ada Holm a director?", "Is Ada Holm a director?")]
    [InlineData("And the director?", "And the director?")]
    [InlineData("director", "director")]
    [InlineData("night train year", "night train year")]
    public void Ask_CommandOrKeywords_IsTheQuestionItStandsFor(string text, string expected) => Assert.Equal(expected, QuestionLead.Ask(text));
}
