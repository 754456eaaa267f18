using QaBot.Analysis;
using Xunit;

namespace QaBot.Core.Tests.Analysis;

/// <summary>Compares the chain with what Apache Lucene 4.10.4 wrote; tests/oracle/README.md says how to write it anew.</summary>
public class AnalysisOracleTests
{
    [Fact]
    public void Analyze_TrickyText_EqualsLucene()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "oracle");
        var text = File.ReadAllText(Path.Combine(folder, "analysis.txt"));
        var expected = File.ReadAllText(Path.Combine(folder, "analysis.tsv")).TrimEnd('\n').Split('\n');

        var actual = EnglishAnalyzer.Analyze(text)
            .Select(token => $"{token.Span.Start}\t{token.Span.End}\t{token.Position}\t{token.Term}");

        Assert.Equal(expected, actual);
    }
}
