using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using QaBot.Chunking;
using QaBot.Text;

namespace QaBot.Indexing;

/// <summary>The embedded engine: an immutable index in memory, ranked term at a time over packed postings.</summary>
public sealed class PassageIndex : IPassageIndex
{
    private readonly Corpus _corpus;
    private readonly int[] _documentEnds;
    private readonly string[] _names;
    private readonly Zone[] _zones;
    private readonly int[] _contexts;
    private readonly int[] _sentenceEnds;
    private readonly TextSpan[] _sentences;
    private readonly FieldReader _text;
    private readonly FieldReader _context;
    private readonly ConcurrentBag<float[]> _accumulators = [];

    private PassageIndex(Corpus corpus, IndexBuffer buffer)
    {
        _corpus = corpus;
        _documentEnds = new int[buffer.ReadInt32()];
        for (var i = 0; i < _documentEnds.Length; i++)
        {
            buffer.ReadString();
            _documentEnds[i] = (i == 0 ? 0 : _documentEnds[i - 1]) + buffer.ReadInt32();
        }

        _names = new string[buffer.ReadInt32()];
        for (var i = 0; i < _names.Length; i++)
        {
            _names[i] = buffer.ReadString();
        }

        Count = _documentEnds.Length == 0 ? 0 : _documentEnds[^1];
        _zones = new Zone[Count];
        _contexts = new int[Count * 3];
        _sentenceEnds = new int[Count];
        _sentences = new TextSpan[buffer.ReadInt32()];
        ReadPassages(new IndexBuffer(buffer.ReadBytes()));
        _text = new FieldReader(buffer);
        _context = new FieldReader(buffer);
    }

    /// <inheritdoc/>
    public string Engine => "embedded";

    /// <inheritdoc/>
    public int Count { get; }

    /// <inheritdoc/>
    public Passage this[int ordinal]
    {
        get
        {
            Guard(ordinal);
            var document = DocumentOf(ordinal);
            var number = ordinal - (document == 0 ? 0 : _documentEnds[document - 1]) + 1;
            var sentences = _sentences[(ordinal == 0 ? 0 : _sentenceEnds[ordinal - 1]).._sentenceEnds[ordinal]];
            return new Passage(_corpus.Documents[document], number, _zones[ordinal], sentences, ContextOf(ordinal));
        }
    }

