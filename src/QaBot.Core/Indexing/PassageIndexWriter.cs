using System.Runtime.InteropServices;
using System.Security.Cryptography;
using QaBot.Analysis;
using QaBot.Chunking;
using QaBot.Text;

namespace QaBot.Indexing;

/// <summary>Builds the bytes of an index.</summary>
/// <remarks>
/// A file is the magic word, the format version, the SHA-256 of the rest, and the rest: header, documents, passages, the text field, the
/// context field. The same corpus and options give the same bytes.
/// </remarks>
internal sealed class PassageIndexWriter : IDisposable
{
    /// <summary>Changes with the layout of the file.</summary>
    public const int FormatVersion = 1;

    /// <summary>Bytes of postings, dictionaries and passages at most; a quarter as many as the addresses in the file could reach.</summary>
    public const long LargestIndex = 1L << 29;

    private const string ContextNone = "";
    private readonly long _limit;
    private readonly FieldWriter _text = new();
    private readonly FieldWriter _context = new();
    private readonly MemoryStream _passages = new();
    private readonly BinaryWriter _writer;
    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal) { [ContextNone] = 0 };
    private readonly List<int> _counts = [];
    private int _sentences;

    private PassageIndexWriter(long limit)
    {
        _limit = limit;
        _writer = new BinaryWriter(_passages);
    }

    /// <summary>The eight bytes every index begins with.</summary>
    public static ReadOnlySpan<byte> Magic => "QABOTIDX"u8;

    /// <summary>Builds the index of a corpus.</summary>
    /// <param name="corpus">The documents.</param>
    /// <param name="options">How to cut them.</param>
    /// <param name="progress">Told the share that is done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the building; nothing is left behind.</param>
    /// <param name="limit">Bytes at most.</param>
    /// <exception cref="CorpusException">The index would be larger than that.</exception>
    public static byte[] Build(
        Corpus corpus, ChunkingOptions options, IProgress<double>? progress, CancellationToken cancellationToken, long limit = LargestIndex)
    {
        using var index = new PassageIndexWriter(limit);
        var done = 0L;
        var total = Math.Max(1, corpus.Documents.Sum(d => (long)d.Text.Length));
        foreach (var document in corpus.Documents)
        {
            var count = 0;
            foreach (var passage in Chunker.Chunk(document, options))
            {
                cancellationToken.ThrowIfCancellationRequested();
                index.Add(passage);
                if (++count % 256 == 0)
                {
                    progress?.Report((done + passage.Span.End) / (double)total);
                }
            }

            index._counts.Add(count);
            done += document.Text.Length;
            progress?.Report(done / (double)total);
        }

        return index.ToBytes(corpus, IndexHeader.Of(corpus, options));
    }

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();

    private void Add(Passage passage)
    {
        AddTerms(_text, passage.Document.Text.AsSpan(passage.Span.Start, passage.Span.Length));
        AddTerms(_context, passage.Context.ToString());
        _writer.Write((byte)passage.Zone);
        _writer.Write7BitEncodedInt(Name(passage.Context.Work));
        _writer.Write7BitEncodedInt(Name(passage.Context.Person));
        _writer.Write7BitEncodedInt(Name(passage.Context.Year));
        _writer.Write7BitEncodedInt(passage.Sentences.Count);
        _writer.Write7BitEncodedInt(passage.Span.Start);
        var position = passage.Span.Start;
        foreach (var sentence in passage.Sentences)
        {
            _writer.Write7BitEncodedInt(sentence.Start - position);
            _writer.Write7BitEncodedInt(sentence.Length);
            position = sentence.End;
        }

        _sentences += passage.Sentences.Count;
        if (_text.Size + _context.Size + _passages.Length > _limit)
        {
            throw new CorpusException(
                $"The corpus is too large: its index passes {_limit:N0} bytes.", "Split it into several, each with an index of its own.");
        }
    }

    private static void AddTerms(FieldWriter field, ReadOnlySpan<char> text)
    {
        var terms = EnglishAnalyzer.Terms(text, stackalloc char[TermEnumerator.BufferLength]);
        while (terms.MoveNext())
        {
            field.Add(terms.Term);
        }

        field.EndPassage();
    }

    private int Name(string? name)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_names, name ?? ContextNone, out var known);
        number = known ? number : _names.Count - 1;
        return number;
    }

    private byte[] ToBytes(Corpus corpus, IndexHeader header)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(Magic);
        writer.Write(FormatVersion);
        var hashAt = (int)stream.Position;
        writer.Write(new byte[SHA256.HashSizeInBytes]);
        var bodyAt = (int)stream.Position;

        WriteString(writer, header.CorpusHash);
        WriteString(writer, header.Options);
        writer.Write(corpus.Documents.Count);
        for (var i = 0; i < corpus.Documents.Count; i++)
        {
            WriteString(writer, corpus.Documents[i].Name);
            writer.Write(_counts[i]);
        }

        writer.Write(_names.Count);
        foreach (var name in _names.Keys)
        {
            WriteString(writer, name);
        }

        writer.Write(_sentences);
        writer.Write((int)_passages.Length);
        writer.Write(_passages.GetBuffer().AsSpan(0, (int)_passages.Length));
        _text.WriteTo(writer);
        _context.WriteTo(writer);

        var bytes = stream.ToArray();
        SHA256.HashData(bytes.AsSpan(bodyAt), bytes.AsSpan(hashAt));
        return bytes;
    }

    private static void WriteString(BinaryWriter writer, string value)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(value);
        writer.Write(bytes.Length);
        writer.Write(bytes);
    }
}
