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

    /// <summary>A question is searched for, and sentences are ranked, by its heaviest terms alone: so many, by inverse document frequency.</summary>
    public const int MostTerms = 40;

    private const int MostRepairs = 10;
    private readonly PassageIndex _index;
    private readonly RetrievalOptions _options;
    private readonly SpellingRepairer _repairer;

    /// <summary>Creates a retriever over an index.</summary>
    /// <param name="index">The index.</param>
    /// <param name="options">How it retrieves.</param>
    /// <param name="isWord">Whether English has a lower-case word or name, in any of its forms, as <see cref="Reading.SpanReader.HasWord"/> tells: what it has is not misspelt.</param>
    public Retriever(PassageIndex index, RetrievalOptions options, Func<string, bool> isWord)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(isWord);
        _index = index;
        _options = options;
        _repairer = new SpellingRepairer(index, isWord);
    }

    /// <summary>The best passages for a question; references only when it asks for a source.</summary>
    /// <param name="question">The question.</param>
    /// <param name="count">At most so many; null for the options' number.</param>
    /// <param name="cancellationToken">Stops between the repairs of two words.</param>
    public Retrieved Retrieve(Question question, int? count = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(question);
        var repairs = _options.RepairSpelling ? Repairs(question, cancellationToken) : [];
        var terms = question.Terms.Select(term => repairs.GetValueOrDefault(term.Term, term.Term)).Distinct(StringComparer.Ordinal).ToList();
        var heaviest = terms.OrderBy(_index.DocumentFrequency).Take(MostTerms).ToHashSet(StringComparer.Ordinal);
        var asked = terms.Where(heaviest.Contains).ToList();
        var query = new PassageQuery([.. asked.Select(term => new QueryTerm(term)), .. Related(asked)], (float)_options.ContextWeight, question.AsksForSource ? null : Zone.Body);
        return new Retrieved(_index.Search(query, count ?? _options.Passages), query, asked, repairs);
    }

    /// <summary>Related words of the terms that the index has: what asks for a husband finds what says married.</summary>
    private IEnumerable<QueryTerm> Related(List<string> asked) => asked.Select(Lexicon.Find)
        .SelectMany(entry => entry.Synonyms.Concat(entry.Derived).Where(t => !asked.Contains(t) && _index.DocumentFrequency(t) > 0).Order(StringComparer.Ordinal).Take(MostRelated))
        .Distinct(StringComparer.Ordinal).Select(term => new QueryTerm(term, RelatedWeight));

    private Dictionary<string, string> Repairs(Question question, CancellationToken cancellationToken)
    {
        var repairs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var term in question.Terms.Where(t => _index.DocumentFrequency(t.Term) == 0).Take(MostRepairs))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_repairer.Repair(term) is { } repaired)
            {
                repairs.Add(term.Term, repaired);
            }
        }

        return repairs;
    }
}
