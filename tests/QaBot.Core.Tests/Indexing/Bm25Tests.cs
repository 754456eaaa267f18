using QaBot.Indexing;
using Xunit;

namespace QaBot.Core.Tests.Indexing;

public sealed class Bm25Tests
{
    [Fact]
    public void Norm_LongerField_IsNeverGreater()
    {
        var norms = Enumerable.Range(1, 100_000).Select(Bm25.Norm).ToList();
        Assert.All(norms.Zip(norms.Skip(1)), pair => Assert.True(pair.First >= pair.Second));
        Assert.All(norms, norm => Assert.NotEqual(0, norm));
    }

    [Theory]
    [InlineData(1, 124, 1)]
    [InlineData(4, 120, 4)]
    [InlineData(10, 117, 10.24)]
    [InlineData(100, 110, 113.77778)]
    public void Norm_KnownLengths_AreLucenes(int length, byte norm, float decoded)
    {
        Assert.Equal(norm, Bm25.Norm(length));
        Assert.Equal(decoded, Bm25.Length(norm), 1e-4f);
    }

    [Fact]
    public void Norm_EmptyField_IsZero() => Assert.Equal(0, Bm25.Norm(0));

    [Fact]
    public void Idf_TermOfEveryPassage_IsStillPositive() => Assert.True(Bm25.Idf(1_000_000, 1_000_000) > 0);
}
