using System.Text.Json;
using QaBot.Chat.Gate;
using QaBot.Testing;
using QaBot.Text;

namespace QaBot.Chat.Tests.Gate;

/// <summary>A sentence about a passage, with what a person says about it.</summary>
/// <param name="Passage">The passage's text.</param>
/// <param name="Kind">What the sentence does with it: <c>verbatim</c>, <c>paraphrase</c>, <c>number</c> …</param>
/// <param name="Sentence">The sentence.</param>
/// <param name="IsSupported">Whether the passage supports it.</param>
internal sealed record LabelledPair(string Passage, string Kind, string Sentence, bool IsSupported)
{
    /// <summary>The pairs of pairs.txt.</summary>
    public static IReadOnlyList<LabelledPair> All { get; } = [.. Read("pairs.txt")];

    /// <summary>The pairs of kinds.txt.</summary>
    public static IReadOnlyList<LabelledPair> Kinds { get; } = [.. Read("kinds.txt")];

    /// <summary>The pairs of blind-pairs.jsonl, written by one who had not seen the rules.</summary>
    public static IReadOnlyList<LabelledPair> Blind { get; } =
    [
        .. File.ReadLines(Repository.PathOf("tests", "QaBot.Chat.Tests", "Gate", "blind-pairs.jsonl")).Select(line => JsonDocument.Parse(line).RootElement)
            .Select(pair => new LabelledPair(Text(pair, "source"), Text(pair, "kind"), Text(pair, "claim"), pair.GetProperty("supported").GetBoolean())),
    ];

    private static string Text(JsonElement pair, string name) => pair.GetProperty(name).GetString()!;

    /// <summary>A gate over the passage alone.</summary>
    public SentenceGate Gate()
    {
        var corpus = InventedBiography.CorpusOf(Passage);
        var index = InventedBiography.IndexOf(corpus);
        return new SentenceGate(corpus, [.. Enumerable.Range(0, index.Count).Select(i => index[i])], Subject.Of(corpus));
    }

    private static IEnumerable<LabelledPair> Read(string name)
    {
        var passage = "";
        foreach (var line in File.ReadAllLines(Repository.PathOf("tests", "QaBot.Chat.Tests", "Gate", name)).Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line[0] is '+' or '-')
            {
                var colon = line.IndexOf(':', StringComparison.Ordinal);
                yield return new LabelledPair(passage, line[2..colon], line[(colon + 2)..], line[0] == '+');
            }
            else
            {
                passage = line;
            }
        }
    }
}
