using System.Text.RegularExpressions;
using QaBot.Answering.Candidates;
using QaBot.Citations;
using QaBot.Reading;
using QaBot.Retrieval;
using QaBot.Text;

namespace QaBot.Answering;

/// <summary>Answers with the sentence of the source in which the reader found the answer, and the few words in it that answer.</summary>
internal sealed partial class ReaderAnswerer(Indexing.PassageIndex index, SpanReader reader, AnsweringOptions options)
{
    /// <summary>The answerer's name as answers report it.</summary>
    public const string Name = "reader";

    /// <summary>A second sentence is cited when its candidate is at least this share as good as the first, and both are short enough.</summary>
    private const double SecondShare = 0.5;

    private const int MostWords = 80;

    /// <summary>A list takes items of candidates that are at least this share as good as the best, from so many sentences.</summary>
    private const double ListShare = 0.5;

    /// <summary>The same for those that stand in the best one's sentence.</summary>
    private const double ListShareBeside = 0.1;

    private const int MostListed = 3;

    /// <summary>A longer span of another sentence than the best, in UTF-16 units, is no item.</summary>
    private const int LongestItem = 60;

    /// <summary>A sentence is near when it has so much of the question's words, by their weight.</summary>
    private const double NearShare = 0.4;

    private const int MostNear = 3;

    private const int YearLength = 4;

    /// <summary>So many other documents are cited for a sentence that stands in them too.</summary>
    private const int MostOtherPlaces = 2;

    /// <summary>So many words a question for a number must have at least, for a sentence with all of them to answer at any confidence.</summary>
    private const int WordsOfCount = 3;

    /// <summary>A sentence under a question for yes or no that says neither must be so sure: it answers only where it is about the matter.</summary>
    private const double SureWithoutVerdict = 0.35;

    /// <summary>So many search words a query must have beside the noun that says what is searched for, for a sentence with all of them to answer at any confidence.</summary>
    private const int WordsOfSearch = 2;

    /// <summary>The opening of a source says whom it is about, as a rule without exception.</summary>
    private const double DefinitionConfidence = 0.95;

    private readonly CandidateFinder _finder = new(index, reader);

    /// <summary>Proposes an answer from what was retrieved.</summary>
    /// <param name="question">The question.</param>
    /// <param name="retrieved">What was retrieved for it.</param>
    /// <param name="minConfidence">Below it there is no answer; null for what the options say.</param>
    /// <param name="cancellationToken">Stops between two batches of the reader.</param>
    public AnswerDraft Answer(Question question, Retrieved retrieved, double? minConfidence = null, CancellationToken cancellationToken = default)
    {
        var language = Language.Foreign(question.Text);
        var isOutOfScope = question.Terms.Count == 0 || language is not null || Address.IsToTheBot(question.Text);
        if (isOutOfScope)
        {
            var abstention = AnswerDraft.Abstain(AbstentionReason.OutOfScope);
            return language is null ? abstention : abstention.Hinting(HintKind.OtherLanguage, language.Hint, language.OwnName);
        }

        if (retrieved.Hits.Count > 0 && question.Kind == QuestionKind.Description && question.SubjectTerms.Count > 0 && question.Terms.All(term => question.SubjectTerms.Contains(term.Term))
            && Definition.Find(index, retrieved.Hits[0], question) is var (sentence, words))
        {
            return AnswerDraft.Cite([sentence], words, DefinitionConfidence);
        }

        var asked = new AskedWords(question, retrieved, index);
        var found = _finder.Find(asked, retrieved, cancellationToken);
        var ranked = WithNumbers(asked, AnswerRanker.Fitted.Rank(found.Candidates));
        if (ranked.Count == 0)
        {
            return AnswerDraft.Abstain(AbstentionReason.NotInSource);
        }

        var best = ranked[0];
        var confidence = AnswerConfidence.Fitted.Of(AnswerConfidence.Features(asked, ranked, found.Terms.Contains));
        var shortAnswer = question.Kind == QuestionKind.List ? null : ShortAnswer.Of(asked, best);
        var denial = question.Kind == QuestionKind.YesNo ? Denial(asked, best) : null;
        var isUndecided = question.Kind == QuestionKind.YesNo && shortAnswer is null && denial is null;
        if (confidence < Math.Max(minConfidence ?? options.MinConfidence, isUndecided ? SureWithoutVerdict : 0) && !SaysAll(asked, best))
        {
            return IsContradicted(asked, best)
                ? AnswerDraft.Contradict(Citation(best), confidence)
                : AnswerDraft.Abstain(AbstentionReason.NotInSource, confidence) with { Nearest = Nearest(asked, ranked) };
        }

        if (question.Kind == QuestionKind.List)
        {
            return List(asked, ranked, retrieved, confidence);
        }

        if (denial is not null)
        {
            return AnswerDraft.Cite([Citation(best), Citation(denial)], "No", confidence);
        }

        var cited = question.Kind == QuestionKind.YesNo && shortAnswer is not null ? [best] : Cited(ranked);
        return AnswerDraft.Cite(cited.SelectMany(candidate => Places(candidate, retrieved)), shortAnswer, confidence);
    }

