using QaBot.Text;
using Xunit;

namespace QaBot.Core.Tests.Text;

public sealed class TextSpanTests
{
    [Theory]
    [InlineData(-1, 3)]
    [InlineData(4, 3)]
    public void Constructor_NoRange_IsRefused(int start, int end) => Assert.Throws<ArgumentOutOfRangeException>(() => new TextSpan(start, end));

    [Theory]
    [InlineData(2, 8, true, true)]
    [InlineData(2, 5, true, true)]
    [InlineData(1, 5, false, true)]
    [InlineData(0, 2, false, false)]
    [InlineData(8, 9, false, false)]
    public void ContainsAndOverlaps_OtherSpan_AreHalfOpen(int start, int end, bool contained, bool overlapping)
    {
        var span = new TextSpan(2, 8);
        var other = new TextSpan(start, end);

        Assert.Equal((contained, overlapping), (span.Contains(other), span.Overlaps(other)));
        Assert.Equal(overlapping, other.Overlaps(span));
    }

    [Fact]
    public void ToString_Span_IsStartAndEnd() => Assert.Equal("3-17", new TextSpan(3, 17).ToString());
}
