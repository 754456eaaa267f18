using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace QaBot.Web.Pages;

/// <summary>A page that works without scripts, written part for part.</summary>
/// <param name="Title">Its title, as text.</param>
/// <param name="Body">What is in its <c>main</c> element, as HTML.</param>
/// <param name="Status">The status of the response. Default 200.</param>
internal sealed record PageHtml(string Title, IEnumerable<string> Body, int Status = StatusCodes.Status200OK) : IResult
{
    private static readonly SearchValues<char> Reserved = SearchValues.Create("&<>\"\r");

    /// <summary>
    /// A text as it stands in HTML's text and in quoted attributes. All but the signs of HTML itself stays as it is, control characters too: as numbers, some of them are read as
    /// other characters. Carriage returns are a number, or they would be read as line feeds.
    /// </summary>
    public static string Encode(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAny(Reserved))
        {
            return text.ToString();
        }

        var encoded = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            _ = c switch
            {
                '&' => encoded.Append("&amp;"),
                '<' => encoded.Append("&lt;"),
                '>' => encoded.Append("&gt;"),
                '"' => encoded.Append("&quot;"),
                '\r' => encoded.Append("&#13;"),
                _ => encoded.Append(c),
            };
        }

        return encoded.ToString();
    }

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = "text/html; charset=utf-8";
        foreach (var part in Body.Prepend(Head()).Append("</main>\n</body>\n</html>\n"))
        {
            await response.WriteAsync(part, httpContext.RequestAborted).ConfigureAwait(false);
        }
    }

    private string Head() => $"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{Encode(Title)} · QaBot</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml">
        <link rel="stylesheet" href="/app.css">
        <script src="/theme.js"></script>
        </head>
        <body class="standalone">
        <header class="bar"><a class="brand" href="/">QaBot</a> <a class="quiet" href="/documents">Documents</a></header>
        <main>

        """;
}
