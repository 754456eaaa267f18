using System.Text.Json.Serialization;
using QaBot.Chunking;

namespace QaBot.Indexing;

/// <summary>A passage as <c>passages --json</c> prints it, and as other programs are given it.</summary>
/// <param name="Rank">From 1; null when passages are listed, not ranked.</param>
/// <param name="Score">The sum of the terms' scores; null when passages are listed.</param>
/// <param name="Passage">The passage's id.</param>
/// <param name="Document">The document's name.</param>
/// <param name="Start">UTF-16 offset of its first unit.</param>
/// <param name="End">UTF-16 offset behind its last unit.</param>
/// <param name="Zone"><c>body</c> or <c>references</c>.</param>
/// <param name="Text">Exactly the text between them.</param>
/// <param name="Terms">Each term's share of the score, with <c>--explain</c>.</param>
public sealed record PassageJson(
    int? Rank,
    float? Score,
    string Passage,
    string Document,
    int Start,
    int End,
    string Zone,
    string Text,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<TermJson>? Terms)
{
    /// <summary>The object of a passage.</summary>
    /// <param name="passage">The passage.</param>
    /// <param name="rank">Its place, from 1, or null.</param>
    /// <param name="score">Its score, or null.</param>
    /// <param name="terms">What each term adds to that, or null.</param>
    public static PassageJson Of(Passage passage, int? rank = null, float? score = null, IEnumerable<TermShare>? terms = null)
    {
        ArgumentNullException.ThrowIfNull(passage);
        return new(
            rank,
            score,
            passage.Id,
            passage.Document.Name,
            passage.Span.Start,
            passage.Span.End,
            passage.Zone == QaBot.Text.Zone.Body ? "body" : "references",
            passage.Text,
            terms is null ? null : [.. terms.Select(share => new TermJson(share.Field, share.Term, share.Frequency, share.DocumentFrequency, share.Idf, share.Score))]);
    }
}
