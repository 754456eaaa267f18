using QaBot.Analysis;
using QaBot.Answering;
using QaBot.Indexing;
using QaBot.Text;

namespace QaBot.Retrieval;

/// <summary>Finds the passages that a question is answered from.</summary>
public sealed class Retriever
{
    private const int MostRelated = 8;

    /// <summary>What a related word counts against a word of the question.</summary>
    private const float RelatedWeight = 0.2f;

    private readonly IPassageIndex _index;
    private readonly RetrievalOptions _options;
    private readonly SpellingRepairer _repairer;

    /// <summary>Creates a retriever over an index.</summary>
    public Retriever(IPassageIndex index, RetrievalOptions options)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(options);
        _index = index;
        _options = options;
        _repairer = new SpellingRepairer(index);
    }

    /// <summary>The best passages for a question; references only when it asks for a source.</summary>
    /// <param name="question">The question.</param>
    /// <param name="count">At most so many; null for the options' number.</param>
    public Retrieved Retrieve(Question question, int? count = null)
    {
        ArgumentNullException.ThrowIfNull(question);
        var repairs = new Dictionary<string, string>(StringComparer.Ordinal);
        var terms = new List<QueryTerm>(question.Terms.Count);
        foreach (var term in question.Terms)
        {
            if (_options.RepairSpelling && _index.DocumentFrequency(term.Term) == 0 && _repairer.Repair(term.Term) is { } repaired)
            {
                repairs[term.Term] = repaired;
            }

            terms.Add(new QueryTerm(repairs.GetValueOrDefault(term.Term, term.Term)));
        }

        terms.AddRange(Related(terms));
        var query = new PassageQuery(terms, (float)_options.ContextWeight, question.AsksForSource ? null : Zone.Body);
        return new Retrieved(_index.Search(query, count ?? _options.Passages), query, repairs);
    }

    /// <summary>Related words of the terms that the index has: what asks for a husband finds what says married.</summary>
    private List<QueryTerm> Related(List<QueryTerm> terms)
    {
        var asked = terms.Select(t => t.Term).ToHashSet(StringComparer.Ordinal);
        return [.. asked.Select(Lexicon.Find)
            .SelectMany(entry => entry.Synonyms.Concat(entry.Derived).Where(t => !asked.Contains(t) && _index.DocumentFrequency(t) > 0).Order(StringComparer.Ordinal).Take(MostRelated))
            .Distinct().Select(t => new QueryTerm(t, RelatedWeight))];
    }
}
