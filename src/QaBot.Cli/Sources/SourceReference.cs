using System.Globalization;
using System.Text.RegularExpressions;
using QaBot.Answering;
using QaBot.Chunking;
using QaBot.Cli.Commands;
using QaBot.Text;

namespace QaBot.Cli.Sources;

/// <summary>Finds what a reader points at: the number of a citation, <c>document#passage</c>, or <c>document:start-end</c>.</summary>
internal static partial class SourceReference
{
    private const string Forms = "Give a passage (name.txt#12), a place (name.txt:100-200), or the number of a citation of the last answer (2).";

    /// <summary>Whether a reference is the number of a citation, which needs an answer.</summary>
    public static bool IsCitation(string reference) => Cited().IsMatch(reference);

    /// <summary>Finds it.</summary>
    /// <param name="reference">What the reader gave.</param>
    /// <param name="library">Where to look.</param>
    /// <param name="lastAnswer">The answer that numbers refer to; asked for only when the reference is one.</param>
    /// <exception cref="CommandException">There is no such thing.</exception>
    public static SourceView Resolve(string reference, Library library, Func<AnswerJson> lastAnswer)
    {
        if (Cited().Match(reference) is { Success: true } cited)
        {
            return OfCitation(cited, library, lastAnswer());
        }

        if (Numbered().Match(reference) is { Success: true } numbered)
        {
            return OfPassage(Number(numbered, "number"), FindDocument(numbered, library), library);
        }

        return Placed().Match(reference) is { Success: true } placed
            ? OfSpan(placed, FindDocument(placed, library), library)
            : throw CommandException.Usage($"“{reference}” is no place in the source.", Forms);
    }

    private static SourceView OfCitation(Match match, Library library, AnswerJson answer)
    {
        var number = Number(match, "number");
        var json = answer.Citations?.FirstOrDefault(citation => citation.Number == number);
        if (json is null)
        {
            var count = answer.Citations?.Count ?? 0;
            var has = count switch { 0 => "has no citations", 1 => "has citation 1 only", _ => string.Create(CultureInfo.InvariantCulture, $"has citations 1 to {count}") };
            throw CommandException.Usage($"There is no citation {match.Value}: the last answer {has}.", Forms);
        }

        var citation = json.ToCitation();
        var document = library.Corpus.Find(json.Document);
        return citation is not null && document is not null && document.Hash == citation.DocumentHash
            && citation.Span.End <= document.Text.Length && document.Slice(citation.Span) == citation.Quote
            ? new SourceView(document, Holding(document, citation.Span, library, citation.Passage), citation.Span)
            : throw CommandException.Failure($"{json.Document} has changed since the answer was given.", "Ask again for citations of what is there now.");
    }

    private static SourceView OfPassage(int number, Document document, Library library)
    {
        var passages = PassagesOf(document, library).ToList();
        return number >= 1 && number <= passages.Count
            ? new SourceView(document, passages[number - 1], passages[number - 1].Span)
            : throw CommandException.Usage(
                string.Create(CultureInfo.InvariantCulture, $"There is no passage {document.Name}#{number}: the document has 1 to {passages.Count}."), Forms);
    }

    private static SourceView OfSpan(Match match, Document document, Library library)
    {
        var (start, end) = (Number(match, "start"), Number(match, "end"));
        if (start >= end || end > document.Text.Length)
        {
            throw CommandException.Usage(
                string.Create(CultureInfo.InvariantCulture, $"{match.Value} is no part of {document.Name}: it has 0-{document.Text.Length}."),
                "Give a start before an end, both within the document.");
        }

        var span = new TextSpan(document.IsInsideCharacter(start) ? start - 1 : start, document.IsInsideCharacter(end) ? end + 1 : end);
        return new SourceView(document, Holding(document, span, library), span);
    }

    /// <summary>The passage that a span is in: the preferred one where passages overlap, else the first, else one that has a part of it.</summary>
    private static Passage? Holding(Document document, TextSpan span, Library library, string? preferred = null)
    {
        var overlapping = PassagesOf(document, library).Where(passage => passage.Span.Overlaps(span)).ToList();
        var holding = overlapping.FindAll(passage => passage.Span.Contains(span));
        return holding.Find(passage => passage.Id == preferred) ?? holding.FirstOrDefault() ?? overlapping.FirstOrDefault();
    }

    private static IEnumerable<Passage> PassagesOf(Document document, Library library) =>
        Enumerable.Range(0, library.Index.Count).Select(ordinal => library.Index[ordinal]).Where(passage => passage.Document == document);

    private static Document FindDocument(Match match, Library library)
    {
        var documents = library.Corpus.Documents;
        var name = match.Groups["document"].Value;
        if (name.Length == 0)
        {
            return documents.Count == 1 ? documents[0] : throw CommandException.Usage(
                string.Create(CultureInfo.InvariantCulture, $"The corpus has {documents.Count} documents: which one?"),
                "Put the name first, as in " + documents[0].Name + (match.Groups["start"].Success ? ":" : "") + match.Value + ".");
        }

        return library.Corpus.Find(name) ?? throw CommandException.Usage(
            $"The corpus has no document {name}.",
            "It has " + string.Join(", ", documents.Take(5).Select(document => document.Name)) + (documents.Count > 5 ? ", …" : "") + ".");
    }

    /// <summary>A number of the reference; one too large for any document is as good as the largest.</summary>
    private static int Number(Match match, string group) =>
        int.TryParse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"^\[?(?<number>[0-9]+)\]?$", Options)]
    private static partial Regex Cited();

    [GeneratedRegex(@"^(?<document>.*)#(?<number>[0-9]+)$", Options)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^((?<document>.+):)?(?<start>[0-9]+)-(?<end>[0-9]+)$", Options)]
    private static partial Regex Placed();
}