    /// <summary>The best candidate, and the next one of another sentence where that is about as good and both are short enough.</summary>
    /// <param name="ranked">The candidates, best first; at least one.</param>
    internal static AnswerCandidate[] Cited(IReadOnlyList<AnswerCandidate> ranked)
    {
        var best = ranked[0];
        var second = StandsAlone(best) ? null : ranked.TakeWhile(c => Math.Exp(c.Score - best.Score) >= SecondShare).FirstOrDefault(c => !IsSame(c, best) && !IsHeading(c));
        return second is null || WordCount(best) + WordCount(second) > MostWords ? [best] : [best, second];
    }

    /// <summary>
    /// "What took 1,250,000 euros?": where a sentence has the amount, or all numbers of a date, that the question has, one that has others does not answer. A year by itself
    /// may stand in the sentence before.
    /// </summary>
    private static List<AnswerCandidate> WithNumbers(AskedWords asked, List<AnswerCandidate> ranked)
    {
        var numbers = Numbers(asked);
        var kept = numbers.Count > 0 ? ranked.FindAll(candidate => numbers.TrueForAll(WindowWords.Terms(candidate.SentenceText).Contains)) : [];
        return kept.Count == 0 ? ranked : kept;
    }

    /// <summary>The question's numbers where they are an amount, or more than a year; else none.</summary>
    private static List<string> Numbers(AskedWords asked)
    {
        var numbers = asked.Terms.Where(term => char.IsDigit(term[0])).ToList();
        return numbers.Count > 1 || numbers.Exists(number => number.Length != YearLength) ? numbers : [];
    }

    /// <summary>
    /// Whether a sentence has every word of a question with an amount or a whole date, or of one of three words or more that asks how many, or a phone number with every word of one for
    /// a number, or something of the kind that search words end with in a sentence with the others, or an item, a row or a record every word of any question, but for the kind of thing it asks for: the reader, which has learned from running text, is rarely sure of those.
    /// </summary>
    private static bool SaysAll(AskedWords asked, AnswerCandidate candidate)
    {
        var block = candidate.Passage.Document.BlockOf(candidate.Sentence);
        var terms = WindowWords.Terms($"{candidate.SentenceText} {string.Join(' ', block.Columns)}");
        var kind = WindowWords.Terms(WhichKind().Match(asked.Question.Text).Value);
        var isLine = block.Kind is BlockKind.Item or BlockKind.Row or BlockKind.Record && asked.Question.Kind != QuestionKind.YesNo;
        var asksHowMany = asked.Question.Kind == QuestionKind.Number && asked.Terms.Count() >= WordsOfCount;
        var isPhoneNumber = asked.Question.Kind != QuestionKind.YesNo && kind.Contains("number") && PhoneNumber().IsMatch(candidate.Text);
        var sought = asked.Question.Sought is { } end && AnswerFit.IsOfKind(end.Kind, candidate.Text) && asked.Terms.Count() > WordsOfSearch ? end.Noun : "";
        kind.UnionWith(WindowWords.Terms(sought));
        return (isLine || asksHowMany || isPhoneNumber || sought.Length > 0 || Numbers(asked).Count > 0) && asked.Terms.All(term => kind.Contains(term) || terms.Contains(term)) && !Opposites.Deny(asked.Terms, terms);
    }

    /// <summary>A row or a record says all by itself; the next one is about something else.</summary>
    private static bool StandsAlone(AnswerCandidate candidate) => candidate.Passage.Document.BlockOf(candidate.Sentence).Kind is BlockKind.Row or BlockKind.Record;

    private static bool IsHeading(AnswerCandidate candidate) => candidate.Passage.Document.BlockOf(candidate.Sentence).Kind == BlockKind.Heading;

    private static bool IsSame(AnswerCandidate candidate, AnswerCandidate other) => string.Equals(Shown(candidate), Shown(other), StringComparison.OrdinalIgnoreCase);

    /// <summary>The sentence as a reader sees it: by it two places say the same.</summary>
    private static string Shown(AnswerCandidate candidate) => CitedText.Display(candidate.SentenceText);

