using System.Buffers;
using System.Text.RegularExpressions;
using QaBot.Citations;
using QaBot.Text;

namespace QaBot.Chat.Gate;

/// <summary>What shows in the letters of a sentence and its source, and no comparison word by word sees.</summary>
internal static partial class Wording
{
    private static readonly SearchValues<char> MarkupSigns = SearchValues.Create("[]{}<>|\\^~=#@");

    /// <summary>Whether a source's pronoun stands for its subject, and not for a relation of theirs that the claim leaves out ("her mother").</summary>
    public static bool IsAbout(string source, Subject subject, Claim claim)
    {
        var nominative = subject.IsFemale ? "she" : "he";
        return Word().Matches(source).Any(word => word.Value.Equals(nominative, StringComparison.OrdinalIgnoreCase))
            || Possessive().Matches(source).Any(match => subject.IsPronoun(match.Groups["who"].Value.ToLowerInvariant()) && HasTerm(claim, match.Groups["what"].Value));
    }

    /// <summary>A source with the subject's name for its first pronoun.</summary>
    public static string Resolve(string source, Subject subject) => Pronoun().Replace(
        source,
        match => match.Groups["who"].Success ? subject.FullName : subject.FullName + "'s",
        count: 1);

    /// <summary>"Ada's brother died" does not say that Ada died: where a name has only the possessive, what is possessed must be there too.</summary>
    public static bool TakesPossessor(string sentence, string source, Claim claim)
    {
        foreach (Match possessor in Possessor().Matches(source))
        {
            var name = possessor.Groups["name"].Value;
            if (Regex.Count(source, $@"\b{Regex.Escape(name)}\b") == Regex.Count(source, $@"\b{Regex.Escape(name)}['’]s?\b|\b{Regex.Escape(name)}['’](?=\s)")
                && Regex.IsMatch(sentence, $@"\b{Regex.Escape(name)}\b(?!['’])")
                && !HasTerm(claim, possessor.Groups["what"].Value))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a sentence has brackets or signs of markup that the source does not have: what is left of a table, a link, a tag.</summary>
    public static bool HasForeignMarkup(string sentence, string source) => sentence.Any(c => MarkupSigns.Contains(c) && !source.Contains(c));

    /// <summary>Whether a sentence says by whom something was done.</summary>
    public static bool IsPassive(string text) => By().IsMatch(text);

    private static bool HasTerm(Claim claim, string word) => Claim.Analyze(word).Any(claim.Says);

    [GeneratedRegex(@"[\p{L}\p{Nd}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"\b(?<who>[Hh]er|[Hh]is) (?<what>\p{Ll}+)", RegexOptions.CultureInvariant)]
    private static partial Regex Possessive();

    [GeneratedRegex(@"\b(?:(?<who>[Ss]?[Hh]e)|[Hh]er|[Hh]is)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Pronoun();

    [GeneratedRegex(@"\b(?<name>\p{Lu}[\p{L}-]+)['’](?:s )?\s?(?<what>[\p{L}-]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Possessor();

    [GeneratedRegex(@"\b(?:is|was|were|are|been|being)\b[^.;]{0,40}\bby\b", RegexOptions.CultureInvariant)]
    private static partial Regex By();
}
