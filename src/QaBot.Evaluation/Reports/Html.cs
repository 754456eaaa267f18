using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace QaBot.Evaluation.Reports;

/// <summary>Text and numbers as they may stand in HTML and SVG.</summary>
internal static class Html
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>A text as content or as the value of a quoted attribute.</summary>
    public static string Text(string text) => Encoder.Encode(text);

    /// <summary>A coordinate.</summary>
    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Interpolated HTML without the culture's separators; the caller has encoded what it puts in.</summary>
    public static string Of(FormattableString html) => html.ToString(CultureInfo.InvariantCulture);
}
