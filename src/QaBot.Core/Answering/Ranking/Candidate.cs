using QaBot.Chunking;

namespace QaBot.Answering.Ranking;

/// <summary>A sentence that may answer a question, where it was found.</summary>
/// <param name="Sentence">The sentence.</param>
/// <param name="Passage">The best passage that holds it.</param>
/// <param name="PassageRank">The passage's rank among those retrieved, from 0.</param>
/// <param name="PassageScore">The passage's score as a share of the best one's.</param>
/// <param name="Previous">The sentence before it in the document, or null.</param>
/// <param name="Next">The sentence behind it, or null.</param>
/// <param name="Topic">The terms of what it speaks of without naming it; empty for a sentence that stands by itself.</param>
/// <param name="Work">The terms of the work that "the film" or "it" stands for in the sentence; empty for one without such words.</param>
/// <param name="Surroundings">The terms of the passage and of what its pronouns may refer to.</param>
internal sealed record Candidate(
    SentenceProfile Sentence, Passage Passage, int PassageRank, double PassageScore, SentenceProfile? Previous, SentenceProfile? Next, IReadOnlySet<string> Topic, IReadOnlySet<string> Work, IReadOnlySet<string> Surroundings)
{
    /// <summary>Whether the sentence has a term or speaks of what has it.</summary>
    public bool Resolves(string term) => Sentence.TermSet.Contains(term) || Topic.Contains(term);

    /// <summary>Whether the sentence has a term or speaks of the work that has it.</summary>
    public bool IsOfWork(string term) => Sentence.TermSet.Contains(term) || Work.Contains(term);
}