    /// <summary>The candidate's sentence, and the same one in other documents among what was retrieved.</summary>
    private static IEnumerable<Citation> Places(AnswerCandidate candidate, Retrieved retrieved)
    {
        var others = retrieved.Hits.Select(hit => hit.Passage).Where(passage => passage.Document != candidate.Passage.Document)
            .SelectMany(passage => passage.Sentences.Select(sentence => candidate with { Passage = passage, Sentence = sentence }))
            .Where(other => other.Sentence.Length < 2 * candidate.Sentence.Length && IsSame(candidate, other))
            .DistinctBy(other => other.Passage.Document).Take(MostOtherPlaces);
        return others.Prepend(candidate).Select(Citation);
    }

    /// <summary>All items, of the best sentence and of others that are about as good.</summary>
    private static AnswerDraft List(AskedWords asked, List<AnswerCandidate> ranked, Retrieved retrieved, double confidence)
    {
        var best = ranked[0];
        var sentences = ranked.Where(c => c == best || (c.Read is { Score: > 0, Span.Length: <= LongestItem } && Math.Exp(c.Score - best.Score) >= (c.Sentence == best.Sentence && c.Passage.Document == best.Passage.Document ? ListShareBeside : ListShare))).GroupBy(Shown, StringComparer.OrdinalIgnoreCase).Take(MostListed).ToList();
        while (sentences.Count > 1 && sentences.Sum(sentence => WordCount(sentence.First())) > MostWords)
        {
            sentences.RemoveAt(sentences.Count - 1);
        }

        var items = ShortAnswer.ListOf(asked.IsKnown, sentences.SelectMany(sentence => sentence));
        var draft = AnswerDraft.Cite(sentences.SelectMany(sentence => Places(sentence.First(), retrieved)), items.Count == 0 ? null : string.Join(CitationVerifier.ListSeparator, items), confidence);
        return sentences.Count == 1 && (items.Count > 1 || items.Any(Enumerations.IsEnumeration)) ? draft : draft.Hinting(HintKind.MoreItems, "The source may name more.");
    }

    /// <summary>The sentences that share most with a question that they do not answer.</summary>
    private static List<Citation> Nearest(AskedWords asked, List<AnswerCandidate> ranked) => AnswerDraft.Numbered(ranked
        .DistinctBy(Shown, StringComparer.OrdinalIgnoreCase)
        .Where(c => asked.Share(WindowWords.Terms(c.SentenceText).Contains) >= NearShare)
        .Take(MostNear)
        .Select(Citation));

    /// <summary>"Spielberg offered her both parts. She turned them down." denies that she accepted: the sentence behind the one that was found.</summary>
    private static AnswerCandidate? Denial(AskedWords asked, AnswerCandidate candidate)
    {
        if (candidate.Passage.Document.SentenceBehind(candidate.Sentence) is not { } next)
        {
            return null;
        }

        var following = candidate with { Sentence = next };
        var found = WindowWords.Terms(candidate.SentenceText);
        return GoesOn().IsMatch(following.SentenceText) && !Opposites.Deny(asked.Terms, found)
            && Opposites.Deny(asked.Terms.Where(term => !found.Contains(term)), WindowWords.Terms(following.SentenceText)) ? following : null;
    }

    [GeneratedRegex(@"^(but|however|she|he|they|it|both|neither|this|that)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex GoesOn();

    [GeneratedRegex(@"(?<=\bwhich\s)\w+|\b(tele)?phone\snumber\b|\bnumber\b(?!\sof)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex WhichKind();

    [GeneratedRegex(@"^\+?\d[\d\s()/-]{4,}\d$", RegexOptions.CultureInvariant)]
    private static partial Regex PhoneNumber();

    private static int WordCount(AnswerCandidate candidate) => candidate.SentenceText.Count(char.IsWhiteSpace);

    private static Citation Citation(AnswerCandidate candidate)
    {
        var document = candidate.Passage.Document;
        return new Citation(1, document.Name, document.Hash, candidate.Passage.Id, candidate.Sentence, candidate.SentenceText);
    }

    /// <summary>
    /// "Why was it such a hit?" before "It was a failure.": all names of the question are there, most of its words too, and one is the
    /// opposite of one of the question's.
    /// </summary>
    private static bool IsContradicted(AskedWords asked, AnswerCandidate candidate)
    {
        var terms = WindowWords.Terms(candidate.SentenceText);
        var words = new WindowWords(candidate.Read.Window);
        return asked.Question.Kind != QuestionKind.YesNo && Opposites.Deny(asked.Terms, terms)
            && asked.MissingNames(words.Has) == 0 && asked.Share(term => words.Has(term) || Opposites.Has(term, terms)) > 0.5;
    }
}
