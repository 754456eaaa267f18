using System.Globalization;
using QaBot.Discord.Languages;
using QaBot.Text;

namespace QaBot.Discord.Messages;

/// <summary>What readers call the sources, and places in them.</summary>
/// <param name="corpus">The documents.</param>
/// <param name="title">What they are called together, or null for their own titles; the one document of a corpus is called so too.</param>
internal sealed class SourceNames(Corpus corpus, string? title = null)
{
    private const int LongestTitle = 80;
    private const int LongestSection = 60;
    private const int MostTitles = 3;

    /// <summary>What the sources are called together.</summary>
    public string All { get; } = title is { Length: > 0 } ? Short(title, MostTitles * LongestTitle)
        : string.Join(", ", corpus.Documents.Take(MostTitles).Select(document => Short(document.Title, LongestTitle))) + (corpus.Documents.Count > MostTitles ? " …" : "");

    /// <summary>What a document is called.</summary>
    public string Title(string document) => Short(
        title is { Length: > 0 } && corpus.Documents.Count == 1 ? title : corpus.Find(document)?.Title ?? document, LongestTitle);

    /// <summary>Where in a document an offset is: the heading above it, or how far into the text; null where the document is not known.</summary>
    public string? Where(string document, int offset, Phrasebook phrases) => corpus.Find(document) is not { Text.Length: > 0 } known ? null
        : known.SectionAt(Math.Min(offset, known.Text.Length)) is { Length: > 0 } section ? Short(section, LongestSection)
        : Phrasebook.Say(phrases.PartOfText, Math.Min(100, (int)(100L * offset / known.Text.Length)).ToString(CultureInfo.InvariantCulture));

    private static string Short(string text, int longest) => AnswerRenderer.Shorten(text, longest);
}
