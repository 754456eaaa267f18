using QaBot.Analysis;
using QaBot.Text;

namespace QaBot.Answering;

/// <summary>Words that deny one another: a sentence with "failure" answers "was it a hit?" with no.</summary>
internal static class Opposites
{
    private static readonly Lazy<List<(HashSet<string> Left, HashSet<string> Right)>> Pairs = new(() => [.. WordList.Lines("Answering/opposites.txt").Select(line => Read(line.Words))]);

    /// <summary>Whether a term of the question, which has not its opposite too, has its opposite, and not itself, among the terms of a sentence.</summary>
    public static bool Deny(IEnumerable<string> question, IReadOnlySet<string> sentence)
    {
        var asked = question.ToHashSet(StringComparer.Ordinal);
        return Pairs.Value.Exists(pair => pair.Left.Overlaps(asked) != pair.Right.Overlaps(asked) && pair.Left.Overlaps(sentence) != pair.Right.Overlaps(sentence)
            && pair.Left.Overlaps(asked) != pair.Left.Overlaps(sentence));
    }

    /// <summary>Whether a sentence has both a term of the question and its opposite: "open on Saturdays and closed on Sundays".</summary>
    public static bool AreBothIn(IEnumerable<string> question, IReadOnlySet<string> sentence)
    {
        var asked = question.ToHashSet(StringComparer.Ordinal);
        return Pairs.Value.Exists(pair => (pair.Left.Overlaps(asked) || pair.Right.Overlaps(asked)) && pair.Left.Overlaps(sentence) && pair.Right.Overlaps(sentence));
    }

    /// <summary>Whether a sentence has an opposite of a term.</summary>
    public static bool Has(string term, IReadOnlySet<string> sentence) => Pairs.Value.Exists(pair =>
        (pair.Left.Contains(term) && pair.Right.Overlaps(sentence)) || (pair.Right.Contains(term) && pair.Left.Overlaps(sentence)));

    /// <summary>Whether a sentence has a word that says the same as a term beside a common opposite: "approve" for "happy".</summary>
    public static bool Agree(string term, IReadOnlySet<string> sentence) => Pairs.Value.Exists(pair =>
        (pair.Left.Contains(term) && pair.Left.Overlaps(sentence)) || (pair.Right.Contains(term) && pair.Right.Overlaps(sentence)));

    private static (HashSet<string>, HashSet<string>) Read(string[] words)
    {
        var bar = Array.IndexOf(words, "|");
        return (Stems(words[..bar]), Stems(words[(bar + 1)..]));
    }

    private static HashSet<string> Stems(string[] words) => words.SelectMany(EnglishAnalyzer.Analyze).Select(token => token.Term).ToHashSet(StringComparer.Ordinal);
}
