using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Util;
using QaBot.Chunking;
using QaBot.Indexing;
using QaBot.Text;
using Directory = Lucene.Net.Store.Directory;

namespace QaBot.Lucene;

/// <summary>Lucene.Net's engine: BM25 over the passages of a directory, seen as of its last commit that was made from the same corpus and options.</summary>
/// <remarks>Safe for concurrent use. Another process may write the directory: what it commits is served from the next second on.</remarks>
public sealed class LucenePassageIndex : IPassageIndex, IDisposable
{
    private static readonly TimeSpan RefreshInterval = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, Document> _documents;
    private readonly Directory _directory;
    private readonly SearcherManager _searchers;
    private readonly TimeProvider _time;
    private long _refreshed;

    static LucenePassageIndex() => BooleanQuery.MaxClauseCount = int.MaxValue;

    /// <summary>Opens the last commit; the directory is disposed of with the index.</summary>
    /// <exception cref="StaleCommitException">It was made from another corpus, with other options or by another build.</exception>
    internal LucenePassageIndex(Corpus corpus, IndexHeader header, Directory directory, TimeProvider? time = null)
    {
        _documents = corpus.Documents.ToDictionary(document => document.Name, StringComparer.Ordinal);
        _directory = directory;
        _time = time ?? TimeProvider.System;
        _refreshed = _time.GetTimestamp();
        _searchers = new SearcherManager(directory, new CommitSearchers(header));
        Count = Read(searcher => searcher.IndexReader.MaxDoc);
    }

    /// <summary>The similarity that passages are written and ranked with: Lucene's BM25, where its default is TF-IDF.</summary>
    internal static Similarity Similarity { get; } = new BM25Similarity();

    /// <summary>The number of the commit that is served.</summary>
    internal long Generation => Read(searcher => ((DirectoryReader)searcher.IndexReader).IndexCommit.Generation);

    /// <inheritdoc/>
    public string Engine => "lucene";

    /// <inheritdoc/>
    public int Count { get; }

    /// <inheritdoc/>
    public Passage this[int ordinal]
    {
        get
        {
            Guard(ordinal);
            return Read(searcher => PassageAt(searcher, ordinal));
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<PassageHit> Search(PassageQuery query, int count)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        Refresh();
        var filter = query.Zone is { } zone ? new QueryWrapperFilter(new TermQuery(PassageFields.TermOf(zone))) : null;
        return Read(searcher =>
        {
            var top = searcher.Search(Disjunction(query), filter, Math.Min(count, Math.Max(1, Count)));
            return top.ScoreDocs.Where(hit => hit.Score > 0).Select(hit => new PassageHit(hit.Doc, PassageAt(searcher, hit.Doc), hit.Score)).ToList();
        });
    }

    /// <inheritdoc/>
    public IReadOnlyList<TermShare> Explain(PassageQuery query, int ordinal)
    {
        ArgumentNullException.ThrowIfNull(query);
        Guard(ordinal);
        return Read(searcher => Clauses(query).Select(clause => ShareOf(searcher, clause, ordinal)).OfType<TermShare>().ToList());
    }

    /// <inheritdoc/>
    public int DocumentFrequency(string term)
    {
        ArgumentNullException.ThrowIfNull(term);
        return Read(searcher => searcher.IndexReader.DocFreq(new Term(PassageFields.Text, term)));
    }

    /// <inheritdoc/>
    public IEnumerable<(string Term, int DocumentFrequency)> Terms(string prefix = "")
    {
        ArgumentNullException.ThrowIfNull(prefix);
        return Read(searcher => TermsOf(searcher.IndexReader, new BytesRef(prefix)));
    }

    /// <summary>Takes up what has been committed since, if it was made from the same corpus and options; looks at most once a second.</summary>
    internal void Refresh()
    {
        var seen = Volatile.Read(ref _refreshed);
        if (_time.GetElapsedTime(seen) < RefreshInterval || Interlocked.CompareExchange(ref _refreshed, _time.GetTimestamp(), seen) != seen)
        {
            return;
        }

        try
        {
            _searchers.MaybeRefresh();
        }
        catch (Exception e) when (e is StaleCommitException or IOException or UnauthorizedAccessException)
        {
            // What is open stays open, and is right for the corpus that this index was opened for.
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _searchers.Dispose();
        _directory.Dispose();
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

    private static TermShare? ShareOf(IndexSearcher searcher, (Term Term, float Weight) clause, int ordinal)
    {
        var frequency = FrequencyOf(searcher.IndexReader, clause.Term, ordinal);
        if (frequency == 0)
        {
            return null;
        }

        var statistics = searcher.TermStatistics(clause.Term, TermContext.Build(searcher.TopReaderContext, clause.Term));
        var idf = ((BM25Similarity)Similarity).IdfExplain(searcher.CollectionStatistics(clause.Term.Field), statistics).Value;
        var score = searcher.Explain(new TermQuery(clause.Term) { Boost = clause.Weight }, ordinal).Value;
        return new TermShare(clause.Term.Field, clause.Term.Text, frequency, (int)statistics.DocFreq, idf, score);
    }

    private static int FrequencyOf(IndexReader reader, Term term, int ordinal)
    {
        var postings = MultiFields.GetTermDocsEnum(reader, liveDocs: null, term.Field, term.Bytes);
        return postings?.Advance(ordinal) == ordinal ? postings.Freq : 0;
    }

    private static List<(string Term, int DocumentFrequency)> TermsOf(IndexReader reader, BytesRef prefix)
    {
        var terms = new List<(string, int)>();
        var all = MultiFields.GetTerms(reader, PassageFields.Text)?.GetEnumerator();
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

    private Passage PassageAt(IndexSearcher searcher, int ordinal) => PassageFields.ToPassage(searcher.Doc(ordinal), _documents);

    private T Read<T>(Func<IndexSearcher, T> read)
    {
        var searcher = _searchers.Acquire();
        try
        {
            return read(searcher);
        }
        finally
        {
            _searchers.Release(searcher);
        }
    }

    private void Guard(int ordinal, [CallerArgumentExpression(nameof(ordinal))] string? name = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(ordinal, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(ordinal, Count, name);
    }

    /// <summary>Searchers that rank by BM25, over commits made from one corpus with one set of options.</summary>
    private sealed class CommitSearchers(IndexHeader header) : SearcherFactory
    {
        public override IndexSearcher NewSearcher(IndexReader reader)
        {
            if (CommitHeader.FaultOf((DirectoryReader)reader, header) is { } fault)
            {
                throw new StaleCommitException(fault);
            }

            return new IndexSearcher(reader) { Similarity = Similarity };
        }
    }
}
