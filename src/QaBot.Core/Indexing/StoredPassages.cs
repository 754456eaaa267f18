using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Util;
using QaBot.Text;
using Directory = Lucene.Net.Store.Directory;

namespace QaBot.Indexing;

/// <summary>The passages of the commit before: those of documents that are the same need not be analysed again.</summary>
internal sealed class StoredPassages : IDisposable
{
    private const string Key = "documents";

    private readonly DirectoryReader _reader;
    private readonly AtomicReader _passages;
    private readonly Dictionary<string, (int Start, int End)> _ranges = new(StringComparer.Ordinal);

    /// <summary>Opens the last commit, which has been found to be whole and made with the same options.</summary>
    public StoredPassages(Directory files)
    {
        _reader = DirectoryReader.Open(files);
        _passages = SlowCompositeReaderWrapper.Wrap(_reader);
        var start = 0;
        foreach (var line in _reader.IndexCommit.UserData.TryGetValue(Key, out var documents) ? documents.Split('\n', StringSplitOptions.RemoveEmptyEntries) : [])
        {
            var (count, document) = (line[..line.IndexOf(' ', StringComparison.Ordinal)], line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
            var end = start + int.Parse(count, CultureInfo.InvariantCulture);
            _ranges[document] = (start, end);
            start = end;
        }
    }

    /// <summary>How many documents it is of.</summary>
    public int Documents => _ranges.Count;

    /// <summary>The ordinals of a document's passages, or null where it has none of that name and hash.</summary>
    public (int Start, int End)? Find(Document document) => _ranges.TryGetValue(Describe(document), out var range) ? range : null;

    /// <summary>A reader of some ordinals alone.</summary>
    public IndexReader Range(int start, int end) => new PassageRange(_passages, start, end);

    /// <summary>Adds to the user data of a commit whose passages these are.</summary>
    /// <param name="userData">The user data.</param>
    /// <param name="documents">The documents in the order of their passages, and how many those are.</param>
    public static void Describe(Dictionary<string, string> userData, IEnumerable<(Document Document, int Passages)> documents) =>
        userData[Key] = string.Concat(documents.Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Passages} {Describe(entry.Document)}\n")));

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();

    // A name may have a line end in it.
    private static string Describe(Document document) => $"{document.Hash} {document.Name.ReplaceLineEndings("\t")}";

    /// <summary>What a merge takes for all that is alive in an index.</summary>
    private sealed class PassageRange : FilterAtomicReader
    {
        private readonly FixedBitSet _live;

        public PassageRange(AtomicReader passages, int start, int end)
            : base(passages)
        {
            _live = new FixedBitSet(passages.MaxDoc);
            _live.Set(start, end);
            NumDocs = end - start;
        }

        public override IBits LiveDocs => _live;

        public override int NumDocs { get; }
    }
}
