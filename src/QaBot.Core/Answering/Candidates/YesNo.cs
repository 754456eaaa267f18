using System.Text.RegularExpressions;
using QaBot.Analysis;
using QaBot.Chunking;
using QaBot.Citations;
using QaBot.Text;

namespace QaBot.Answering.Candidates;

/// <summary>Whether a sentence says that what is asked is so, or that it is not.</summary>
/// <remarks>The reader has not learned such questions: which words of theirs a sentence has, whom it speaks of and what it denies decides.</remarks>
internal static partial class YesNo
{
    /// <summary>A sentence says whether it is so when it has so much of the question's words, by their weight, names apart.</summary>
    private const double Enough = 0.7;

    /// <summary>So many sentences before it may give the names that a sentence goes on about.</summary>
    private const int FarthestName = 3;

    /// <summary>What a sentence loses for each sentence between it and the names.</summary>
    private const double LossBySentence = 0.1;

    /// <summary>What a sentence counts that has a word of the same kind or an opposite instead of the question's.</summary>
    private const double OtherWords = 0.9;

    /// <summary>How well a sentence says whether what is asked is so: 0 for not at all, to 1.</summary>
    public static double Evidence(AskedWords asked, Passage passage, TextSpan sentence)
    {
        var text = passage.Document.Slice(sentence);
        var terms = WindowWords.Terms(text);
        var share = asked.ShareOfWords(term => Says(term, terms));
        if (share < Enough || DistanceOfNames(asked, passage, sentence, terms) is not { } distance)
        {
            return 0;
        }

        var exact = asked.ShareOfWords(terms.Contains);
        return Math.Max(0, (OtherWords * share) + ((1 - OtherWords) * exact) - (LossBySentence * distance));
    }

    /// <summary>
    /// A sentence that speaks of all that is asked denies it by a negation, or by an opposite, that only one of both has; by both it
    /// confirms. One that is no evidence, has other names or numbers than the question's, or says both a thing and its opposite says neither; "a or b?" has no yes or no.
    /// </summary>
    /// <returns>"Yes", "No", or null.</returns>
    public static string? Verdict(AskedWords asked, AnswerCandidate candidate)
    {
        var terms = WindowWords.Terms(candidate.SentenceText);
        if (Evidence(asked, candidate.Passage, candidate.Sentence) <= 0 || Choice().IsMatch(asked.Question.Text) || NamesOthers(asked, candidate.SentenceText, terms))
        {
            return null;
        }

        var clauses = ClauseBoundary().Split(candidate.SentenceText);
        var closest = clauses.MaxBy(clause => Closeness(asked, clause))!;
        if (Conjunction().IsMatch(closest) && Opposites.AreBothIn(asked.Terms, WindowWords.Terms(closest)))
        {
            return null;
        }

        var question = WindowWords.Terms(asked.Question.Text);
        var negations = clauses.Where(clause => WindowWords.Terms(clause).Any(asked.IsKnown) || Fruitless().IsMatch(clause)).Sum(clause => Negations(clause, question));
        var isOdd = negations % 2 != Negations(asked.Question.Text, terms) % 2;
        return isOdd != Opposites.Deny(asked.Terms, WindowWords.Terms(closest)) ? "No" : "Yes";
    }

    /// <summary>
    /// "Was she born in Lyon?" is not answered by "She was born in Bergen": a name or number behind a preposition of the question is not there, and another one is. What is spoken
    /// of ("Was Blue shot in Paris?") may stand before.
    /// </summary>
    private static bool NamesOthers(AskedWords asked, string sentence, HashSet<string> terms)
    {
        var question = asked.Question.Text;
        return EnglishAnalyzer.Analyze(question).Exists(token => asked.Names.Contains(token.Term) && !asked.Question.SubjectTerms.Contains(token.Term)
                && !terms.Contains(token.Term) && BehindPreposition().IsMatch(question[..token.Span.Start]))
            && EnglishAnalyzer.Analyze(sentence).Exists(token => token.Position > 0
                && (char.IsUpper(sentence[token.Span.Start]) || char.IsDigit(sentence[token.Span.Start])) && !asked.IsKnown(token.Term));
    }

