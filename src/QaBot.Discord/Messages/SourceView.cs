using System.Globalization;

namespace QaBot.Discord.Messages;

/// <summary>Which part of a document is shown around a quote.</summary>
/// <param name="Kind"><c>p</c> for the passage, <c>b</c> for the text before an offset, <c>a</c> for the text after it.</param>
/// <param name="Offset">The offset, in UTF-16 units.</param>
internal readonly record struct SourceView(char Kind, int Offset)
{
    /// <summary>The quote in its passage.</summary>
    public static SourceView Passage { get; } = new('p', 0);

    /// <summary>The text that ends at an offset.</summary>
    public static SourceView Before(int offset) => new('b', offset);

    /// <summary>The text that begins at an offset.</summary>
    public static SourceView After(int offset) => new('a', offset);

    /// <summary>Reads its form in a custom_id.</summary>
    public static SourceView? Parse(string text) =>
        text.Length > 1 && text[0] is 'p' or 'b' or 'a' && int.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var offset)
            ? new SourceView(text[0], offset) : null;

    /// <summary>Its form in a custom_id.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Kind}{Offset}");
}
