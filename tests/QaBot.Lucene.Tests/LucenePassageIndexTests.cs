using System.Text.Json;
using Lucene.Net.Store;
using QaBot.Chunking;
using QaBot.Indexing;
using QaBot.Retrieval;
using QaBot.Testing;
using QaBot.Testing.Indexing;
using QaBot.Text;
using Xunit;

namespace QaBot.Lucene.Tests;

public sealed class LucenePassageIndexTests : PassageIndexConformance
{
    [Fact]
    public void Retrieve_QuestionSet_FindsTheSameTenAsTheEmbeddedEngine()
    {
        var (embedded, lucene) = Both();
        var options = new RetrievalOptions();
        var (expected, actual) = (new Retriever(embedded, options), new Retriever(lucene, options));
        Assert.NotEmpty(Questions);
        foreach (var text in Questions)
        {
            var question = Answering.Question.Parse(text);
            Assert.Equal(expected.Retrieve(question, 10).Hits.Select(hit => hit.Ordinal), actual.Retrieve(question, 10).Hits.Select(hit => hit.Ordinal));
        }
    }

    [Fact]
    public async Task AskAsync_QuestionSet_AnswersAsOverTheEmbeddedEngine()
    {
        var (embedded, lucene) = Both();
        var (expected, actual) = (new QuestionAnswerer(Biography, embedded), new QuestionAnswerer(Biography, lucene));
        foreach (var text in Questions)
        {
            var (one, other) = (await expected.AskAsync(text), await actual.AskAsync(text));
            Assert.Equal((one.Outcome, one.Reason, one.Text, one.ShortAnswer), (other.Outcome, other.Reason, other.Text, other.ShortAnswer));
            Assert.Equal(one.Citations.Select(citation => citation.Span), other.Citations.Select(citation => citation.Span));

            // Lucene adds a passage's scores up in double precision, the embedded engine in single.
            Assert.Equal(one.Confidence, other.Confidence, 1e-6);
            Assert.Equal("lucene", other.Engine.Index);
        }
    }

    protected override IPassageIndex Build(Corpus corpus, ChunkingOptions options) => InMemory(corpus, options);

    private static Corpus Biography { get; } = new([Sources.Biography]);

    private static IReadOnlyList<string> Questions { get; } =
        [.. File.ReadLines(Repository.PathOf("seeds", "questions.jsonl")).Where(line => line.Length > 0).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("question").GetString()!)];

    private static (PassageIndex Embedded, LucenePassageIndex Lucene) Both() =>
        (PassageIndex.Build(Biography, new ChunkingOptions()), InMemory(Biography, new ChunkingOptions()));

    private static LucenePassageIndex InMemory(Corpus corpus, ChunkingOptions options) => LuceneIndexStore.Build(new RAMDirectory(), corpus, options);
}
