using System.Runtime.InteropServices;
using System.Text;

namespace QaBot.Indexing;

/// <summary>Collects one field's terms passage by passage, then writes its dictionary, postings and norms.</summary>
/// <remarks>A posting is packed as soon as its passage is over: it costs a byte or two and no object.</remarks>
internal sealed class FieldWriter
{
    /// <summary>What a term costs in the file beside its bytes and postings: three integers.</summary>
    private const int TermOverhead = 3 * sizeof(int);

    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<Entry> _entries = [];
    private readonly List<byte> _norms = [];
    private readonly PostingPool _pool = new();
    private long _dictionaryLength;
    private long _totalLength;
    private int _length;

    public FieldWriter() => _lookup = _ids.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>About the bytes that the field will take in the file, never less.</summary>
    public long Size => _pool.Length + _dictionaryLength + _norms.Count;

    /// <summary>Adds a term to the current passage.</summary>
    public void Add(ReadOnlySpan<char> term)
    {
        _length++;
        if (!_lookup.TryGetValue(term, out var id))
        {
            id = _entries.Count;
            _ids.Add(term.ToString(), id);
            _entries.Add(new Entry { Passage = -1, Previous = -1 });
            _dictionaryLength += Encoding.UTF8.GetByteCount(term) + TermOverhead;
        }

        ref var entry = ref CollectionsMarshal.AsSpan(_entries)[id];
        if (entry.Passage == _norms.Count)
        {
            entry.Frequency++;
            return;
        }

        Flush(ref entry);
        entry.Passage = _norms.Count;
        entry.Frequency = 1;
        entry.DocumentFrequency++;
    }

    /// <summary>Ends the current passage.</summary>
    public void EndPassage()
    {
        _norms.Add(Bm25.Norm(_length));
        _totalLength += _length;
        _length = 0;
    }

    /// <summary>Writes the field in the form that <see cref="FieldReader"/> reads; nothing can be added any more.</summary>
    public void WriteTo(BinaryWriter writer)
    {
        var terms = new (byte[] Bytes, int Id)[_ids.Count];
        foreach (var (term, id) in _ids)
        {
            terms[id] = (Encoding.UTF8.GetBytes(term), id);
        }

        Array.Sort(terms, (left, right) => left.Bytes.AsSpan().SequenceCompareTo(right.Bytes));
        var entries = CollectionsMarshal.AsSpan(_entries);
        var postings = new MemoryStream((int)_pool.Length);
        var termEnds = new int[terms.Length];
        var documentFrequencies = new int[terms.Length];
        var postingEnds = new int[terms.Length];
        for (var i = 0; i < terms.Length; i++)
        {
            ref var entry = ref entries[terms[i].Id];
            Flush(ref entry);
            _pool.CopyTo(postings, entry.Postings);
            termEnds[i] = (i == 0 ? 0 : termEnds[i - 1]) + terms[i].Bytes.Length;
            documentFrequencies[i] = entry.DocumentFrequency;
            postingEnds[i] = (int)postings.Length;
        }

        writer.Write(_totalLength);
        Write(writer, CollectionsMarshal.AsSpan(_norms));
        WriteInts(writer, termEnds);
        WriteInts(writer, documentFrequencies);
        WriteInts(writer, postingEnds);
        writer.Write(termEnds.LastOrDefault());
        Array.ForEach(terms, term => writer.Write(term.Bytes));
        Write(writer, postings.GetBuffer().AsSpan(0, (int)postings.Length));
    }

    /// <summary>Packs the posting of the last passage that had the term.</summary>
    private void Flush(ref Entry entry)
    {
        if (entry.Passage > entry.Previous)
        {
            Span<byte> packed = stackalloc byte[PostingList.LongestPosting];
            var length = PostingList.Pack(entry.Passage - entry.Previous, entry.Frequency, packed);
            _pool.Append(ref entry.Postings, packed[..length]);
            entry.Previous = entry.Passage;
        }
    }

    private static void Write(BinaryWriter writer, ReadOnlySpan<byte> bytes)
    {
        writer.Write(bytes.Length);
        writer.Write(bytes);
    }

    private static void WriteInts(BinaryWriter writer, ReadOnlySpan<int> values)
    {
        writer.Write(values.Length);
        foreach (var value in values)
        {
            writer.Write(value);
        }
    }

    /// <summary>A term's state; its last passage is packed only when the next one has come.</summary>
    private struct Entry
    {
        public int Passage;
        public int Frequency;
        public int Previous;
        public int DocumentFrequency;
        public PostingPool.Chain Postings;
    }
}
