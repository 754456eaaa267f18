using System.Text;
using QaBot.Analysis;

namespace QaBot.Training;

/// <summary>Makes the lexicon out of WordNet 3.0: for each stem its synonyms, derived words and hypernyms, no glosses.</summary>
/// <remarks>
/// Kept are single words: of every part of speech the senses that occur in the sense-tagged corpus, at most three, and the first sense of
/// the nouns that do not. Every word is written as the stem that the analyzer makes of it.
/// </remarks>
internal static class WordNetDistiller
{
    private const int MostSenses = 3;
    private const int MostHypernyms = 12;

    /// <summary>What nearly everything is: a hypernym that tells nothing.</summary>
    private static readonly HashSet<string> TooGeneral =
    [
        "entiti", "abstract", "object", "whole", "unit", "artefact", "artifact", "thing", "be", "mortal", "soul", "somebodi", "someon", "individu",
        "organ", "relat", "matter", "act", "action", "event", "state", "attribut", "psycholog", "featur", "causal", "agent", "natur", "life",
        "taxon", "taxonom", "group", "process", "physic", "move", "chang", "make", "do", "measur", "human", "activ", "part", "portion", "line",
    ];

    private static readonly string[] Parts = ["noun", "verb", "adj", "adv"];

    /// <summary>Writes the lexicon.</summary>
    /// <param name="wordNet">The directory with WordNet's data and index files.</param>
    /// <param name="output">The file to write.</param>
    public static void Run(string wordNet, string output)
    {
        var synsets = Parts.SelectMany(part => File.ReadLines(Path.Combine(wordNet, "data." + part)).Where(l => l[0] != ' ').Select(l => Synset.Parse(part, l)))
            .ToDictionary(s => s.Id);
        var entries = new SortedDictionary<string, Entry>(StringComparer.Ordinal);
        foreach (var part in Parts)
        {
            foreach (var line in File.ReadLines(Path.Combine(wordNet, "index." + part)).Where(l => l[0] != ' '))
            {
                AddLemma(part, line.Split(' ', StringSplitOptions.RemoveEmptyEntries), synsets, entries);
            }
        }

        using var writer = new StreamWriter(output, append: false, new UTF8Encoding(false)) { NewLine = "\n" };
        writer.WriteLine("# Stems with their synonyms, derived words and hypernyms, tab-separated; distilled from WordNet 3.0, see lexicon.license.");
        foreach (var (stem, entry) in entries)
        {
            entry.Synonyms.Remove(stem);
            entry.Derived.Remove(stem);
            entry.Hypernyms.Remove(stem);
            entry.Hypernyms.ExceptWith(TooGeneral);
            if (entry.Synonyms.Count + entry.Derived.Count + entry.Hypernyms.Count > 0)
            {
                writer.WriteLine($"{stem}\t{string.Join(' ', entry.Synonyms)}\t{string.Join(' ', entry.Derived)}\t{string.Join(' ', entry.Hypernyms)}");
            }
        }
    }

    private static void AddLemma(string part, string[] fields, Dictionary<string, Synset> synsets, SortedDictionary<string, Entry> entries)
    {
        // lemma pos synset_cnt p_cnt [ptr_symbol...] sense_cnt tagsense_cnt synset_offset... (WordNet's manual page wndb)
        var pointers = int.Parse(fields[3]);
        var tagged = int.Parse(fields[5 + pointers]);
        var stem = Stem(fields[0]);
        if (stem is null || (tagged == 0 && part != "noun"))
        {
            return;
        }

        if (!entries.TryGetValue(stem, out var entry))
        {
            entries.Add(stem, entry = new Entry());
        }

        foreach (var offset in fields.Skip(6 + pointers).Take(Math.Clamp(tagged, 1, MostSenses)))
        {
            var synset = synsets[part + offset];
            if (tagged > 0)
            {
                entry.Synonyms.UnionWith(synset.Words.Select(Stem).OfType<string>());
                entry.Derived.UnionWith(synset.Derived.Select(id => synsets.GetValueOrDefault(id)).OfType<Synset>()
                    .SelectMany(s => s.Words).Select(Stem).OfType<string>().Where(w => w[0] == stem[0] && w.AsSpan().CommonPrefixLength(stem) >= 3));
            }

            AddHypernyms(synset, synsets, entry, depth: 0);
        }
    }

    private static void AddHypernyms(Synset synset, Dictionary<string, Synset> synsets, Entry entry, int depth)
    {
        foreach (var id in synset.Hypernyms)
        {
            if (depth < 8 && entry.Hypernyms.Count < MostHypernyms && synsets.TryGetValue(id, out var above))
            {
                // A compound is an instance of its head: "musical_instrument" counts as "instrument".
                entry.Hypernyms.UnionWith(above.Words.Select(word => Stem(word[(word.LastIndexOf('_') + 1)..])).OfType<string>());
                AddHypernyms(above, synsets, entry, depth + 1);
            }
        }
    }

    private static string? Stem(string lemma) =>
        lemma.All(char.IsAsciiLetter) && EnglishAnalyzer.Analyze(lemma) is [var token] ? token.Term : null;

    private sealed class Entry
    {
        public SortedSet<string> Synonyms { get; } = new(StringComparer.Ordinal);

        public SortedSet<string> Derived { get; } = new(StringComparer.Ordinal);

        public SortedSet<string> Hypernyms { get; } = new(StringComparer.Ordinal);
    }

    private sealed record Synset(string Id, string[] Words, string[] Hypernyms, string[] Derived)
    {
        /// <summary>synset_offset lex_filenum ss_type w_cnt word lex_id ... p_cnt [symbol offset pos source/target ...] | gloss</summary>
        public static Synset Parse(string part, string line)
        {
            var fields = line.Split(' ');
            var words = int.Parse(fields[3], System.Globalization.NumberStyles.HexNumber);
            var pointersAt = 4 + (words * 2);
            var pointers = Enumerable.Range(0, int.Parse(fields[pointersAt])).Select(i => fields.AsSpan(pointersAt + 1 + (i * 4), 3).ToArray()).ToList();
            return new Synset(
                part + fields[0],
                [.. Enumerable.Range(0, words).Select(i => fields[4 + (i * 2)].Split('(')[0].ToLowerInvariant())],
                [.. pointers.Where(p => p[0] is "@" or "@i").Select(p => PartOf(p[2]) + p[1])],
                [.. pointers.Where(p => p[0] is "+" or "\\").Select(p => PartOf(p[2]) + p[1])]);
        }

        private static string PartOf(string symbol) => symbol switch { "n" => "noun", "v" => "verb", "r" => "adv", _ => "adj" };
    }
}
