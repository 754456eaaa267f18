using System.Text;

namespace QaBot.Indexing;

/// <summary>One field of an index: dictionary, packed postings and norms, and the BM25 scores over them.</summary>
internal sealed class FieldReader
{
    private readonly ReadOnlyMemory<byte> _norms;
    private readonly int[] _termEnds;
    private readonly int[] _documentFrequencies;
    private readonly int[] _postingEnds;
    private readonly ReadOnlyMemory<byte> _dictionary;
    private readonly ReadOnlyMemory<byte> _postings;
    private readonly float[] _denominators;

    /// <summary>Reads what <see cref="FieldWriter.WriteTo"/> wrote.</summary>
    public FieldReader(IndexBuffer buffer)
    {
        var totalLength = buffer.ReadInt64();
        _norms = buffer.ReadBytes();
        _termEnds = buffer.ReadInts();
        _documentFrequencies = buffer.ReadInts();
        _postingEnds = buffer.ReadInts();
        _dictionary = buffer.ReadBytes();
        _postings = buffer.ReadBytes();
        _denominators = Bm25.Denominators(totalLength == 0 ? 1 : (float)(totalLength / (double)_norms.Length));
    }

    /// <summary>Number of different terms.</summary>
    public int TermCount => _termEnds.Length;

    /// <summary>The term of a number, in ordinal order.</summary>
    public string Term(int number) => Encoding.UTF8.GetString(TermBytes(number));

    /// <summary>Passages that have the term of a number.</summary>
    public int DocumentFrequency(int number) => _documentFrequencies[number];

    /// <summary>The number of a term, or -1.</summary>
    public int Find(string term)
    {
        Span<byte> bytes = stackalloc byte[256];
        if (!Encoding.UTF8.TryGetBytes(term, bytes, out var length))
        {
            bytes = Encoding.UTF8.GetBytes(term);
            length = bytes.Length;
        }

        bytes = bytes[..length];
        var number = FirstFrom(bytes);
        return number < TermCount && TermBytes(number).SequenceEqual(bytes) ? number : -1;
    }

    /// <summary>The numbers of the terms that begin with a prefix, in order.</summary>
    public IEnumerable<int> NumbersOf(string prefix)
    {
        var bytes = Encoding.UTF8.GetBytes(prefix);
        for (var number = FirstFrom(bytes); number < TermCount && TermBytes(number).StartsWith(bytes); number++)
        {
            yield return number;
        }
    }

    /// <summary>The number of the first term that is a given one or behind it.</summary>
    private int FirstFrom(ReadOnlySpan<byte> term)
    {
        var (low, high) = (0, TermCount);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = TermBytes(middle).SequenceCompareTo(term) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Adds a term's BM25 score to the score of every passage that has it.</summary>
    public void AddScores(string term, float weight, Span<float> scores)
    {
        var number = Find(term);
        if (number < 0)
        {
            return;
        }

        var factor = Factor(number, weight);
        var norms = _norms.Span;
        Span<float> once = stackalloc float[256];
        for (var norm = 0; norm < once.Length; norm++)
        {
            once[norm] = factor / (1 + _denominators[norm]);
        }

        var postings = Postings(number);
        while (postings.MoveNext())
        {
            var norm = norms[postings.Passage];
            scores[postings.Passage] += postings.Frequency == 1 ? once[norm] : Score(factor, postings.Frequency, norm);
        }
    }

    /// <summary>A term's share of one passage's score, or null where the passage does not have it.</summary>
    public TermShare? Explain(string field, QueryTerm term, float weight, int passage)
    {
        var number = Find(term.Term);
        if (number < 0)
        {
            return null;
        }

        var postings = Postings(number);
        while (postings.MoveNext())
        {
            if (postings.Passage == passage)
            {
                var score = Score(Factor(number, term.Weight * weight), postings.Frequency, _norms.Span[passage]);
                var frequency = _documentFrequencies[number];
                return new TermShare(field, term.Term, postings.Frequency, frequency, Bm25.Idf(frequency, _norms.Length), score);
            }
        }

        return null;
    }

    private float Factor(int number, float weight) => Bm25.Idf(_documentFrequencies[number], _norms.Length) * weight * (Bm25.K1 + 1);

    private float Score(float factor, int frequency, byte norm) => factor * frequency / (frequency + _denominators[norm]);

    private PostingList Postings(int number) => new(Slice(_postings, _postingEnds, number));

    private ReadOnlySpan<byte> TermBytes(int number) => Slice(_dictionary, _termEnds, number);

    private static ReadOnlySpan<byte> Slice(ReadOnlyMemory<byte> bytes, int[] ends, int number)
    {
        var start = number == 0 ? 0 : ends[number - 1];
        return bytes.Span[start..ends[number]];
    }
}
