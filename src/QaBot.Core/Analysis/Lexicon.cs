using System.Text;

namespace QaBot.Analysis;

/// <summary>Related words of English by their stems: synonyms, derived words and hypernyms.</summary>
/// <remarks>
/// Reads <c>lexicon.txt</c>, which is distilled from WordNet 3.0 and sorted by the bytes of its stems, by binary search: nothing is parsed
/// at start. The relations that biographies need and WordNet lacks are in <c>relations.txt</c>; its words count as synonyms.
/// </remarks>
internal static class Lexicon
{
    private static readonly Lazy<byte[]> Bytes = new(ReadBytes);
    private static readonly Lazy<Dictionary<string, HashSet<string>>> Relations = new(ReadRelations);
    private static readonly BoundedCache<string, LexiconEntry> Known = new(capacity: 10_000, StringComparer.Ordinal);

    /// <summary>What the lexicon says of a stem; an empty entry where it says nothing.</summary>
    public static LexiconEntry Find(string stem) => Known.GetOrAdd(stem, Read);

    /// <summary>Whether it is the stem of an English word: what is not may be a name, or a word misspelt.</summary>
    public static bool Knows(string stem) => Find(stem) is var entry && (entry.Hypernyms.Count > 0 || entry.Synonyms.Count > 0 || entry.Derived.Count > 0);

    private static LexiconEntry Read(string stem)
    {
        var line = FindLine(Encoding.UTF8.GetBytes(stem));
        var fields = line.Split('\t');
        var synonyms = fields.Length == 4 ? Words(fields[1]) : [];
        if (Relations.Value.TryGetValue(stem, out var related))
        {
            synonyms.UnionWith(related);
        }

        return new LexiconEntry(synonyms, fields.Length == 4 ? Words(fields[2]) : [], fields.Length == 4 ? Words(fields[3]) : []);
    }

    private static HashSet<string> Words(string field) => field.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);

    private static string FindLine(ReadOnlySpan<byte> stem)
    {
        ReadOnlySpan<byte> bytes = Bytes.Value;
        var (low, high) = (0, bytes.Length);
        while (low < high)
        {
            var start = bytes[low..((low + high) / 2)].LastIndexOf((byte)'\n') + 1 + low;
            var length = bytes[start..].IndexOf((byte)'\n');
            var line = bytes.Slice(start, length);
            var order = line[..line.IndexOf((byte)'\t')].SequenceCompareTo(stem);
            if (order == 0)
            {
                return Encoding.UTF8.GetString(line);
            }

            (low, high) = order < 0 ? (start + length + 1, high) : (low, start);
        }

        return "";
    }

    private static byte[] ReadBytes()
    {
        using var stream = typeof(Lexicon).Assembly.GetManifestResourceStream("QaBot.Analysis.lexicon.txt")
            ?? throw new InvalidOperationException("The embedded file lexicon.txt is missing from the build.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes[(bytes.AsSpan().IndexOf((byte)'\n') + 1)..];
    }

    private static Dictionary<string, HashSet<string>> ReadRelations()
    {
        var relations = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var (_, words) in Text.WordList.Lines("Analysis/relations.txt"))
        {
            var stems = words.SelectMany(EnglishAnalyzer.Analyze).Select(token => token.Term).Distinct().ToList();
            foreach (var stem in stems)
            {
                if (!relations.TryGetValue(stem, out var related))
                {
                    relations.Add(stem, related = new HashSet<string>(StringComparer.Ordinal));
                }

                related.UnionWith(stems.Where(other => other != stem));
            }
        }

        return relations;
    }
}
