using Lucene.Net.Analysis.TokenAttributes;
using Xunit;

namespace QaBot.Lucene.Tests;

/// <summary>Compares Lucene.Net's chain with what Apache Lucene 4.10.4 wrote, as the embedded engine's is; tests/oracle/README.md says how.</summary>
public sealed class EnglishChainTests
{

    [Fact]
    public void Chain_TrickyText_GivesTheOraclesTerms()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "oracle");
        var text = File.ReadAllText(Path.Combine(folder, "analysis.txt"));
        var expected = File.ReadLines(Path.Combine(folder, "analysis.tsv")).Select(line => line.Split('\t')).Select(row => $"{row[0]} {row[1]} {row[3]}").ToList();

        Assert.Equal(expected, Analyze(text));
    }

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
}
