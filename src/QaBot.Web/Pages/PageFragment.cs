using System.Globalization;
using QaBot.Text;

namespace QaBot.Web.Pages;

/// <summary>The fragment by which the page opens a document (<c>wwwroot/links.js</c> reads it).</summary>
internal static class PageFragment
{
    /// <summary>The fragment, its <c>#</c> included.</summary>
    /// <param name="document">The document's name.</param>
    /// <param name="place">Half-open UTF-16 offsets of what is shown in it; null for its beginning.</param>
    public static string Of(string document, TextSpan? place) => "#doc=" + Uri.EscapeDataString(document)
        + (place is { } span ? string.Create(CultureInfo.InvariantCulture, $"&start={span.Start}&end={span.End}") : "");
}
