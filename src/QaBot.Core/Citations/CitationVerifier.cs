using QaBot.Answering;
using QaBot.Text;

namespace QaBot.Citations;

/// <summary>
/// The gate that every answer passes: quotes are found character for character, markers and citations match, and each sentence agrees
/// with what it cites in its numbers, names, negation and words.
/// </summary>
/// <remarks>
/// The check is lexical: it catches what was changed, added or denied, not a wrong relation between words that all occur in the quote.
/// A sentence that is its quote needs no further check.
/// </remarks>
public static class CitationVerifier
{
    /// <summary>At least this share of a sentence's terms is in what it cites.</summary>
    private const double SmallestShare = 0.6;

    /// <summary>What stands between the items of a short answer that is a list.</summary>
    internal const string ListSeparator = ", ";

    /// <summary>What is wrong with an answer; nothing when it may be shown.</summary>
    /// <param name="outcome">Answered or abstained; a refusal has nothing to verify.</param>
    /// <param name="text">The sentences with their markers.</param>
    /// <param name="shortAnswer">The short answer, or null.</param>
    /// <param name="citations">The citations.</param>
    /// <param name="corpus">The documents they point into.</param>
    public static IReadOnlyList<VerificationFault> Verify(
        AnswerOutcome outcome, string text, string? shortAnswer, IReadOnlyList<Citation> citations, Corpus corpus)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(citations);
        ArgumentNullException.ThrowIfNull(corpus);
        var faults = new List<VerificationFault>();
        if (outcome == AnswerOutcome.Refused)
        {
            return faults;
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

        if (outcome == AnswerOutcome.Answered && parts.Count == 0)
        {
            faults.Add(new(FaultKind.Uncited, "The answer is empty."));
        }

        VerifyShort(shortAnswer, citations, faults);
        return faults;
    }

    internal static bool IsSupported(AnswerDraft draft, Corpus corpus) =>
        Verify(draft.Outcome, draft.Text, draft.ShortAnswer, draft.Citations, corpus).Count == 0;

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

        if (!citation.Passage.StartsWith(citation.Document + "#", StringComparison.Ordinal))
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

        if (cited.Count == 0)
        {
            var kind = outcome == AnswerOutcome.Abstained ? FaultKind.Abstention : FaultKind.Uncited;
            faults.Add(new(kind, $"No citation stands behind “{Shorten(text)}”."));
            return;
        }

        // An abstention's sentence may stand before the one that is cited: "The source says otherwise. … [1]".
        text = outcome == AnswerOutcome.Abstained ? Abstention.Strip(text) : text;
        if (cited.Exists(c => CitedText.Display(c.Quote) == text))
        {
            return;
        }

        var quotes = Claim.Read(string.Join(' ', cited.Select(c => CitedText.Display(c.Quote))));
        foreach (var span in SentenceSegmenter.Split(text))
        {
            VerifyAgreement(text.Substring(span.Start, span.Length), quotes, faults);
        }
    }

    private static void VerifyAgreement(string sentence, Claim quotes, List<VerificationFault> faults)
    {
        var claim = Claim.Read(sentence);
        if (claim.Numbers.FirstOrDefault(n => n.Value > quotes.Numbers.GetValueOrDefault(n.Key)).Key is { } number)
        {
            faults.Add(new(FaultKind.Number, $"{number} is not, or not as often, in what “{Shorten(sentence)}” cites."));
        }

        if (claim.Names.Except(quotes.Terms).FirstOrDefault() is { } name)
        {
            faults.Add(new(FaultKind.Name, $"“{name}” is not in what “{Shorten(sentence)}” cites."));
        }

        if (claim.NegationCount != quotes.NegationCount)
        {
            faults.Add(new(FaultKind.Negation, $"“{Shorten(sentence)}” and what it cites differ in a negation."));
        }

        if (claim.Terms.Count(quotes.Terms.Contains) < SmallestShare * claim.Terms.Count)
        {
            faults.Add(new(FaultKind.Words, $"Too few words of “{Shorten(sentence)}” are in what it cites."));
        }
    }

    private static void VerifyShort(string? shortAnswer, IReadOnlyList<Citation> citations, List<VerificationFault> faults)
    {
        if (shortAnswer is null or "Yes" or "No")
        {
            return;
        }

        var quotes = citations.Select(c => CitedText.Display(c.Quote)).ToList();
        if (shortAnswer.Length == 0 || !(IsQuoted(shortAnswer) || shortAnswer.Split(ListSeparator).All(IsQuoted)))
        {
            faults.Add(new(FaultKind.ShortAnswer, $"The short answer “{Shorten(shortAnswer)}” is in no quote."));
        }

        bool IsQuoted(string item) => quotes.Exists(quote => quote.Contains(item, StringComparison.Ordinal));
    }

    private static string Shorten(string text) => text.Length <= 60 ? text : text[..57] + "…";
}