    /// <summary>How many sentences before this one the names of the question stand; null for too many, for another thing named between, or where it does not speak of the subject that it is asked of.</summary>
    private static int? DistanceOfNames(AskedWords asked, Passage passage, TextSpan sentence, HashSet<string> terms)
    {
        if (asked.IsOfSubjectAlone)
        {
            return SpeaksOfSubject(asked.Question, passage.Document.Slice(sentence)) ? 0 : null;
        }

        var before = new Stack<TextSpan>(passage.Sentences.Where(s => s.Start < sentence.Start));
        var named = new HashSet<string>(terms, StringComparer.Ordinal);
        for (var distance = 0; distance <= FarthestName; distance++)
        {
            if (asked.MissingNames(named.Contains) == 0)
            {
                return distance;
            }

            var next = before.TryPop(out var earlier) ? WindowWords.Terms(passage.Document.Slice(earlier)) : WindowWords.Terms(passage.Context.ToString());
            if (earlier.Length > 0 && !asked.Names.Any(next.Contains) && NamesAnother(passage.Document, earlier))
            {
                return null;
            }

            named.UnionWith(next);
        }

        return null;
    }

    /// <summary>Whether a sentence names a work, or anything of two words that is no person: what follows speaks of that.</summary>
    private static bool NamesAnother(Document document, TextSpan sentence) =>
        NameScanner.Scan(document.Text, sentence).Exists(name => name.Kind == NameKind.Work || (name.Kind == NameKind.Other && document.Slice(name.Span).Contains(' ')));

    /// <summary>"Her father is French" does not say whether she is: the subject's name or pronoun stands there, and not as whose something is.</summary>
    private static bool SpeaksOfSubject(Question question, string sentence)
    {
        var pronouns = EnglishAnalyzer.Words(question.Text).Select(word => question.Text[word.Start..word.End].ToLowerInvariant()).Where(Subject.IsNominative).ToHashSet();
        return question.NamesSubject(sentence) || EnglishAnalyzer.Words(sentence).Select(word => sentence[word.Start..word.End].ToLowerInvariant())
            .Any(word => Subject.IsNominative(word) && (pronouns.Count == 0 || pronouns.Contains(word)));
    }

    /// <summary>How much a clause speaks of what is asked: its names and words, an opposite a little less than the word itself.</summary>
    private static double Closeness(AskedWords asked, string clause)
    {
        var terms = WindowWords.Terms(clause);
        return asked.Terms.Sum(term => terms.Contains(term) ? 1 : Says(term, terms) ? OtherWords : 0);
    }

    /// <summary>The negations of a text; "refused" is none where it stands for the opposite of the other's "accepted".</summary>
    private static int Negations(string text, HashSet<string> other)
    {
        var said = NoNegation().Replace(text, "");
        return EnglishAnalyzer.Words(said).Select(word => said[word.Start..word.End])
            .Count(word => Claim.Read(word).NegationCount > 0 && !WindowWords.Terms(word).Any(term => Opposites.Has(term, other)));
    }

    private static bool Says(string term, HashSet<string> terms) =>
        terms.Contains(term) || Opposites.Has(term, terms) || Opposites.Agree(term, terms) || (Lexicon.Find(term) is var entry && (entry.Synonyms.Overlaps(terms) || entry.Derived.Overlaps(terms)));

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    /// <summary>"She was proposed three times, in 1938, 1947 and 1950, without success": what is denied stands in another clause.</summary>
    [GeneratedRegex(@"^\s*((but|and|though|always|each\stime)\s)*(without\s(any\s)?success|to\sno\savail|unsuccessfully)\b", Options)]
    private static partial Regex Fruitless();

    [GeneratedRegex(@"[,;:—–()]|\s(?=(without|who|which|although|though|while|but)\b)", Options)]
    private static partial Regex ClauseBoundary();

    /// <summary>"Not only a singer but also a painter", "not until 1911": what is so in spite of the word.</summary>
    [GeneratedRegex(@"\bnot\s(?=(only|just|until|till)\b)", Options)]
    private static partial Regex NoNegation();

    [GeneratedRegex(@"\s(and|or|but)\s", Options)]
    private static partial Regex Conjunction();

    [GeneratedRegex(@"\b(in|at|on|from|to|with|by|for|near|against)\s(the\s)?$", Options)]
    private static partial Regex BehindPreposition();

    [GeneratedRegex(@"\sor\s(?!not\b)", Options)]
    private static partial Regex Choice();
}
