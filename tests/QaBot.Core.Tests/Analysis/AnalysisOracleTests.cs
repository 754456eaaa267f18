using System.Globalization;
using System.Text.RegularExpressions;
using QaBot.Analysis;
using Xunit;

namespace QaBot.Core.Tests.Analysis;

/// <summary>Compares the chain with what Apache Lucene 4.10.4 wrote; tests/oracle/README.md says how to write it anew.</summary>
public sealed partial class AnalysisOracleTests
{
    [Fact]
    public void Analyze_TrickyText_EqualsLucene()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "oracle");
        var text = File.ReadAllText(Path.Combine(folder, "analysis.txt"));
        var without = Other().Replace(text, match => new string(' ', match.Length));
        var expected = File.ReadLines(Path.Combine(folder, "analysis.tsv")).Select(line => line.Split('\t'))
            .Where(row => !string.IsNullOrWhiteSpace(without[int.Parse(row[0], CultureInfo.InvariantCulture)..int.Parse(row[1], CultureInfo.InvariantCulture)]))
            .Select(row => (row[0], row[1], row[3])).ToList();

        Assert.True(expected.Count > 400);
        Assert.Equal(expected, EnglishAnalyzer.Analyze(without)
            .Select(token => (token.Span.Start.ToString(CultureInfo.InvariantCulture), token.Span.End.ToString(CultureInfo.InvariantCulture), token.Term)));
    }

    /// <summary>4.10, which wrote the oracle, cuts a long word; 4.8 keeps or drops it whole. Unseen characters are left out by this chain alone.</summary>
    [GeneratedRegex(@"\S{256,}|\S*[\u00AD\u200B-\u200D\u2060\uFEFF\u0300-\u036F]\S*|\S*[йёїΐΰάέήίόύώϊϋЙЁΆΈΉΊΌΏΎΪΫ]\S*")]
    private static partial Regex Other();
}
