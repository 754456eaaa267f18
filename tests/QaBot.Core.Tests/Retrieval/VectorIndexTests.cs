using QaBot.Retrieval;
using Xunit;

namespace QaBot.Core.Tests.Retrieval;

public sealed class VectorIndexTests
{
    [Fact]
    public void Nearest_Vectors_AreRankedByTheirAngleWhateverTheirLength()
    {
        var index = new VectorIndex("m", 2, [0, 9, 3, 3, 0.1f, 0, -5, 0]);

        Assert.Equal([2, 1, 0, 3], index.Nearest([2, 0.5f], 9));
        Assert.Equal([2], index.Nearest([2, 0], 1));
    }

    [Fact]
    public void Nearest_EqualVectors_AreInTheOrderOfThePassages() => Assert.Equal([0, 1, 2], new VectorIndex("m", 1, [1, 2, 3]).Nearest([1], 3));

    [Fact]
    public void Nearest_VectorOfAnotherSize_FindsNothing() => Assert.Empty(new VectorIndex("m", 2, [1, 2]).Nearest([1], 3));

    [Theory]
    [InlineData(2, new float[] { 1, 2, 3 })]
    [InlineData(1, new float[] { float.NaN })]
    [InlineData(1, new float[] { float.PositiveInfinity })]
    public void Create_NoWholeFiniteVectors_IsRefused(int dimensions, float[] values) => Assert.Throws<ArgumentException>(() => new VectorIndex("m", dimensions, values));
}
