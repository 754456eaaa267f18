using FsCheck;
using FsCheck.Fluent;
using QaBot.Analysis;
using QaBot.Answering;
using QaBot.Chunking;
using QaBot.Indexing;
using QaBot.Reading;
using QaBot.Retrieval;
using QaBot.Text;
using Xunit;

namespace QaBot.Core.Tests.Retrieval;

public sealed class SpellingRepairerTests
{
    private static readonly Config Checks = Config.QuickThrowOnFailure.WithMaxTest(2_000);
    private static readonly Gen<string> Words = Gen.Elements('a', 'b', 'c').ArrayOf().Select(letters => new string(letters));

    [Fact]
    public void Distance_AnyWords_IsTheReferences() => Prop.ForAll(
        Words.Zip(Words).Zip(Gen.Choose(0, 3)).ToArbitrary(),
        words => SpellingRepairer.Distance(words.Item1.Item1, words.Item1.Item2, words.Item2)
            == Math.Min(Reference(words.Item1.Item1, words.Item1.Item2), words.Item2 + 1)).Check(Checks);

    [Theory]
    [InlineData("director", "direcotr", 1)]
    [InlineData("binoch", "binosh", 1)]
    [InlineData("ca", "abc", 3)]
    [InlineData("", "ab", 2)]
    public void Distance_KnownWords_IsKnown(string left, string right, int distance) =>
        Assert.Equal(distance, SpellingRepairer.Distance(left, right, 3));

    [Theory]
    [InlineData("paintar", "painter")]
    [InlineData("paniter", "painter")]
    [InlineData("conservtaoire", "conservatoire")]
    [InlineData("xainter", null)]
    [InlineData("pai", null)]
    [InlineData("printer", null)] // a word of its own, though the index does not have it
    [InlineData("conservatoireing", "conservatoire")]
    [InlineData("1985", null)]
    public void Repair_Term_GivesTheIndexsOwn(string term, string? repaired)
    {
        var corpus = new Corpus([Document.FromText("a.txt", "A painter painted. The painter was at the conservatoire in 1984.")]);
        var index = PassageIndex.Build(corpus, new ChunkingOptions());
        var expected = repaired is null ? null : EnglishAnalyzer.Analyze(repaired)[0].Term;
        Assert.Equal(expected, new SpellingRepairer(index, _ => false).Repair(new QuestionTerm(term, term, IsName: false)));
    }

    [Theory]
    [InlineData("kept", false, null)]
    [InlineData("freed", false, null)]
    [InlineData("Lisa", true, null)]
    [InlineData("Lisa's", true, null)]
    [InlineData("Juliet", true, "juliett")]
    [InlineData("juliet", false, "juliett")]
    [InlineData("juliete", false, "juliett")]
    public void Repair_WordThatEnglishHas_IsNone(string word, bool isName, string? repaired)
    {
        using var index = PassageIndex.Build(new Corpus([Document.FromText("a.txt", "Kent and Fred had lists with Juliette.")]), new ChunkingOptions());
        var reader = SpanReader.Shared(new ReadingOptions());

        Assert.Equal(repaired, new SpellingRepairer(index, reader.HasWord).Repair(new QuestionTerm(EnglishAnalyzer.Analyze(word)[0].Term, word, isName)));
    }

    /// <summary>Optimal string alignment by its definition.</summary>
    private static int Reference(string left, string right)
    {
        if (left.Length == 0 || right.Length == 0)
        {
            return left.Length + right.Length;
        }

        var rows = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                rows[i, j] = i == 0 || j == 0 ? i + j : Smallest(rows, left, right, i, j);
            }
        }

        return rows[left.Length, right.Length];
    }

    private static int Smallest(int[,] rows, string left, string right, int i, int j)
    {
        var smallest = Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1;
        smallest = Math.Min(smallest, rows[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1));
        return i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1] ? Math.Min(smallest, rows[i - 2, j - 2] + 1) : smallest;
    }
}
