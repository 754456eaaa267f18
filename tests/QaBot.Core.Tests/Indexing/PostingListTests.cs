using FsCheck;
using FsCheck.Fluent;
using QaBot.Indexing;
using Xunit;

namespace QaBot.Core.Tests.Indexing;

public sealed class PostingListTests
{
    private static readonly Config Checks = Config.QuickThrowOnFailure.WithMaxTest(500);

    /// <summary>Gaps of every length in bytes, and frequencies of 1 as often as all others.</summary>
    private static readonly Gen<(int Gap, int Frequency)> Postings =
        from gap in Gen.OneOf(Gen.Choose(1, 3), Gen.Choose(60, 70), Gen.Choose(8_190, 8_195), Gen.Choose(1, 1 << 20))
        from frequency in Gen.OneOf(Gen.Constant(1), Gen.Choose(2, 5), Gen.Choose(126, 130), Gen.Choose(2, 1 << 30))
        select (gap, frequency);

    [Fact]
    public void MoveNext_PackedPostings_GivesThemBack() => Prop.ForAll(Postings.ArrayOf().ToArbitrary(), RoundTrips).Check(Checks);

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(63, 1, 1)]
    [InlineData(64, 1, 2)]
    [InlineData(1, 2, 2)]
    [InlineData(int.MaxValue, int.MaxValue, PostingList.LongestPosting)]
    public void Pack_OnePosting_TakesSoManyBytes(int gap, int frequency, int length)
    {
        Span<byte> bytes = stackalloc byte[PostingList.LongestPosting];
        Assert.Equal(length, PostingList.Pack(gap, frequency, bytes));
        var list = new PostingList(bytes[..length]);
        Assert.True(list.MoveNext());
        Assert.Equal((gap - 1, frequency), (list.Passage, list.Frequency));
        Assert.False(list.MoveNext());
        Assert.False(list.MoveNext());
    }

    [Fact]
    public void CopyTo_ChainsGrownSideBySide_AreTheBytesAppended() =>
        Prop.ForAll(Gen.Choose(0, 4).Zip(Gen.Choose(1, 400)).ArrayOf().ToArbitrary(), KeepsChainsApart).Check(Checks);

    private static bool RoundTrips((int Gap, int Frequency)[] postings)
    {
        var bytes = new List<byte>();
        Span<byte> packed = stackalloc byte[PostingList.LongestPosting];
        foreach (var (gap, frequency) in postings)
        {
            bytes.AddRange(packed[..PostingList.Pack(gap, frequency, packed)]);
        }

        var list = new PostingList(bytes.ToArray());
        var passage = -1;
        foreach (var (gap, frequency) in postings)
        {
            passage += gap;
            if (!list.MoveNext() || list.Passage != passage || list.Frequency != frequency)
            {
                return false;
            }
        }

        return !list.MoveNext();
    }

    private static bool KeepsChainsApart((int Chain, int Length)[] appends)
    {
        var pool = new PostingPool();
        var chains = new PostingPool.Chain[5];
        var expected = Enumerable.Range(0, chains.Length).Select(_ => new List<byte>()).ToArray();
        byte next = 0;
        foreach (var (chain, length) in appends)
        {
            byte[] bytes = [.. Enumerable.Range(0, length).Select(_ => next++)];
            pool.Append(ref chains[chain], bytes);
            expected[chain].AddRange(bytes);
        }

        return chains.Index().All(chain =>
        {
            using var stream = new MemoryStream();
            pool.CopyTo(stream, chain.Item);
            return expected[chain.Index].SequenceEqual(stream.ToArray());
        });
    }
}
