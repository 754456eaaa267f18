using Xunit;

namespace QaBot.Core.Tests;

public sealed class BoundedCacheTests
{
    [Fact]
    public void GetOrAdd_SameKey_IsCreatedOnce()
    {
        var (cache, created) = (new BoundedCache<int, string>(10), 0);

        for (var i = 0; i < 5; i++)
        {
            Assert.Equal("7", cache.GetOrAdd(7, key => $"{key}{(created++ == 0 ? "" : "!")}"));
        }

        Assert.Equal(1, created);
    }

    [Fact]
    public void GetOrAdd_MoreThanItsCapacity_ForgetsWhatItHad()
    {
        var (cache, created) = (new BoundedCache<int, int>(10), 0);

        for (var key = 0; key < 11; key++)
        {
            cache.GetOrAdd(key, Count);
        }

        cache.GetOrAdd(0, Count);

        Assert.Equal(12, created);

        int Count(int key)
        {
            created++;
            return key;
        }
    }

    [Fact]
    public void GetOrAdd_FromSeveralThreads_GivesEachKeyItsValue()
    {
        var cache = new BoundedCache<int, int>(16);

        Parallel.For(0, 10_000, i => Assert.Equal(i % 50 * 2, cache.GetOrAdd(i % 50, key => key * 2)));
    }
}
