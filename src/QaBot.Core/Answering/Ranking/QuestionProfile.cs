using QaBot.Analysis;
using QaBot.Indexing;
using QaBot.Retrieval;

namespace QaBot.Answering.Ranking;

/// <summary>What of a question sentences are compared with: its terms, their weights and their related words.</summary>
internal sealed class QuestionProfile
{
    private readonly Dictionary<string, int> _termAt = new(StringComparer.Ordinal);
    private readonly LexiconEntry[] _related;

    /// <param name="question">The question.</param>
    /// <param name="retrieved">What was retrieved for it.</param>
    /// <param name="index">The index it was retrieved from.</param>
    /// <param name="candidates">The sentences: in a question without capitals, names are what is a name in most of them.</param>
    public QuestionProfile(Question question, Retrieved retrieved, PassageIndex index, IReadOnlyList<Candidate> candidates)
    {
        Terms = [.. retrieved.Terms];
        var words = question.Terms.ToLookup(t => retrieved.Repairs.GetValueOrDefault(t.Term, t.Term), StringComparer.Ordinal);
        var terms = Terms.Select(t => words[t].First());
        if (!question.Text.AsSpan(1).ContainsAnyInRange('A', 'Z'))
        {
            terms = terms.Select((term, i) => term.IsName ? term : term with { IsName = IsMostlyName(Terms[i], candidates) });
        }

        Question = new Question(question.Text, question.Kind, question.Focus, [.. terms], question.AsksForSource) { SubjectTerms = question.SubjectTerms };
        Weights = [.. Terms.Select(t => (double)index.InverseDocumentFrequency(t))];
        _related = [.. Terms.Select(Lexicon.Find)];
        for (var i = 0; i < Terms.Length; i++)
        {
            _termAt.TryAdd(Terms[i], i);
        }

        TotalWeight = Math.Max(1e-9, Weights.Sum());
    }

    /// <summary>The question, with those of its terms that <see cref="Terms"/> has.</summary>
    public Question Question { get; }

    /// <summary>The kind of answer that sentences are ranked by: what confirms or denies is looked for like any statement.</summary>
    public QuestionKind Kind => Question.Kind == QuestionKind.YesNo ? QuestionKind.Phrase : Question.Kind;

    /// <summary>Its terms as looked up: the heaviest, each once, spelling repaired.</summary>
    public string[] Terms { get; }

    /// <summary>The inverse document frequency of each term.</summary>
    public double[] Weights { get; }

    /// <summary>Their sum.</summary>
    public double TotalWeight { get; }

    /// <summary>Whether a term says nothing new: the question has it itself, or it is the subject's name where the question is about the subject.</summary>
    public bool IsKnown(string term) => _termAt.ContainsKey(term) || Question.SubjectTerms.Contains(term);

    /// <summary>The place of a term, or -1.</summary>
    public int IndexOf(string term) => _termAt.GetValueOrDefault(term, -1);

    private static bool IsMostlyName(string term, IReadOnlyList<Candidate> candidates)
    {
        var having = candidates.Where(c => c.Sentence.TermSet.Contains(term)).ToList();
        return having.Count > 0 && having.Count(c => c.Sentence.NameTerms.Contains(term)) * 2 > having.Count;
    }

    /// <summary>Whether a sentence has a word that means the same as a term of the question.</summary>
    public bool HasSynonym(int term, SentenceProfile sentence) =>
        sentence.Synonyms.Contains(Terms[term]) || _related[term].Synonyms.Overlaps(sentence.TermSet);

    /// <summary>Whether a sentence has a word that one is derived from the other.</summary>
    public bool HasDerived(int term, SentenceProfile sentence) =>
        sentence.Derived.Contains(Terms[term]) || _related[term].Derived.Overlaps(sentence.TermSet);

    /// <summary>Whether a sentence has a word that one is a kind of the other.</summary>
    public bool HasKindOf(int term, SentenceProfile sentence) =>
        sentence.Hypernyms.Contains(Terms[term]) || _related[term].Hypernyms.Overlaps(sentence.TermSet);
}
