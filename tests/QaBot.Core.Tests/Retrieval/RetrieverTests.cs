using QaBot.Answering;
using QaBot.Answering.Candidates;
using QaBot.Chunking;
using QaBot.Indexing;
using QaBot.Retrieval;
using QaBot.Text;
using Xunit;

namespace QaBot.Core.Tests.Retrieval;

public sealed class RetrieverTests
{
    private static readonly PassageIndex Index = PassageIndex.Build(
        new Corpus([Document.FromText("a.txt", "A painter painted. The painter was at the conservatoire in 1984.")]), new ChunkingOptions());

    private static readonly Retriever Retriever = new(Index, new RetrievalOptions(), _ => false);

    [Fact]
    public void Retrieve_WordsRepairedToOneTerm_CountOnce()
    {
        var question = Question.Parse("Which paintar was the paintur, a painter?");

        var retrieved = Retriever.Retrieve(question);
        var asked = new AskedWords(question, retrieved, Index);

        var painter = Index.Terms("painter").Single().Term;
        Assert.Equal([painter], retrieved.Terms);
        Assert.Equal(painter, Assert.Single(retrieved.Query.Terms, t => t.Weight == 1).Term);
        Assert.Equal([painter], asked.Terms);
    }

    [Theory]
    [InlineData("who was the paintar at the conservatoirr", "who was the painter at the conservatoire")]
    [InlineData("Who painted?", "Who painted?")]
    public void Wording_MisspeltWord_IsAsThePassagesHaveIt(string text, string expected)
    {
        var question = Question.Parse(text);

        Assert.Equal(expected, new AskedWords(question, Retriever.Retrieve(question), Index).Wording);
    }

    [Fact]
    public void Retrieve_WordSalad_SearchesForTheRarestTerms()
    {
        var question = Question.Parse("painter " + string.Join(' ', Enumerable.Range(1000, 300)));

        var retrieved = Retriever.Retrieve(question);
        var asked = new AskedWords(question, retrieved, Index);

        Assert.Equal(301, question.Terms.Count);
        Assert.Equal(Enumerable.Range(1000, Retriever.MostTerms).Select(i => $"{i}"), retrieved.Query.Terms.Select(t => t.Term));
        Assert.Equal(retrieved.Terms, asked.Terms);
    }

    [Fact]
    public void Retrieve_ManyUnknownWords_RepairsTheFirst()
    {
        var question = Question.Parse(string.Join(' ', Enumerable.Range('a', 20).Select(c => $"paint{(char)c}r")));

        Assert.Equal(10, Retriever.Retrieve(question).Repairs.Count);
    }
}
