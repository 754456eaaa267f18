using QaBot.Analysis;
using Xunit;

namespace QaBot.Core.Tests.Analysis;

public sealed class LexiconTests
{
    [Theory]
    [InlineData("movie", "film")]
    [InlineData("film", "movie")]
    [InlineData("violin", "fiddle")]
    [InlineData("wife", "husband")]
    public void Find_WordsOfOneMeaning_AreSynonyms(string word, string other) => Assert.Contains(Stem(other), Lexicon.Find(Stem(word)).Synonyms);

    [Theory]
    [InlineData("marry", "marriage")]
    [InlineData("violin", "violinist")]
    public void Find_DerivedWord_IsRelated(string word, string other) => Assert.Contains(Stem(other), Lexicon.Find(Stem(word)).Derived);

    [Theory]
    [InlineData("violin", "instrument")]
    public void Find_Noun_IsAKindOfWhatIsAboveIt(string word, string above) => Assert.Contains(Stem(above), Lexicon.Find(Stem(word)).Hypernyms);

    [Theory]
    [InlineData("qzxv")]
    [InlineData("")]
    [InlineData("\uFFFD")]
    [InlineData("!")]
    [InlineData("zzzzzzzz")]
    public void Find_UnknownWord_SaysNothing(string stem)
    {
        var entry = Lexicon.Find(stem);

        Assert.Empty(entry.Synonyms);
        Assert.Empty(entry.Derived);
        Assert.Empty(entry.Hypernyms);
    }

    [Fact]
    public void Find_EveryLine_IsFoundByItsStem()
    {
        using var reader = new StreamReader(typeof(Lexicon).Assembly.GetManifestResourceStream("QaBot.Analysis.lexicon.txt")!);
        reader.ReadLine();
        var lines = 0;
        while (reader.ReadLine() is { } line)
        {
            // Every hundredth, and so the first.
            if (lines++ % 100 == 0)
            {
                var fields = line.Split('\t');
                Assert.Equal(4, fields.Length);
                Assert.Superset(Set(fields[1]), Lexicon.Find(fields[0]).Synonyms);
                Assert.Equal(Set(fields[2]), Lexicon.Find(fields[0]).Derived);
                Assert.Equal(Set(fields[3]), Lexicon.Find(fields[0]).Hypernyms);
            }
        }

        Assert.InRange(lines, 1_000, int.MaxValue);
    }

    private static HashSet<string> Set(string field) => [.. field.Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    private static string Stem(string word) => EnglishAnalyzer.Analyze(word)[0].Term;
}
