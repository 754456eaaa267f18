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

    /// <summary>So much of them is enough where it denies: it has a negation or an opposite to show besides.</summary>
    private const double EnoughToDeny = 0.4;

    /// <summary>So many sentences before it may give the names that a sentence goes on about.</summary>
    private const int FarthestName = 3;

    /// <summary>What a sentence loses for each sentence between it and the names.</summary>
    private const double LossBySentence = 0.1;

    /// <summary>What a sentence counts that has a word of the same kind or an opposite instead of the question's.</summary>
    private const double OtherWords = 0.9;

    /// <summary>How well a sentence says whether what is asked is so: 0 for not at all, to 1.</summary>
    public static double Evidence(AskedWords asked, Passage passage, TextSpan sentence)
    {
        if (Reply(asked, passage.Document, sentence) is not null)
        {
            return 1;
        }

        var terms = Terms(passage.Document, sentence);
        var share = asked.ShareOfWords(term => Says(term, terms));
        if (share < EnoughToDeny || QuestionLead.IsAsked(passage.Document.Slice(sentence)) || DistanceOfNames(asked, passage, sentence, terms) is not { } distance || (share < Enough && !IsDenied(asked, passage.Document, sentence)))
        {
            return 0;
        }

        var exact = asked.ShareOfWords(terms.Contains);
        return Math.Max(0, (OtherWords * share) + ((1 - OtherWords) * exact) - (LossBySentence * distance));
    }

    /// <summary>
    /// A clause that speaks of what is asked denies it by a negation, or by an opposite, that only one of both has; by both it
    /// confirms. A sentence that is no evidence, has other names or numbers than the question's, or says both a thing and its opposite says neither; "a or b?" has no yes or no.
    /// </summary>
    /// <returns>"Yes", "No", or null.</returns>
    public static string? Verdict(AskedWords asked, AnswerCandidate candidate)
    {
        if (Reply(asked, candidate.Passage.Document, candidate.Sentence) is { } reply)
        {
            return reply;
        }

        var terms = WindowWords.Terms(candidate.SentenceText);
        if (Evidence(asked, candidate.Passage, candidate.Sentence) <= 0 || Choice().IsMatch(asked.Question.Text) || NamesOthers(asked, candidate.SentenceText, terms))
        {
            return null;
        }

        if (IsRow(candidate.Passage.Document, candidate.Sentence))
        {
            return OfRow(asked, candidate.Passage.Document, candidate.Sentence);
        }

        var closest = Closest(asked, ClauseBoundary().Split(candidate.SentenceText));
        var said = WindowWords.Terms(closest);
        return (Conjunction().IsMatch(closest) && Opposites.AreBothIn(asked.Terms, said)) || (IsSpokenOfLater(asked, candidate.SentenceText, closest) && HasOther(asked, closest)) ? null
            : IsDenied(asked, candidate.Passage.Document, candidate.Sentence) ? "No"
            : "Yes";
    }

    /// <summary>"Is there a shop? No, but there is a kiosk.": what a sentence says to the question before it, where that asks what is asked, or its opposite.</summary>
    private static string? Reply(AskedWords asked, Document document, TextSpan sentence)
    {
        var said = YesOrNo().Match(document.Slice(sentence));
        var question = said.Success ? document.Slice(document.SentencesBefore(sentence).FirstOrDefault()) : "";
        if (!Whether().IsMatch(question) || !QuestionLead.IsAsked(question) || HasOther(asked, question))
        {
            return null;
        }

        // It must ask no more and no less: "open on Mondays" is not "open".
        (question, var own) = (NegativeLead().Replace(question, ""), NegativeLead().Replace(asked.Question.Text, ""));
        var terms = WindowWords.Terms(question);
        var known = asked.Terms.ToHashSet(StringComparer.Ordinal);
        var askedThere = Question.Parse(question).Terms.Select(term => term.Term).ToList();
        var isSame = (Negations(own, terms) % 2 == Negations(question, WindowWords.Terms(own)) % 2) != Opposites.Deny(asked.Terms, terms);
        return asked.ShareOfWords(term => Says(term, terms)) < Enough || askedThere.Count(term => Says(term, known)) < Enough * askedThere.Count || asked.MissingNames(terms.Contains) > 0 ? null
            : isSame == said.Groups["yes"].Success ? "Yes"
            : "No";
    }

    /// <summary>Whether the clause that speaks most of what is asked has a negation, or an opposite, and the question none, or the other way round.</summary>
    private static bool IsDenied(AskedWords asked, Document document, TextSpan sentence)
    {
        if (IsRow(document, sentence))
        {
            return OfRow(asked, document, sentence) == "No";
        }

        var text = document.Slice(sentence);
        var clauses = ClauseBoundary().Split(text);
        var closest = Closest(asked, clauses);
        var question = NegativeLead().Replace(asked.Question.Text, "");
        var negations = Negations(closest, WindowWords.Terms(question)) + clauses.Count(clause => clause != closest && Fruitless().IsMatch(clause));
        return (negations % 2 != Negations(question, WindowWords.Terms(text)) % 2) != Opposites.Deny(asked.Terms, WindowWords.Terms(closest));
    }

    private static string Closest(AskedWords asked, string[] clauses) => clauses.MaxBy(clause => Closeness(asked, clause))!;

    private static bool IsRow(Document document, TextSpan sentence) => document.BlockOf(sentence) is { Kind: BlockKind.Row, Columns.Count: > 0 };

    /// <summary>What the cell under the head that the question names says: "closed" and "no" deny, "yes" confirms, and so do hours where it is asked whether something is open.</summary>
    private static string? OfRow(AskedWords asked, Document document, TextSpan sentence)
    {
        var (span, share) = AskedCell.Shares(asked, document.BlockOf(sentence)).MaxBy(cell => cell.Share);
        var cell = document.Slice(span).Trim();
        return share <= 0 ? null
            : DenyingCell().IsMatch(cell) ? "No"
            : ConfirmingCell().IsMatch(cell) || (asked.Terms.Contains("open") && cell.Any(char.IsDigit)) ? "Yes"
            : null;
    }

    /// <summary>A sentence's terms; a row's with those of the heads of its columns and of what it stands under.</summary>
    private static HashSet<string> Terms(Document document, TextSpan sentence)
    {
        var block = document.BlockOf(sentence);
        var terms = WindowWords.Terms(document.Slice(sentence));
        if (block.Kind == BlockKind.Row)
        {
            terms.UnionWith(block.Columns.Concat(block.Headings).Append(block.LeadIn ?? "").SelectMany(WindowWords.Terms));
        }

        return terms;
    }

    /// <summary>
    /// "Was she born in Lyon?" is not answered by "She was born in Bergen": a name or number behind a preposition of the question is not there, and another one is. What is spoken
    /// of ("Was Blue shot in Paris?") may stand before.
    /// </summary>
    private static bool NamesOthers(AskedWords asked, string sentence, HashSet<string> terms)
    {
        var question = asked.Question.Text;
        return NameBehindPreposition().Matches(question).SelectMany(name => EnglishAnalyzer.Analyze(name.Groups["name"].Value))
                .Any(token => asked.Names.Contains(token.Term) && !asked.Question.SubjectTerms.Contains(token.Term) && !terms.Contains(token.Term))
            && HasOther(asked, sentence);
    }

    /// <summary>Whether a name of the question stands only behind the clause: "She supported Otto Kern in the election, which was won by Nils Berg" does not say whether she supported Berg.</summary>
    private static bool IsSpokenOfLater(AskedWords asked, string sentence, string clause)
    {
        var end = sentence.IndexOf(clause, StringComparison.Ordinal) + clause.Length;
        var (before, later) = (WindowWords.Terms(sentence[..end]), WindowWords.Terms(sentence[end..]));
        return asked.Names.Any(name => later.Contains(name) && !before.Contains(name) && !asked.Question.SubjectTerms.Contains(name));
    }

    /// <summary>Whether a text has a name or number that the question has not.</summary>
    private static bool HasOther(AskedWords asked, string text) => EnglishAnalyzer.Analyze(text).Exists(token => token.Position > 0
        && (char.IsUpper(text[token.Span.Start]) || char.IsDigit(text[token.Span.Start])) && !asked.IsKnown(token.Term) && text.Substring(token.Span.Start, token.Span.Length) is not "I");

    /// <summary>How many sentences before this one the names of the question stand; null for too many, for another thing named between, or where it does not speak of the subject that it is asked of.</summary>
    private static int? DistanceOfNames(AskedWords asked, Passage passage, TextSpan sentence, HashSet<string> terms)
    {
        if (asked.IsOfSubjectAlone)
        {
            return SpeaksOfSubject(asked.Question, passage.Document.Slice(sentence)) ? 0 : null;
        }

        // A row says all by itself; what stands before it is another one.
        var document = passage.Document;
        if (document.BlockOf(sentence).Kind == BlockKind.Row)
        {
            return asked.MissingNames(terms.Contains) == 0 ? 0 : null;
        }

        var before = document.SentencesBefore(sentence).Take(FarthestName).TakeWhile(earlier => document.BlockOf(earlier).Kind != BlockKind.Heading).ToList();
        var named = terms.Concat(WindowWords.Terms($"{document.Title} {passage.Context.Outline}")).ToHashSet(StringComparer.Ordinal);
        for (var distance = 0; distance <= before.Count; distance++)
        {
            if (asked.MissingNames(named.Contains) == 0)
            {
                return distance;
            }

            if (distance < before.Count)
            {
                var earlier = WindowWords.Terms(document.Slice(before[distance]));
                if (!asked.Names.Any(earlier.Contains) && NamesAnother(document, before[distance]))
                {
                    return null;
                }

                named.UnionWith(earlier);
            }
        }

        named.UnionWith(WindowWords.Terms(passage.Context.ToString()));
        return asked.MissingNames(named.Contains) == 0 ? before.Count : null;
    }

    /// <summary>Whether a sentence names a work, or anything of two words that is no person: what follows speaks of that.</summary>
    private static bool NamesAnother(Document document, TextSpan sentence) =>
        NameScanner.Scan(document.Text, sentence).Exists(name => name.Kind == NameKind.Work || (name.Kind == NameKind.Other && document.Slice(name.Span).Contains(' ')));

    /// <summary>
    /// "Her father is French" does not say whether she is: the subject's name or pronoun stands there, and not as whose something is; nor does "Her sister paints, as she said".
    /// </summary>
    private static bool SpeaksOfSubject(Question question, string sentence)
    {
        var pronouns = EnglishAnalyzer.Words(question.Text).Select(word => question.Text[word.Start..word.End].ToLowerInvariant()).Where(Subject.IsNominative).ToHashSet();
        if (pronouns.Count > 0 && Relative().Match(sentence) is { Success: true } relative && QuestionParser.IsPerson(relative.Groups["noun"].Value))
        {
            return false;
        }

        return question.NamesSubject(sentence) || EnglishAnalyzer.Words(sentence).Select(word => sentence[word.Start..word.End].ToLowerInvariant())
            .Any(word => Subject.IsNominative(word) && (pronouns.Count == 0 || pronouns.Contains(word)));
    }

    /// <summary>How much a clause speaks of what is asked: its words count twice as much as its names, an opposite a little less than the word itself.</summary>
    private static double Closeness(AskedWords asked, string clause)
    {
        var terms = WindowWords.Terms(clause);
        return asked.Terms.Sum(term => (asked.Names.Contains(term) ? 1 : 2) * (terms.Contains(term) ? 1 : Says(term, terms) ? OtherWords : 0));
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

    [GeneratedRegex(@"^\W*(her|his|their)\s((half|step|elder|older|younger|eldest|youngest|first|second|late|own|twin)[\s-])*(?<noun>\w+)", Options)]
    private static partial Regex Relative();

    [GeneratedRegex(@"[,;:—–()]|\s(?=(without|who|which|although|though|while|but)\b)", Options)]
    private static partial Regex ClauseBoundary();

    /// <summary>"Not only a singer but also a painter", "not until 1911": what is so in spite of the word.</summary>
    [GeneratedRegex(@"\bnot\s(?=(only|just|until|till)\b)", Options)]
    private static partial Regex NoNegation();

    [GeneratedRegex($@"^\W*({QuestionLead.Auxiliary})(n['’]t)?\b", Options)]
    private static partial Regex Whether();

    [GeneratedRegex(@"^\W*((?<yes>yes)|no)\b(?=\s*([,.;:!–—-]|$))(?!\.\s*\d)", Options)]
    private static partial Regex YesOrNo();

    [GeneratedRegex(@"\s(and|or|but)\s", Options)]
    private static partial Regex Conjunction();

    /// <summary>A name of one or more words, "The Bread on the Table", or a number.</summary>
    [GeneratedRegex(@"((\b(?i:in|at|from|to|with|by|for|near|against)|(?<!\p{Lu}\S*\s)on)\s)((?i:the)\s)?(?<name>[\p{Lu}\d][\w'’.-]*(\s((of|on|and|the|de|la|le|les|du|des|von|van)\s)*\p{Lu}[\w'’-]*)*)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NameBehindPreposition();

    /// <summary>"Isn't she French?" asks whether she is.</summary>
    [GeneratedRegex(@"^\W*\w+n['’]t\b", Options)]
    private static partial Regex NegativeLead();

    [GeneratedRegex(@"^(no|none|never|closed|not\s\w+|[–—-])$", Options)]
    private static partial Regex DenyingCell();

    [GeneratedRegex(@"^(yes|always|✓|✔)$", Options)]
    private static partial Regex ConfirmingCell();

    [GeneratedRegex(@"\sor\s(?!not\b)", Options)]
    private static partial Regex Choice();
}
