using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;
using QaBot.Chunking;
using QaBot.Text;
using Directory = Lucene.Net.Store.Directory;

namespace QaBot.Indexing;

/// <summary>A searchable, immutable set of passages in Lucene.Net, as of one commit; safe for concurrent use.</summary>
public sealed class PassageIndex : IDisposable
{
    /// <summary>The engine's name as answers report it.</summary>
    public const string Engine = "lucene";

    private readonly Dictionary<string, Document> _documents;
    private readonly Directory _files;
    private readonly DirectoryReader _reader;
    private readonly IndexSearcher _searcher;

    // Lucene.Net unpacks a block of stored fields for every passage, and opens the dictionary for every term.
    private readonly BoundedCache<int, Passage> _passages = new(capacity: 10_000);
    private readonly BoundedCache<string, int> _documentFrequencies = new(capacity: 10_000, StringComparer.Ordinal);

    static PassageIndex() => BooleanQuery.MaxClauseCount = int.MaxValue;

    /// <summary>Opens the last commit; the directory is disposed of with the index.</summary>
    internal PassageIndex(Corpus corpus, Directory files)
    {
        _documents = corpus.Documents.ToDictionary(document => document.Name, StringComparer.Ordinal);
        _files = files;
        _reader = DirectoryReader.Open(files);
        _searcher = new IndexSearcher(_reader) { Similarity = Similarity };
    }

    /// <summary>Number of passages.</summary>
    public int Count => _reader.MaxDoc;

    /// <summary>The similarity that passages are written and ranked with: Lucene's BM25, where its default is TF-IDF.</summary>
    internal static Similarity Similarity { get; } = new BM25Similarity();

    /// <summary>A passage by its ordinal, from 0, in the order of the documents.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such ordinal.</exception>
    public Passage this[int ordinal]
    {
        get
        {
            Guard(ordinal);
            return _passages.GetOrAdd(ordinal, i => PassageFields.ToPassage(_searcher.Doc(i), _documents));
        }
    }

    /// <summary>Builds an index in memory.</summary>
    /// <param name="corpus">The documents.</param>
    /// <param name="options">How to cut them into passages.</param>
    public static PassageIndex Build(Corpus corpus, ChunkingOptions options)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        ArgumentNullException.ThrowIfNull(options);
        return Build(corpus, options, progress: null, CancellationToken.None);
    }

    /// <summary>The best passages, by falling score, ties by ordinal.</summary>
    /// <param name="query">What to rank by.</param>
    /// <param name="count">At most so many; at least 1.</param>
    public IReadOnlyList<PassageHit> Search(PassageQuery query, int count)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        var filter = query.Zone is { } zone ? new QueryWrapperFilter(new TermQuery(PassageFields.TermOf(zone))) : null;
        var top = _searcher.Search(Disjunction(query), filter, Math.Min(count, Math.Max(1, Count)));
        return [.. top.ScoreDocs.Where(hit => hit.Score > 0).Select(hit => new PassageHit(hit.Doc, this[hit.Doc], hit.Score))];
    }

    /// <summary>Each term's share of one passage's score; terms it does not have are left out.</summary>
    public IReadOnlyList<TermShare> Explain(PassageQuery query, int ordinal)
    {
        ArgumentNullException.ThrowIfNull(query);
        Guard(ordinal);
        return [.. Clauses(query).Select(clause => ShareOf(clause, ordinal)).OfType<TermShare>()];
    }

    /// <summary>Passages whose text has the analysed term.</summary>
    public int DocumentFrequency(string term)
    {
        ArgumentNullException.ThrowIfNull(term);
        return _documentFrequencies.GetOrAdd(term, t => _reader.DocFreq(new Term(PassageFields.Text, t)));
    }

    /// <summary>The analysed term's inverse document frequency as BM25 has it: ln(1 + (N − df + 0.5) / (df + 0.5)).</summary>
    public float InverseDocumentFrequency(string term) => InverseDocumentFrequency(DocumentFrequency(term));

    /// <summary>The terms of the text field with their document frequencies, in ordinal order.</summary>
    /// <param name="prefix">What the terms begin with; all terms when empty.</param>
    public IEnumerable<(string Term, int DocumentFrequency)> Terms(string prefix = "")
    {
        ArgumentNullException.ThrowIfNull(prefix);
        return TermsFrom(new BytesRef(prefix));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _reader.Dispose();
        _files.Dispose();
    }

    /// <summary>Builds an index in memory, with progress from 0 to 1.</summary>
    internal static PassageIndex Build(Corpus corpus, ChunkingOptions options, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var files = new RAMDirectory();
        PassageIndexWriter.Write(files, corpus, options, stored: null, progress, cancellationToken);
        return new PassageIndex(corpus, files);
    }

    private static BooleanQuery Disjunction(PassageQuery query)
    {
        var any = new BooleanQuery();
        foreach (var (term, weight) in Clauses(query))
        {
            any.Add(new TermQuery(term) { Boost = weight }, Occur.SHOULD);
        }

        return any;
    }

    /// <summary>The terms in the text, then the same in the context.</summary>
    private static IEnumerable<(Term Term, float Weight)> Clauses(PassageQuery query)
    {
        var text = query.Terms.Select(term => (new Term(PassageFields.Text, term.Term), term.Weight));
        return query.ContextWeight > 0
            ? text.Concat(query.Terms.Select(term => (new Term(PassageFields.Context, term.Term), term.Weight * query.ContextWeight)))
            : text;
    }

    private TermShare? ShareOf((Term Term, float Weight) clause, int ordinal)
    {
        var postings = MultiFields.GetTermDocsEnum(_reader, liveDocs: null, clause.Term.Field, clause.Term.Bytes);
        if (postings?.Advance(ordinal) != ordinal)
        {
            return null;
        }

        var documentFrequency = _reader.DocFreq(clause.Term);
        var score = _searcher.Explain(new TermQuery(clause.Term) { Boost = clause.Weight }, ordinal).Value;
        return new TermShare(clause.Term.Field, clause.Term.Text, postings.Freq, documentFrequency, InverseDocumentFrequency(documentFrequency), score);
    }

    private float InverseDocumentFrequency(int documentFrequency) => (float)Math.Log(1 + ((Count - documentFrequency + 0.5) / (documentFrequency + 0.5)));

    private List<(string Term, int DocumentFrequency)> TermsFrom(BytesRef prefix)
    {
        var terms = new List<(string, int)>();
        var all = MultiFields.GetTerms(_reader, PassageFields.Text)?.GetEnumerator();
        if (all is null || all.SeekCeil(prefix) == TermsEnum.SeekStatus.END)
        {
            return terms;
        }

        do
        {
            if (!StringHelper.StartsWith(all.Term, prefix))
            {
                break;
            }

            terms.Add((all.Term.Utf8ToString(), all.DocFreq));
        }
        while (all.MoveNext());
        return terms;
    }

    private void Guard(int ordinal, [CallerArgumentExpression(nameof(ordinal))] string? name = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(ordinal, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(ordinal, Count, name);
    }
}
