using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace QaBot.Evaluation.Reports;

/// <summary>report.html: one file with its style, script and charts inside; the policy in its head forbids any request.</summary>
internal static class HtmlReport
{
    private static readonly string Style = Resource("report.css");
    private static readonly string Script = Resource("report.js");

    /// <summary>The page of a report.</summary>
    public static string Write(EvaluationReport report)
    {
        var title = Html.Text($"Evaluation: {report.QuestionSet}");
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '{HashOf(Style)}'; script-src '{HashOf(Script)}'; base-uri 'none'; form-action 'none'">
            <meta name="color-scheme" content="light dark">
            <title>{title}</title>
            <style>{Style}</style>
            </head>
            <body>
            <a class="skip" href="#questions">Skip to the questions</a>
            <header class="page">
            <p class="eyebrow">QaBot evaluation</p>
            <h1>{Html.Text(report.QuestionSet)} <span class="over">over {Html.Text(Documents(report))}</span></h1>
            {Facts(report)}
            </header>
            <main>

            """);
        HtmlFigures.WriteSummary(html, report);
        HtmlCharts.Write(html, report);
        HtmlFigures.Write(html, [TableReport.Figures(report), TableReport.Kinds(report), .. ModelTables.Write(report)]);
        HtmlFigures.WriteDefinitions(html);
        HtmlQuestions.Write(html, report);
        html.Append(CultureInfo.InvariantCulture, $"""
            </main>
            <footer class="page"><p>Citation figures are lexical support, not entailment: they say that a citation points at the evidence, not that it proves the sentence.
            Intervals are 95 % score intervals of shares (Wilson).</p></footer>
            <script>{Script}</script>
            </body>
            </html>

            """);
        return html.Replace("\r\n", "\n").ToString();
    }

    private static string Documents(EvaluationReport report) =>
        report.Documents.Count == 1 ? report.Documents[0] : $"{report.Documents.Count.ToString(CultureInfo.InvariantCulture)} documents";

    private static string Facts(EvaluationReport report)
    {
        var created = report.Created.UtcDateTime.ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);
        (string Name, string Value)[] facts =
        [
            ("Made", created),
            ("Engine", $"{report.Engine.Index} index, {report.Engine.Answerer} answerer, version {report.Engine.Version}"),
            ("Questions", string.Create(CultureInfo.InvariantCulture, $"{report.Judgements.Count}: {Count(report, MetricGroup.Development)} development, {Count(report, MetricGroup.HeldOut)} held out")),
            ("Corpus", Short(report.CorpusHash)),
            ("Question set", Short(report.QuestionSetHash)),
        ];
        return $"<dl class=\"facts\">{string.Concat(facts.Select(f => $"<div><dt>{f.Name}</dt><dd>{Html.Text(f.Value)}</dd></div>"))}</dl>";
    }

    private static int Count(EvaluationReport report, string half) => report.Find(half)?.Count ?? 0;

    private static string Short(string hash) => hash.Length > 15 ? hash[..15] + "…" : hash;

    private static string HashOf(string content) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)));

    private static string Resource(string name)
    {
        using var stream = typeof(HtmlReport).Assembly.GetManifestResourceStream($"QaBot.Evaluation.Reports.{name}")
            ?? throw new InvalidOperationException($"QaBot.Evaluation was built without its resource {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
