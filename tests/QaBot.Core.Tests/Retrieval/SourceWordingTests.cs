using QaBot.Chunking;
using QaBot.Indexing;
using QaBot.Retrieval;
using QaBot.Text;
using Xunit;

namespace QaBot.Core.Tests.Retrieval;

public sealed class SourceWordingTests
{
    [Theory]
    [InlineData("She sent an e-mail.", "Who sent the email?", "Who sent the e-mail?")]
    [InlineData("She sent an email.", "Who sent the e-mail?", "Who sent the email?")]
    [InlineData("They cooperate.", "Do they co-operate?", "Do they cooperate?")]
    [InlineData("The data base is old.", "Where is the database?", "Where is the data base?")]
    [InlineData("The database is old.", "Where is the data base?", "Where is the database?")]
    [InlineData("The U.N. met.", "When did the UN meet?", "When did the U.N met?")]
    [InlineData("The USA won.", "When did the U.S.A. win?", "When did the USA won?")]
    [InlineData("The mice ran.", "Where did the mouse run?", "Where did the mice ran?")]
    [InlineData("Mr Lund built it.", "What did Lund build?", "What did Lund built?")]
    [InlineData("A child came.", "When did Children come?", "When did Child came?")]
    [InlineData("They build it and built it.", "What did they build?", "What did they build?")]
    [InlineData("Nothing of it.", "Who sent the email?", "Who sent the email?")]
    public void Rewrite_Question_HasTheWordsOfTheSource(string source, string question, string expected)
    {
        var corpus = new Corpus([Document.FromText("a.txt", source)]);
        using var index = PassageIndex.Build(corpus, new ChunkingOptions());

        Assert.Equal(expected, new SourceWording(corpus, index).Rewrite(question));
    }

    [Fact]
    public void WordForms_EveryWordButThoseOfTwoVerbs_StandsInOneLine()
    {
        var words = WordList.Lines("Analysis/word-forms.txt").SelectMany(line => line.Words.Distinct(StringComparer.Ordinal)).ToList();

        Assert.InRange(words.Count, 400, int.MaxValue);
        Assert.Equal(["found", "lay"], words.CountBy(word => word, StringComparer.Ordinal).Where(pair => pair.Value > 1).Select(pair => pair.Key).Order(StringComparer.Ordinal));
    }
}
