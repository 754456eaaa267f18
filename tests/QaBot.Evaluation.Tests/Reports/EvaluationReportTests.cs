using System.Text.RegularExpressions;
using QaBot.Evaluation.Reports;
using QaBot.Evaluation.Runs;
using Xunit;

namespace QaBot.Evaluation.Tests.Reports;

public sealed partial class EvaluationReportTests
{
    [Fact]
    public async Task ToHtml_HostileQuestion_IsEscaped()
    {
        using var test = new TestCorpus();
        var html = (await EvaluationRun.RunAsync(test.Options())).ToHtml();
        Assert.DoesNotContain("<script>alert", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", html, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(html, "<script"));
        Assert.Equal(Regex.Count(html, "<details"), Regex.Count(html, "</details>"));
    }

    [Fact]
    public async Task ToHtml_AnyReport_AsksForNothingElse()
    {
        using var test = new TestCorpus();
        var html = (await EvaluationRun.RunAsync(test.Options())).ToHtml();
        Assert.DoesNotMatch("https?://", html);
        Assert.DoesNotMatch(@"(?i)\b(src|srcset|action|background)\s*=|@import|url\(|<link|<iframe|<object", html);
        Assert.All(Links().Matches(html).Select(m => m.Groups[1].Value), link => Assert.StartsWith("#", link, StringComparison.Ordinal));
        Assert.Contains("default-src 'none'", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ToHtml_CitedPassage_MarksQuoteAndEvidence()
    {
        using var test = new TestCorpus();
        var html = (await EvaluationRun.RunAsync(test.Options())).ToHtml();
        Assert.Contains("<mark class=\"quote evidence\">Ada Marlow was born in Bristol in 1931.</mark>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_HeldOutQuestions_AreCountedButNotShown()
    {
        using var test = new TestCorpus();
        var report = await EvaluationRun.RunAsync(test.Options());
        Assert.All([report.ToHtml(), report.ToJson(), .. Cells(report)], text => Assert.DoesNotContain("heldoutword", text, StringComparison.Ordinal));
        Assert.Contains("The 2 questions of the held-out half are counted", report.ToHtml(), StringComparison.Ordinal);

        var shown = await EvaluationRun.RunAsync(test.Options(showHeldOut: true));
        Assert.Contains("heldoutword", shown.ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parse_OwnJson_GivesTheSameReport()
    {
        using var test = new TestCorpus();
        var json = (await EvaluationRun.RunAsync(test.Options())).ToJson();
        Assert.Equal(json, EvaluationReport.Parse(json).ToJson());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[")]
    [InlineData("null")]
    public void Parse_OtherText_IsFormatException(string json) => Assert.Throws<FormatException>(() => EvaluationReport.Parse(json));

    [Fact]
    public async Task ToTables_Rows_HaveACellForEachColumn()
    {
        using var test = new TestCorpus();
        var baseline = await EvaluationRun.RunAsync(test.Options());
        var tables = (await EvaluationRun.RunAsync(test.Options(baseline: baseline))).ToTables();
        Assert.All(tables, table => Assert.All(table.Rows, row => Assert.Equal(table.Columns.Count, row.Count)));
        Assert.Equal("headline", tables[0].Rows[0][0]);
    }

    [Theory]
    [InlineData("correct=0", true)]
    [InlineData("dev.correct=0%", true)]
    [InlineData("heldout.correct=1.01", false)]
    [InlineData("latency-p95=1000000", true)]
    [InlineData("latency-p95=0", false)]
    [InlineData("causal-citation=0", false)]
    public async Task FailureIn_Report_ComparesInTheMetricsDirection(string text, bool kept)
    {
        using var test = new TestCorpus();
        Assert.True(Threshold.TryParse(text, out var threshold, out _));
        Assert.Equal(kept, threshold!.FailureIn(await EvaluationRun.RunAsync(test.Options())) is null);
    }

    [Theory]
    [InlineData("correct", "is no threshold")]
    [InlineData("corect=1", "headline-none, correct, correct-answerable,")]
    [InlineData("other.correct=1", "There is no metric")]
    [InlineData("correct=much", "is no value for correct")]
    [InlineData("correct=NaN", "is no value for correct")]
    public void TryParse_WrongText_SaysWhatIsRight(string text, string expected)
    {
        Assert.False(Threshold.TryParse(text, out var threshold, out var error));
        Assert.Null(threshold);
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Cells(EvaluationReport report) => report.ToTables().SelectMany(t => t.Rows).SelectMany(r => r);

    [GeneratedRegex("href=\"([^\"]*)\"")]
    private static partial Regex Links();
}
