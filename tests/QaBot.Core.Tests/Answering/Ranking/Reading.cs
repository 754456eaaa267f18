using QaBot.Analysis;
using QaBot.Answering;
using QaBot.Answering.Ranking;
using QaBot.Chunking;
using QaBot.Indexing;
using QaBot.Retrieval;
using QaBot.Text;

namespace QaBot.Core.Tests.Answering.Ranking;

/// <summary>A text and a question as the rankers see them.</summary>
internal sealed class Reading
{
    public Reading(string text, string question, RetrievalOptions? options = null)
    {
        var corpus = new Corpus([Document.FromText("a.txt", text)]);
        Index = PassageIndex.Build(corpus, new ChunkingOptions());
        var parsed = Question.Parse(question);
        var retrieved = new Retriever(Index, options ?? new RetrievalOptions()).Retrieve(parsed);
        Candidates = new CandidateFinder(Index).Find(retrieved.Hits);
        Profile = new QuestionProfile(parsed, retrieved, Index, Candidates);
    }

    public PassageIndex Index { get; }

    public QuestionProfile Profile { get; }

    public List<Candidate> Candidates { get; }

    /// <summary>The candidate that has a text in it.</summary>
    public Candidate Candidate(string part) => Candidates.Single(c => c.Sentence.Text.Contains(part, StringComparison.Ordinal));

    public static string Stem(string word) => EnglishAnalyzer.Analyze(word)[0].Term;
}
