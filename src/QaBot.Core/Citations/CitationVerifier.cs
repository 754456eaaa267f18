using System.Globalization;
using QaBot.Answering;
using QaBot.Text;

namespace QaBot.Citations;

/// <summary>
/// The gate that every answer passes: quotes are found character for character, markers and citations match, and each sentence agrees
/// with what it cites in its numbers, names, negation and words.
/// </summary>
/// <remarks>
/// The check is lexical: it catches what was changed, added or denied, not a wrong relation between words that all occur in the quote.
/// A sentence of a quote, word for word, needs no further check, and a quote is whole sentences: what a part leaves out may deny it.
/// </remarks>
public static class CitationVerifier
{
    /// <summary>What stands between the items of a short answer that is a list.</summary>
    internal const string ListSeparator = ", ";

    /// <summary>What is wrong with an answer; nothing when it may be shown.</summary>
    /// <param name="outcome">Answered, abstained, or refused, which goes without any text.</param>
    /// <param name="text">The sentences with their markers.</param>
    /// <param name="shortAnswer">The short answer, or null.</param>
    /// <param name="citations">The citations.</param>
    /// <param name="corpus">The documents they point into.</param>
    /// <param name="question">The question as read, where it is known: only one that asks for it is answered with Yes or No.</param>
    /// <param name="reason">Why there is no answer, where that is known: its sentence stands first, and alone unless a premise is false.</param>
    public static IReadOnlyList<VerificationFault> Verify(
        AnswerOutcome outcome,
        string text,
        string? shortAnswer,
        IReadOnlyList<Citation> citations,
        Corpus corpus,
        string? question = null,
        AbstentionReason? reason = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(citations);
        ArgumentNullException.ThrowIfNull(corpus);
        var faults = new List<VerificationFault>();
        if (outcome == AnswerOutcome.Refused)
        {
            return text.Length == 0 && shortAnswer is null && citations.Count == 0 ? [] : [new(FaultKind.Abstention, "A refusal says something.")];
        }

        foreach (var citation in citations)
        {
            VerifySource(citation, corpus, faults);
        }

        var parts = CitedText.Parts(text);
        VerifyNumbering(citations, parts, faults);
        foreach (var (sentence, markers) in parts)
        {
            VerifySentence(outcome, sentence, [.. citations.Where(c => markers.Contains(c.Number))], faults);
        }

        if (parts.Count == 0)
        {
            faults.Add(new(Missing(outcome), "The answer is empty."));
        }

        if (outcome == AnswerOutcome.Abstained && reason is { } given && !IsAbstention(given, text, shortAnswer, citations))
        {
            faults.Add(new(FaultKind.Abstention, $"The answer is not “{Abstention.Sentence(given)}”, or is more than that."));
        }

        VerifyShort(shortAnswer, citations, question, faults);
        return faults;
    }

    internal static bool IsSupported(AnswerDraft draft, Corpus corpus, string question) =>
        Verify(draft.Outcome, draft.Text, draft.ShortAnswer, draft.Citations, corpus, question, draft.Reason).Count == 0;

    private static bool IsAbstention(AbstentionReason reason, string text, string? shortAnswer, IReadOnlyList<Citation> citations) =>
        reason == AbstentionReason.FalsePremise
            ? text.StartsWith(Abstention.Sentence(reason), StringComparison.Ordinal)
            : text == Abstention.Sentence(reason) && shortAnswer is null && citations.Count == 0;

    private static void VerifySource(Citation citation, Corpus corpus, List<VerificationFault> faults)
    {
        var marker = CitedText.Marker(citation.Number);
        if (corpus.Find(citation.Document) is not { } document)
        {
            faults.Add(new(FaultKind.UnknownDocument, $"{marker}: the corpus has no document {citation.Document}."));
            return;
        }

        if (document.Hash != citation.DocumentHash)
        {
            faults.Add(new(FaultKind.DocumentChanged, $"{marker}: {citation.Document} is not the document that was cited."));
        }

        if (!IsPassageOf(document.Name, citation.Passage))
        {
            faults.Add(new(FaultKind.PassageDiffers, $"{marker}: passage {citation.Passage} is not one of {citation.Document}."));
        }

        if (citation.Span.End > document.Text.Length || citation.Span.Length == 0)
        {
            faults.Add(new(FaultKind.SpanOutOfRange, $"{marker}: {citation.Span} is no part of {citation.Document}."));
        }
        else if (!document.Text.AsSpan(citation.Span.Start, citation.Span.Length).SequenceEqual(citation.Quote))
        {
            faults.Add(new(FaultKind.QuoteDiffers, $"{marker}: the quote is not what {citation.Document} has at {citation.Span}."));
        }
        else if (!document.IsWholeSentences(citation.Span))
        {
            faults.Add(new(FaultKind.PartOfSentence, $"{marker}: {citation.Span} begins or ends inside a sentence of {citation.Document}."));
        }
    }

