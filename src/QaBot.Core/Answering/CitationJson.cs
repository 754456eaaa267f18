using System.Text.Json.Serialization;
using QaBot.Citations;
using QaBot.Text;

namespace QaBot.Answering;

/// <summary>A citation within an <see cref="AnswerJson"/>.</summary>
public sealed class CitationJson
{
    /// <summary>The number of its markers.</summary>
    [JsonPropertyOrder(0)]
    [JsonRequired]
    public int Number { get; init; }

    /// <summary>The document's name.</summary>
    [JsonPropertyOrder(1)]
    [JsonRequired]
    public string Document { get; init; } = "";

    /// <summary><c>sha256:…</c> of the document's bytes.</summary>
    [JsonPropertyOrder(2)]
    [JsonRequired]
    public string DocumentHash { get; init; } = "";

    /// <summary>The passage's id.</summary>
    [JsonPropertyOrder(3)]
    [JsonRequired]
    public string Passage { get; init; } = "";

    /// <summary>UTF-16 offset of the quote's first unit.</summary>
    [JsonPropertyOrder(4)]
    [JsonRequired]
    public int Start { get; init; }

    /// <summary>UTF-16 offset behind the quote's last unit.</summary>
    [JsonPropertyOrder(5)]
    [JsonRequired]
    public int End { get; init; }

    /// <summary>Exactly the text between them.</summary>
    [JsonPropertyOrder(6)]
    [JsonRequired]
    public string Quote { get; init; } = "";

    /// <summary>The object of a citation.</summary>
    public static CitationJson Of(Citation citation)
    {
        ArgumentNullException.ThrowIfNull(citation);
        return new CitationJson
        {
            Number = citation.Number,
            Document = citation.Document,
            DocumentHash = citation.DocumentHash,
            Passage = citation.Passage,
            Start = citation.Span.Start,
            End = citation.Span.End,
            Quote = citation.Quote,
        };
    }

    /// <summary>The citation, or null where the offsets are not a range.</summary>
    public Citation? ToCitation() =>
        Start < 0 || End < Start ? null : new Citation(Number, Document, DocumentHash, Passage, new TextSpan(Start, End), Quote);
}
