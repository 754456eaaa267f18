namespace QaBot.Chunking;

/// <summary>What a passage is read with: the nearest names and the nearest year before it, which its pronouns may refer to, and what it stands under.</summary>
/// <param name="Work">The nearest earlier title of a work ("the film …"), or null.</param>
/// <param name="Person">The nearest earlier full name of a person ("she …"), or null.</param>
/// <param name="Year">The nearest earlier year ("later that year …"), or null.</param>
/// <param name="Outline">The headings above it, what introduces its list and the heads of its table's columns, or null.</param>
public sealed record PassageContext(string? Work, string? Person, string? Year, string? Outline = null)
{
    /// <summary>No context: the passage begins its document.</summary>
    public static PassageContext None { get; } = new(null, null, null);

    /// <summary>The parts that are there, as the text of the context field.</summary>
    public override string ToString() => string.Join(' ', new[] { Work, Person, Year, Outline }.Where(part => part is not null));
}