    /// <summary>Builds an index in memory.</summary>
    /// <param name="corpus">The documents.</param>
    /// <param name="options">How to cut them into passages.</param>
    public static PassageIndex Build(Corpus corpus, ChunkingOptions options)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        ArgumentNullException.ThrowIfNull(options);
        return Trusted(corpus, PassageIndexWriter.Build(corpus, options, progress: null, CancellationToken.None));
    }

    /// <inheritdoc/>
    public IReadOnlyList<PassageHit> Search(PassageQuery query, int count)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        if (!_accumulators.TryTake(out var scores))
        {
            scores = new float[Count];
        }

        foreach (var term in query.Terms)
        {
            _text.AddScores(term.Term, term.Weight, scores);
            if (query.ContextWeight > 0)
            {
                _context.AddScores(term.Term, term.Weight * query.ContextWeight, scores);
            }
        }

        var top = new TopScores(Math.Min(count, Math.Max(1, Count)));
        top.TakeAll(scores, query.Zone is { } zone ? ordinal => _zones[ordinal] == zone : null);
        _accumulators.Add(scores);
        return [.. top.Descending().Select(hit => new PassageHit(hit.Ordinal, this[hit.Ordinal], hit.Score))];
    }

    /// <inheritdoc/>
    public IReadOnlyList<TermShare> Explain(PassageQuery query, int ordinal)
    {
        ArgumentNullException.ThrowIfNull(query);
        Guard(ordinal);
        var shares = query.Terms.Select(term => _text.Explain("text", term, 1, ordinal));
        if (query.ContextWeight > 0)
        {
            shares = shares.Concat(query.Terms.Select(term => _context.Explain("context", term, query.ContextWeight, ordinal)));
        }

        return [.. shares.OfType<TermShare>()];
    }

    /// <inheritdoc/>
    public int DocumentFrequency(string term)
    {
        ArgumentNullException.ThrowIfNull(term);
        return _text.Find(term) is var number and >= 0 ? _text.DocumentFrequency(number) : 0;
    }

    /// <inheritdoc/>
    public IEnumerable<(string Term, int DocumentFrequency)> Terms(string prefix = "")
    {
        ArgumentNullException.ThrowIfNull(prefix);
        return _text.NumbersOf(prefix).Select(number => (_text.Term(number), _text.DocumentFrequency(number)));
    }

    /// <summary>Reads an index that this process has just built.</summary>
    internal static PassageIndex Trusted(Corpus corpus, byte[] bytes)
    {
        var buffer = new IndexBuffer(Body(bytes));
        buffer.ReadString();
        buffer.ReadString();
        return new PassageIndex(corpus, buffer);
    }

    /// <summary>Reads an index from its file's bytes, if it is whole and was built from this corpus with these options.</summary>
    /// <param name="corpus">The corpus to answer from.</param>
    /// <param name="header">What the index must have been built from.</param>
    /// <param name="bytes">The file's bytes.</param>
    /// <param name="fault">Why it cannot be served, as the end of a sentence; null when it can.</param>
    internal static PassageIndex? Read(Corpus corpus, IndexHeader header, byte[] bytes, out string? fault)
    {
        fault = FaultOf(bytes);
        if (fault is not null)
        {
            return null;
        }

        var buffer = new IndexBuffer(Body(bytes));
        if (buffer.ReadString() != header.CorpusHash)
        {
            fault = "the corpus has changed";
        }
        else if (buffer.ReadString() != header.Options)
        {
            fault = "it was built with other options or by another build of the program";
        }

        return fault is null ? new PassageIndex(corpus, buffer) : null;
    }

    private static string? FaultOf(ReadOnlySpan<byte> bytes)
    {
        var versionAt = PassageIndexWriter.Magic.Length;
        var hashAt = versionAt + sizeof(int);
        var bodyAt = hashAt + SHA256.HashSizeInBytes;
        if (!bytes.StartsWith(PassageIndexWriter.Magic[..Math.Min(versionAt, bytes.Length)]))
        {
            return "the file there is no index";
        }

        if (bytes.Length < bodyAt)
        {
            return "it is cut short";
        }

        if (BinaryPrimitives.ReadInt32LittleEndian(bytes[versionAt..]) != PassageIndexWriter.FormatVersion)
        {
            return "it has another format";
        }

        return SHA256.HashData(bytes[bodyAt..]).AsSpan().SequenceEqual(bytes[hashAt..bodyAt]) ? null : "it is damaged";
    }

    private static ReadOnlyMemory<byte> Body(byte[] bytes) =>
        bytes.AsMemory(PassageIndexWriter.Magic.Length + sizeof(int) + SHA256.HashSizeInBytes);

    private void Guard(int ordinal, [CallerArgumentExpression(nameof(ordinal))] string? name = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(ordinal, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(ordinal, Count, name);
    }

    /// <summary>The first document that ends behind the ordinal; one without passages ends where the one before does.</summary>
    private int DocumentOf(int ordinal)
    {
        var (low, high) = (0, _documentEnds.Length - 1);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = _documentEnds[middle] <= ordinal ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private void ReadPassages(IndexBuffer passages)
    {
        var sentence = 0;
        for (var ordinal = 0; ordinal < Count; ordinal++)
        {
            _zones[ordinal] = (Zone)passages.ReadByte();
            for (var part = 0; part < 3; part++)
            {
                _contexts[(ordinal * 3) + part] = passages.ReadPackedInt();
            }

            var count = passages.ReadPackedInt();
            var position = passages.ReadPackedInt();
            for (var i = 0; i < count; i++)
            {
                var start = position + passages.ReadPackedInt();
                position = start + passages.ReadPackedInt();
                _sentences[sentence++] = new TextSpan(start, position);
            }

            _sentenceEnds[ordinal] = sentence;
        }
    }

    private PassageContext ContextOf(int ordinal)
    {
        return new PassageContext(Part(0), Part(1), Part(2));

        string? Part(int part) => _contexts[(ordinal * 3) + part] is var name and > 0 ? _names[name] : null;
    }
}
