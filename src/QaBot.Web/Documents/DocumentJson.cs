using System.Text.Json.Serialization;

namespace QaBot.Web.Documents;

/// <summary>A document.</summary>
/// <param name="Name">Its name in the corpus; it may have folders.</param>
/// <param name="Title">What it is about: its first heading, else whom it names most, else its name.</param>
/// <param name="Hash"><c>sha256:…</c> of its stored bytes.</param>
/// <param name="Length">Its length in UTF-16 units.</param>
internal sealed record DocumentJson(string Name, string Title, string Hash, int Length)
{
    /// <summary>Its headings; left out in the list of documents.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<OutlineJson>? Outline { get; init; }

    /// <summary>The text of the range that was asked for; left out where none was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Text { get; init; }
}
