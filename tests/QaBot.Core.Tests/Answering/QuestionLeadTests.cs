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
    [InlineData("Tell me about her husband", "Tell me about her husband")]
    [InlineData("Can you tell me if she is married?", "she is married?")]
    [InlineData("Give me her birthday", "What is her birthday")]
    [InlineData("Give me the names and the dates", "What are the names and the dates")]
    [InlineData("name of her husband", "name of her husband")]
    [InlineData("Can you list her films?", "What are her films?")]
    [InlineData("Wasn't he a teacher?", "Wasn't he a teacher?")]
    [InlineData("whos her husband", "whos her husband")]
    [InlineData("any brothers?", "any brothers?")]
    [InlineData("debut as director", "debut as director")]
    public void Ask_CommandOrKeywords_IsTheQuestionItStandsFor(string text, string expected) => Assert.Equal(expected, QuestionLead.Ask(text));

    [Theory]
    [InlineData("Is she married?", "To whom?", "To whom is she married?")]
    [InlineData("What year was she born?", "Where?", "Where was she born?")]
    [InlineData("How many goats did she keep?", "Why?", "Why did she keep?")]
    [InlineData("Which Italian film did she make?", "When?", "When did she make?")]
    [InlineData("Whose house did she buy?", "when", "when did she buy?")]
    [InlineData("Who lives above the bakery?", "with what animal", "with what animal lives above the bakery?")]
    public void Replace_OtherQuestionWord_TakesThePlaceOfTheFirstAndItsNoun(string question, string word, string expected) => Assert.Equal(expected, QuestionLead.Replace(question, word));
}
