using System.Text.RegularExpressions;
using QaBot.Analysis;
using QaBot.Citations;
using QaBot.Text;

namespace QaBot.Chat.Gate;

/// <summary>Who did what to whom, as far as the order of words shows it: what a comparison word by word does not see.</summary>
internal static partial class Wording
{
    private static readonly System.Buffers.SearchValues<char> MarkupSigns = System.Buffers.SearchValues.Create("[]{}<>|\\^~=#@");

    /// <summary>Whether a sentence puts the words of a source in the same relations, and has no content word that is neither there nor related.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="claim">What it states.</param>
    /// <param name="source">What is to say so.</param>
    /// <param name="introducing">What names whom a pronoun of the source stands for, or null.</param>
    public static bool Agrees(string sentence, Claim claim, SourceSentence source, SourceSentence? introducing) =>
        !TurningWords.Differ(sentence, claim, introducing is null ? source.Text : $"{source.Text} {introducing.Text}") && !HasForeignMarkup(sentence, source.Text)
            && !TakesPossessor(sentence, source.Text, claim) && !SwapsNames(sentence, source.Text) && !SwapsNumbers(sentence, source.Text)
            && claim.ContentTerms.All(term => source.Claim.Terms.Contains(term) || introducing?.Claim.Names.Contains(term) == true || IsRelated(term, source.Claim));

    /// <summary>Whether each clause of a sentence is said by one of two sources: words of both in one clause are a relation that neither states.</summary>
    public static bool IsClauseByClause(string sentence, IReadOnlyList<SourceSentence> sources) => Clauses().Split(sentence).Select(Claim.Read).All(clause =>
        sources.Any(source => !TakesPossessor(clause.Text, source.Text, clause) && clause.Names.All(source.Claim.Terms.Contains) && clause.Numbers.Keys.All(source.Claim.Numbers.ContainsKey)
            && clause.ContentTerms.All(term => source.Claim.Terms.Contains(term) || IsRelated(term, source.Claim))));

    /// <summary>Whether a word is another form, a synonym or a kind of one that the source has.</summary>
    private static bool IsRelated(string term, Claim source)
    {
        var entry = Lexicon.Find(term);
        return entry.Synonyms.Concat(entry.Derived).Concat(entry.Hypernyms).Any(source.Terms.Contains)
            || source.ContentTerms.Any(other => Lexicon.Find(other).Hypernyms.Contains(term));
    }

    /// <summary>Whether a source's pronoun stands for its subject, and not for a relation of theirs that the claim leaves out ("her mother").</summary>
    public static bool IsAbout(string source, Subject subject, Claim claim)
    {
        var nominative = subject.IsFemale ? "she" : "he";
        return Word().Matches(source).Any(word => word.Value.Equals(nominative, StringComparison.OrdinalIgnoreCase))
            || Possessive().Matches(source).Any(match => subject.IsPronoun(match.Groups["who"].Value.ToLowerInvariant()) && HasTerm(claim, match.Groups["what"].Value));
    }

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

    /// <summary>Whether two names stand around the same word in the other order, and neither of the two is in the passive.</summary>
    private static bool SwapsNames(string sentence, string source)
    {
        var (said, meant) = (Places(sentence), Places(source));
        var names = said.Where(place => place.IsName && meant.Exists(other => other.IsName && other.Term == place.Term)).ToList();
        for (var i = 0; i + 1 < names.Count; i++)
        {
            var (left, right) = (names[i], names[i + 1]);
            if (right.Index == left.Index + 1 || left.Term == right.Term)
            {
                continue;
            }

            var between = said.Where(place => place.Index > left.Index && place.Index < right.Index && !place.IsName).Select(place => place.Term).ToHashSet();
            var reversed = meant.Exists(r => r.IsName && r.Term == right.Term && meant.Exists(l => l.IsName && l.Term == left.Term && l.Index > r.Index
                && meant.Exists(w => between.Contains(w.Term) && w.Index > r.Index && w.Index < l.Index)));
            var straight = meant.Exists(l => l.IsName && l.Term == left.Term && meant.Exists(r => r.IsName && r.Term == right.Term && r.Index > l.Index));
            if (reversed && !straight && IsPassive(sentence) == IsPassive(source))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether two numbers have changed places: each stands behind the word that the other one has in the source, or "from" and "to" are turned.</summary>
    private static bool SwapsNumbers(string sentence, string source)
    {
        var (said, meant) = (Bound(sentence), Bound(source));
        for (var i = 0; i + 1 < said.Count; i++)
        {
            var (left, right) = (said[i], said[i + 1]);
            var (l, r) = (meant.FindIndex(b => b.Number == left.Number), meant.FindIndex(b => b.Number == right.Number));
            if (left.Number == right.Number || l < 0 || r < 0)
            {
                continue;
            }

            if (left.Term == right.Term ? meant[l].Term == meant[r].Term && l > r : meant[l].Term == right.Term && meant[r].Term == left.Term)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The numbers of a text in order, each with the content word before it.</summary>
    private static List<(string Number, string Term)> Bound(string text)
    {
        var bound = new List<(string, string)>();
        var last = "";
        foreach (Match word in Word().Matches(text))
        {
            if (char.IsDigit(word.Value[0]))
            {
                bound.Add((word.Value, last));
            }
            else if (EnglishAnalyzer.Analyze(word.Value) is [var token, ..] && !SentenceSegmenter.IsStarter(char.ToUpperInvariant(word.Value[0]) + word.Value[1..]))
            {
                last = token.Term;
            }
        }

        return bound;
    }

    /// <summary>Whether a sentence has brackets or signs of markup that the source does not have: what is left of a table, a link, a tag.</summary>
    private static bool HasForeignMarkup(string sentence, string source) => sentence.Any(c => MarkupSigns.Contains(c) && !source.Contains(c));

    private static bool IsPassive(string text) => By().IsMatch(text);

    private static bool HasTerm(Claim claim, string word) => EnglishAnalyzer.Analyze(word).Any(token => claim.Terms.Contains(token.Term));

    private static List<(string Term, int Index, bool IsName)> Places(string text)
    {
        var places = new List<(string, int, bool)>();
        foreach (Match word in Word().Matches(text))
        {
            foreach (var token in EnglishAnalyzer.Analyze(word.Value))
            {
                places.Add((token.Term, places.Count, char.IsUpper(word.Value[0]) && !SentenceSegmenter.IsStarter(word.Value)));
            }
        }

        return places;
    }

    [GeneratedRegex(@";|\b(?:and|but|where|who|which|because|although|while|when|before|after)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Clauses();

    [GeneratedRegex(@"[\p{L}\p{Nd}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"\b(?<who>[Hh]er|[Hh]is) (?<what>\p{Ll}+)", RegexOptions.CultureInvariant)]
    private static partial Regex Possessive();

    [GeneratedRegex(@"\b(?<name>\p{Lu}[\p{L}-]+)['’](?:s )?\s?(?<what>[\p{L}-]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Possessor();

    [GeneratedRegex(@"\b(?:is|was|were|are|been|being)\b[^.;]{0,40}\bby\b", RegexOptions.CultureInvariant)]
    private static partial Regex By();
}
