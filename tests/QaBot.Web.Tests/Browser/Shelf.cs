using System.Globalization;
using System.Text;
using QaBot.Testing;
using QaBot.Text;

namespace QaBot.Web.Tests.Browser;

/// <summary>The documents of the browser tests: the biography, Markdown, and texts that are hard to show.</summary>
internal static class Shelf
{
    public const string Biography = "juliette-binoche.txt";
    public const string Manual = "manual.md";
    public const string Hostile = "folder/odd & <b>named</b>.txt";
    public const string Long = "long.md";

    public static Corpus Corpus { get; } = new(
    [
        Sources.Biography,
        Sources.Read(Repository.PathOf("tests", "corpora", Manual)),
        Sources.Read(Repository.PathOf("tests", "corpora", "rules.md")),
        Document.FromText(Hostile, HostileText),
        Document.FromText(Long, LongText()),
    ]);

    /// <summary>A byte-order mark, carriage returns, control characters, signs of HTML, characters of two UTF-16 units, and a line that looks like a script.</summary>
    private const string HostileText =
        "\uFEFFOrchard log\r\n\r\nThe keeper of the Wendlow orchard is Tamsin Orrel \U0001F34F; she says \"<b>no</b> & never\".\r\nThe second\u0085line \u0001 ends here.\r\n\r\n"
        + "<script>document.title = 'taken'</script>\r\n\r\nThe Wendlow orchard was planted in 1911 by Absalom Fitch \U0001F333.\r\n";

    /// <summary>Three megabytes in short paragraphs under headings, with one sentence to be found near the end.</summary>
    private static string LongText()
    {
        var text = new StringBuilder(3_200_000);
        for (var chapter = 1; text.Length < 3_000_000; chapter++)
        {
            text.Append(CultureInfo.InvariantCulture, $"# Chapter {chapter}\n\n");
            for (var paragraph = 0; paragraph < 50; paragraph++)
            {
                text.Append(CultureInfo.InvariantCulture, $"A boat came up the river with the morning tide, number {paragraph} of its year, and left again before dusk. It was not written down what was in its hold.\n\n");
            }
        }

        return text.Append("The lighthouse at Corvenna Point was lit for the last time by Ysolde Marrack.\n").ToString();
    }
}