    private static void VerifyNumbering(IReadOnlyList<Citation> citations, List<(string Text, int[] Markers)> parts, List<VerificationFault> faults)
    {
        for (var i = 0; i < citations.Count; i++)
        {
            if (citations[i].Number != i + 1)
            {
                faults.Add(new(FaultKind.Numbering, $"Citation {i + 1} has the number {citations[i].Number}."));
            }
        }

        var seen = parts.SelectMany(part => part.Markers).Distinct().ToList();
        foreach (var marker in seen.Where(marker => marker < 1 || marker > citations.Count))
        {
            faults.Add(new(FaultKind.Marker, $"Marker {CitedText.Marker(marker)} has no citation."));
        }

        foreach (var citation in citations.Where(c => !seen.Contains(c.Number)))
        {
            faults.Add(new(FaultKind.Marker, $"Citation {citation.Number} has no marker."));
        }

        if (!seen.SequenceEqual(seen.Order()))
        {
            faults.Add(new(FaultKind.Numbering, "The markers do not appear in the order of their numbers."));
        }
    }

    private static void VerifySentence(AnswerOutcome outcome, string text, List<Citation> cited, List<VerificationFault> faults)
    {
        if (outcome == AnswerOutcome.Abstained && Abstention.IsSentence(text))
        {
            return;
        }

        if (cited.Count == 0 || text.Length == 0)
        {
            var message = text.Length == 0 ? "A marker stands behind nothing." : $"No citation stands behind “{Agreement.Shorten(text)}”.";
            faults.Add(new(Missing(outcome), message));
            return;
        }

        // An abstention's sentence may stand before the one that is cited: "The source says otherwise. … [1]".
        var rest = outcome == AnswerOutcome.Abstained ? Abstention.Strip(text) : text;
        var verbatim = cited.SelectMany(c => SentencesOf(c.Quote).Prepend(CitedText.Display(c.Quote))).Where(s => s.Length > 0).ToList();
        var quotes = new Lazy<Claim>(() => Claim.Read(string.Join(' ', cited.Select(c => CitedText.Display(c.Quote)))));
        while (rest.Length > 0)
        {
            var next = verbatim.Find(s => rest.StartsWith(s, StringComparison.Ordinal) && (rest.Length == s.Length || rest[s.Length] == ' '));
            if (next is null)
            {
                var span = SentenceSegmenter.Split(rest) is [var first, ..] ? first : new TextSpan(0, rest.Length);
                next = rest[..span.End];
                if (Abstention.Strip(rest) != rest)
                {
                    faults.Add(new(FaultKind.Abstention, $"“{Agreement.Shorten(next)}” is no part of an answer."));
                }

                faults.AddRange(Agreement.Faults(next, quotes.Value));
            }

            rest = rest[next.Length..].TrimStart();
        }
    }

    private static IEnumerable<string> SentencesOf(string quote) =>
        SentenceSegmenter.Split(quote).Select(span => CitedText.Display(quote[span.Start..span.End]));

    private static void VerifyShort(string? shortAnswer, IReadOnlyList<Citation> citations, string? question, List<VerificationFault> faults)
    {
        if (shortAnswer is null || (shortAnswer is "Yes" or "No" && citations.Count > 0 && (question is null || AsksYesNo(question))))
        {
            return;
        }

        var quotes = citations.Select(c => CitedText.Display(c.Quote)).ToList();
        if (!IsQuoted(shortAnswer) && !shortAnswer.Split(ListSeparator).All(IsQuoted))
        {
            faults.Add(new(FaultKind.ShortAnswer, $"The short answer “{Agreement.Shorten(shortAnswer)}” is in no quote."));
        }

        bool IsQuoted(string item) => quotes.Exists(quote => HasWords(quote, item));
    }

    private static bool AsksYesNo(string question) => !string.IsNullOrWhiteSpace(question)
        && Question.Parse(CompoundQuestion.Split(question)?.First ?? question).Kind == QuestionKind.YesNo;

    /// <summary>Whether a quote has the words of an item, none of them cut: "9 March" is not in "19 March", nor "5" in "1.5".</summary>
    private static bool HasWords(string quote, string item)
    {
        if (!item.Any(char.IsLetterOrDigit))
        {
            return false;
        }

        for (var i = quote.IndexOf(item, StringComparison.Ordinal); i >= 0; i = quote.IndexOf(item, i + 1, StringComparison.Ordinal))
        {
            if (!IsInsideWord(quote, i) && !IsInsideWord(quote, i + item.Length))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the characters on both sides of an offset belong to one word or number.</summary>
    private static bool IsInsideWord(string text, int i) => i > 0 && i < text.Length
        && ((char.IsLetterOrDigit(text[i - 1]) && char.IsLetterOrDigit(text[i]))
            || (text[i] is '.' or ',' && char.IsDigit(text[i - 1]) && i + 1 < text.Length && char.IsDigit(text[i + 1]))
            || (text[i - 1] is '.' or ',' && char.IsDigit(text[i]) && i > 1 && char.IsDigit(text[i - 2])));

    private static bool IsPassageOf(string document, string passage) =>
        passage.StartsWith(document + "#", StringComparison.Ordinal)
        && passage.Length > document.Length + 1 && passage[document.Length + 1] != '0'
        && int.TryParse(passage.AsSpan(document.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0;

    private static FaultKind Missing(AnswerOutcome outcome) => outcome == AnswerOutcome.Abstained ? FaultKind.Abstention : FaultKind.Uncited;
}
