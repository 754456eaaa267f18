using QaBot.Answering;
using QaBot.Indexing;
using QaBot.Text;

namespace QaBot.Retrieval;

/// <summary>Finds the passages that a question is answered from.</summary>
public sealed class Retriever
{
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

        var query = new PassageQuery(terms, (float)_options.ContextWeight, question.AsksForSource ? null : Zone.Body);
        return new Retrieved(_index.Search(query, count ?? _options.Passages), query, repairs);
    }
}
