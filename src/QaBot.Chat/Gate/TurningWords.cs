using System.Collections.Frozen;
using System.Text.RegularExpressions;
using QaBot.Analysis;
using QaBot.Citations;
using QaBot.Text;

namespace QaBot.Chat.Gate;

/// <summary>
/// Small words that turn what a sentence states: conditions, hedges, bounds of time, he and she. A comparison of names, numbers, negations
/// and content words passes them over.
/// </summary>
internal static partial class TurningWords
{
    private static readonly (bool IsHedge, string[] Words)[] Lines = [.. WordList.Lines("Chat/Gate/turning-words.txt", typeof(TurningWords).Assembly).Select(line => (line.Label == "hedge", line.Words))];

    /// <summary>Bounds that stand for each other; a year without any is one in which something happened.</summary>
    private static readonly string[][] Bounds = [["before"], ["after"], ["since", "from"], ["until", "till", "to"]];

    private static readonly FrozenSet<string> He = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "he", "him", "his", "himself");
    private static readonly FrozenSet<string> She = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "she", "her", "hers", "herself");

    /// <summary>Whether a sentence asks, supposes, hedges, bounds or is about another than its source.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="claim">What it states.</param>
    /// <param name="source">What is to say so.</param>
    public static bool Differ(string sentence, Claim claim, string source)
    {
        var (said, meant) = (Words(sentence), Words(source));
        return (sentence.Contains('?', StringComparison.Ordinal) && !source.Contains('?', StringComparison.Ordinal))
            || Lines.Any(line => line.Words.Any(said.Contains) ? !line.Words.Any(meant.Contains) : line.IsHedge && IsHedged(line.Words, claim, source))
            || (said.Overlaps(He) && !meant.Overlaps(He) && meant.Overlaps(She))
            || (said.Overlaps(She) && !meant.Overlaps(She) && meant.Overlaps(He))
            || MovesBound(sentence, source) || TurnsRange(sentence, source);
    }

    /// <summary>Whether a hedge of the source stands in front of a word that the claim has.</summary>
    private static bool IsHedged(string[] hedges, Claim claim, string source) => Hedge().Matches(source).Any(match =>
        hedges.Contains(match.Groups["hedge"].Value, StringComparer.Ordinal)
        && EnglishAnalyzer.Analyze(match.Groups["word"].Value).Any(token => claim.ContentTerms.Contains(token.Term)));

    /// <summary>Whether a year that both have is a bound in one of them, and none or another in the other: "until 1975", "since 1975".</summary>
    private static bool MovesBound(string sentence, string source)
    {
        var (said, meant) = (Bounded(sentence), Bounded(source));
        return Year().Matches(sentence).Select(year => year.Value).Where(year => source.Contains(year, StringComparison.Ordinal)).Any(year =>
            (said.Find(bound => bound.Year == year).Word, meant.Find(bound => bound.Year == year).Word) switch
            {
                (null, null or "from" or "to") or ("from" or "to", null) => false,
                (null, _) or (_, null) => true,
                var (one, other) => !Bounds.Any(line => line.Contains(one) && line.Contains(other)),
            });
    }

    private static List<(string Year, string Word)> Bounded(string text) =>
        [.. Bound().Matches(text).Select(match => (match.Groups["year"].Value, match.Groups["word"].Value.ToLowerInvariant()))];

    /// <summary>Whether "from August to June" is "from June to August" in the source.</summary>
    private static bool TurnsRange(string sentence, string source) => Range().Matches(sentence).Any(range =>
        Range().Matches(source).Any(other => range.Groups["a"].Value == other.Groups["b"].Value && range.Groups["b"].Value == other.Groups["a"].Value));

    /// <summary>The words in lower case; but for the month.</summary>
    private static HashSet<string> Words(string text) =>
        [.. Word().Matches(text).Where(word => word.Value != "May").Select(word => word.Value.ToLowerInvariant())];

    [GeneratedRegex(@"\p{L}+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"\b(?<hedge>\p{Ll}+) (?:have |be |been |not )*(?=(?<word>\p{L}+))", RegexOptions.CultureInvariant)]
    private static partial Regex Hedge();

    [GeneratedRegex(@"\b[0-9]{4}\b", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    [GeneratedRegex(@"\b(?<word>(?i:before|after|since|from|until|till|to)) (?:(?:the|early|mid|late|about|around|\p{Lu}\p{Ll}+|[0-9]{1,2}),? ){0,3}(?<year>[0-9]{4})\b", RegexOptions.CultureInvariant)]
    private static partial Regex Bound();

    [GeneratedRegex(@"\bfrom (?<a>\w+) to (?<b>\w+)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Range();
}
