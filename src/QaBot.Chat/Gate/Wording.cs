using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;
using QaBot.Citations;
using QaBot.Text;

namespace QaBot.Chat.Gate;

/// <summary>Who did what to whom, as far as words and their order show it: what a comparison word by word does not see.</summary>
internal static partial class Wording
{
    private static readonly SearchValues<char> MarkupSigns = SearchValues.Create("[]{}<>|\\^~=#@");

    /// <summary>Words of a sentence that follow each other stand in the source so far apart at most, on the average.</summary>
    private const double WidestGap = 3;

    /// <summary>Where words stand farther apart than this, it does not matter how far.</summary>
    private const int FarApart = 10;

    /// <summary>Words that say little by themselves: "took place", "according to".</summary>
    private static readonly FrozenSet<string> LightWords = FrozenSet.Create(StringComparer.Ordinal,
        "took", "place", "taken", "occurred", "happened", "according", "became", "went", "came", "made", "done", "being", "got", "today", "there", "located", "also", "other", "others");

    /// <summary>
    /// Whether a sentence has no content word that is neither in its source nor related in the lexicon, and puts the words in the same relations, with the same hedges and bounds.
    /// </summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="claim">What it states.</param>
    /// <param name="source">What is to say so.</param>
    /// <param name="resolved">The source's text, with a name for its pronoun where another sentence shows whom it stands for.</param>
    public static bool Agrees(string sentence, Claim claim, SourceSentence source, string resolved)
    {
        if (HasForeignMarkup(sentence, source.Text) || source.Parts.Prepend(source).Any(part => TakesPossessor(sentence, part.Text, claim)) || TurningWords.Differ(sentence, source.Text)
            || (source.Parts.Count > 0 && !IsClauseByClause(sentence, source.Parts)))
        {
            return false;
        }

        var said = Alignment.Places(sentence);
        var alignment = Alignment.Of(said, resolved == source.Text ? source.Places : Alignment.Places(resolved));
        return Enumerable.Range(0, said.Count).All(i => !said[i].IsContent || said[i].IsNumber || alignment.At[i] >= 0 || LightWords.Contains(said[i].Word))
            && TurningWords.Added(said, alignment.Meant) == 0 && TurningWords.Dropped(said, alignment) == 0 && TurningWords.Rebounded(said, alignment.Meant) == 0
            && !Roles.Swap(alignment) && !Roles.Move(alignment) && !Roles.Turn(alignment) && !Roles.Widen(alignment) && !Roles.Compare(alignment) && !Roles.Equate(alignment)
            && Gap(alignment) <= WidestGap;
    }

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

    private static double Gap(Alignment alignment)
    {
        var found = alignment.At.Where(i => i >= 0).ToList();
        return found.Zip(found.Skip(1), (one, next) => Math.Min(FarApart, Math.Abs(next - one) - 1)).DefaultIfEmpty(0).Average();
    }

    /// <summary>Whether each clause of a sentence is said by one of two sources: words of both in one clause are a relation that neither states.</summary>
    private static bool IsClauseByClause(string sentence, IReadOnlyList<SourceSentence> sources) => Clauses().Split(sentence).Select(Claim.Read).All(clause => sources.Any(source =>
        clause.Names.All(source.Claim.Says) && clause.Numbers.Keys.All(source.Claim.Numbers.ContainsKey) && clause.ContentTerms.All(source.Claim.Says)));

    /// <summary>"Ada's brother died" does not say that Ada died: where a name has only the possessive, what is possessed must be there too.</summary>
    private static bool TakesPossessor(string sentence, string source, Claim claim)
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
    private static bool HasForeignMarkup(string sentence, string source) => sentence.Any(c => MarkupSigns.Contains(c) && !source.Contains(c));

    private static bool HasTerm(Claim claim, string word) => Claim.Analyze(word).Any(claim.Says);

    [GeneratedRegex(@"[\p{L}\p{Nd}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"\b(?<who>[Hh]er|[Hh]is) (?<what>\p{Ll}+)", RegexOptions.CultureInvariant)]
    private static partial Regex Possessive();

    [GeneratedRegex(@"\b(?:(?<who>[Ss]?[Hh]e)|[Hh]er|[Hh]is)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Pronoun();

    [GeneratedRegex(@"\b(?<name>\p{Lu}[\p{L}-]+)['’](?:s )?\s?(?<what>[\p{L}-]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Possessor();

    [GeneratedRegex(@";|\b(?:and|but|where|who|which|because|although|while|when|before|after)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Clauses();
}
