using QaBot.Testing;
using QaBot.Web.Asking;

namespace QaBot.Web.Tests.Asking;

public sealed class BoundedStoreTests
{
    private readonly ManualTime _time = new();
    private readonly BoundedStore<string> _store;

    public BoundedStoreTests() => _store = new BoundedStore<string>(2, TimeSpan.FromMinutes(10), _time);

    [Fact]
    public void Set_MoreThanItHolds_ForgetsWhatWasNotUsedLongest()
    {
        _store.Set("a", "1");
        _store.Set("b", "2");
        Assert.True(_store.TryGet("a", out _));
        _store.Set("c", "3");

        Assert.False(_store.TryGet("b", out _));
        Assert.True(_store.TryGet("a", out var value));
        Assert.Equal("1", value);
        Assert.Equal(2, _store.Count);
    }

    [Fact]
    public void Set_KeyThatIsThere_ReplacesItsValueAlone()
    {
        _store.Set("a", "1");
        _store.Set("b", "2");
        _store.Set("a", "3");

        Assert.True(_store.TryGet("a", out var value));
        Assert.Equal("3", value);
        Assert.True(_store.TryGet("b", out _));
    }

    [Fact]
    public void TryGet_AfterItsLifetime_IsForgottenUnlessUsedMeanwhile()
    {
        _store.Set("a", "1");
        _store.Set("b", "2");
        _time.Advance(TimeSpan.FromMinutes(9));
        Assert.True(_store.TryGet("a", out _));
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.False(_store.TryGet("b", out _));
        Assert.Equal(1, _store.Count);
    }
}
