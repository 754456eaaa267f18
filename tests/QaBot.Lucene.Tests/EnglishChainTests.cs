using System.Globalization;
using System.Text.RegularExpressions;
using Lucene.Net.Analysis.TokenAttributes;
using Xunit;

namespace QaBot.Lucene.Tests;

/// <summary>Compares Lucene.Net's chain with what Apache Lucene 4.10.4 wrote, as the embedded engine's is; tests/oracle/README.md says how.</summary>
public sealed partial class EnglishChainTests
{

    [Fact]
    public void Chain_TrickyText_GivesTheOraclesTerms()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "oracle");
        var text = File.ReadAllText(Path.Combine(folder, "analysis.txt"));
        var without = LongWord().Replace(text, match => new string(' ', match.Length));
        var expected = File.ReadLines(Path.Combine(folder, "analysis.tsv")).Select(line => line.Split('\t'))
            .Where(row => !string.IsNullOrWhiteSpace(without[int.Parse(row[0], CultureInfo.InvariantCulture)..int.Parse(row[1], CultureInfo.InvariantCulture)]))
            .Select(row => $"{row[0]} {row[1]} {row[3]}").ToList();

        Assert.True(expected.Count > 400);
        Assert.Equal(expected, Analyze(without));
    }

    [Theory]
    [InlineData(255, 3)]
    [InlineData(256, 2)]
    public void Chain_LongWord_IsDroppedBeyondLucenesLimit(int length, int terms) =>
        Assert.Equal(terms, Analyze($"one {new string('x', length)} word").Count);

    private static List<string> Analyze(string text)
    {
        using var chain = new EnglishChain();
        using var stream = chain.GetTokenStream("text", text);
        var (term, offset) = (stream.GetAttribute<ICharTermAttribute>(), stream.GetAttribute<IOffsetAttribute>());
        var terms = new List<string>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            terms.Add($"{offset.StartOffset} {offset.EndOffset} {term}");
        }

        return terms;
    }

    /// <summary>4.10, which wrote the oracle, cuts such a word, and so does the embedded engine; 4.8 drops it.</summary>
    [GeneratedRegex(@"\S{256,}")]
    private static partial Regex LongWord();
}
