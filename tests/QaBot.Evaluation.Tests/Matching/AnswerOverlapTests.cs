using QaBot.Evaluation.Matching;
using Xunit;

namespace QaBot.Evaluation.Tests.Matching;

public sealed class AnswerOverlapTests
{
    [Fact]
    public void IsExactMatch_Article_DoesNotMatter()
    {
        Assert.True(AnswerOverlap.IsExactMatch(["The Dancer"], "dancer"));
        Assert.False(AnswerOverlap.IsExactMatch(["The Dancer"], "a dancer there"));
        Assert.False(AnswerOverlap.IsExactMatch([], "dancer"));
    }

    [Fact]
    public void TokenF1_PartOfAnswer_IsHarmonicMean()
    {
        // one of two predicted words is right, one of three accepted ones is found: P 1/2, R 1/3, F1 0.4
        Assert.Equal(0.4, AnswerOverlap.TokenF1(["Monique Yvette Stalens"], "Marion Stalens"), 12);
        Assert.Equal(1, AnswerOverlap.TokenF1(["x", "nine"], "9"));
        Assert.Equal(0, AnswerOverlap.TokenF1(["x"], ""));
        Assert.Equal(0.5, AnswerOverlap.TokenF1(["x y z"], "x"));
        Assert.Equal(0.8, AnswerOverlap.TokenF1(["x x"], "x x x"), 12);
    }
}
