using System.Runtime.InteropServices;
using System.Text;

namespace QaBot.Indexing;

/// <summary>Collects one field's terms passage by passage, then writes its dictionary, postings and norms.</summary>
/// <remarks>
/// Occurrences are kept in passage order as (term, frequency) pairs and inverted at the end by a counting sort, so that a posting costs a
/// few bytes and no object.
/// </remarks>
internal sealed class FieldWriter
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<string> _terms = [];
    private readonly List<int> _documentFrequencies = [];
    private readonly List<int> _lastSlots = [];
    private readonly List<int> _postingTerms = [];
    private readonly List<int> _postingFrequencies = [];
    private readonly List<int> _passageStarts = [0];
    private readonly List<byte> _norms = [];
    private long _totalLength;
    private int _length;

    public FieldWriter() => _lookup = _ids.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Adds a term to the current passage.</summary>
    public void Add(ReadOnlySpan<char> term)
    {
        _length++;
        if (!_lookup.TryGetValue(term, out var id))
        {
            id = _terms.Count;
            var text = term.ToString();
            _ids.Add(text, id);
            _terms.Add(text);
            _documentFrequencies.Add(0);
            _lastSlots.Add(-1);
        }

        ref var slot = ref CollectionsMarshal.AsSpan(_lastSlots)[id];
        if (slot >= _passageStarts[^1])
        {
            CollectionsMarshal.AsSpan(_postingFrequencies)[slot]++;
            return;
        }

        slot = _postingTerms.Count;
        _postingTerms.Add(id);
        _postingFrequencies.Add(1);
        CollectionsMarshal.AsSpan(_documentFrequencies)[id]++;
    }

    /// <summary>Ends the current passage.</summary>
    public void EndPassage()
    {
        _norms.Add(Bm25.Norm(_length));
        _totalLength += _length;
        _length = 0;
        _passageStarts.Add(_postingTerms.Count);
    }

    /// <summary>Writes the field in the form that <see cref="FieldReader"/> reads.</summary>
    public void WriteTo(BinaryWriter writer)
    {
        var (starts, passages, frequencies) = Invert();
        var encoded = _terms.ConvertAll(Encoding.UTF8.GetBytes);
        var order = Enumerable.Range(0, encoded.Count).ToArray();
        Array.Sort(order, (left, right) => encoded[left].AsSpan().SequenceCompareTo(encoded[right]));

        var dictionary = new MemoryStream();
        var postings = new MemoryStream(_postingTerms.Count * 2);
        var termEnds = new int[order.Length];
        var postingEnds = new int[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            var id = order[i];
            dictionary.Write(encoded[id]);
            termEnds[i] = (int)dictionary.Length;
            PostingList.Write(postings, passages.AsSpan(starts[id]..EndOf(id)), frequencies.AsSpan(starts[id]..EndOf(id)));
            postingEnds[i] = checked((int)postings.Length);
        }

        writer.Write(_totalLength);
        Write(writer, CollectionsMarshal.AsSpan(_norms));
        WriteInts(writer, termEnds);
        WriteInts(writer, [.. order.Select(id => _documentFrequencies[id])]);
        WriteInts(writer, postingEnds);
        Write(writer, dictionary.GetBuffer().AsSpan(0, (int)dictionary.Length));
        Write(writer, postings.GetBuffer().AsSpan(0, (int)postings.Length));

        int EndOf(int id) => starts[id] + _documentFrequencies[id];
    }

    private (int[] Starts, int[] Passages, int[] Frequencies) Invert()
    {
        var starts = new int[_terms.Count];
        for (var id = 1; id < starts.Length; id++)
        {
            starts[id] = starts[id - 1] + _documentFrequencies[id - 1];
        }

        var next = starts.ToArray();
        var passages = new int[_postingTerms.Count];
        var frequencies = new int[_postingTerms.Count];
        for (var passage = 0; passage + 1 < _passageStarts.Count; passage++)
        {
            for (var slot = _passageStarts[passage]; slot < _passageStarts[passage + 1]; slot++)
            {
                var place = next[_postingTerms[slot]]++;
                passages[place] = passage;
                frequencies[place] = _postingFrequencies[slot];
            }
        }

        return (starts, passages, frequencies);
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
}
