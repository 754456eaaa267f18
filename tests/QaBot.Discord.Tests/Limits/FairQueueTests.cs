using QaBot.Discord.Limits;
using QaBot.Testing;

namespace QaBot.Discord.Tests.Limits;

public sealed class FairQueueTests
{
    private static readonly ulong[] Events = [1, 1, 2, 3, 1, 3];

    [Fact]
    public async Task Take_ManyOfOneServer_LetsOthersThrough()
    {
        using var queue = Queue(100);
        foreach (var number in Enumerable.Range(0, 10))
        {
            queue.TryAdd(Item(number, server: 1));
        }

        queue.TryAdd(Item(100, server: 2));
        queue.TryAdd(Item(200, server: 3));

        Assert.Equal([0, 100, 200, 1], await TakeAsync(queue, 4));
    }

    [Fact]
    public async Task Take_ConversationUnderWay_WaitsForItsEnd()
    {
        using var queue = Queue(100);
        queue.TryAdd(Item(1, conversation: "a"));
        queue.TryAdd(Item(2, conversation: "a"));
        queue.TryAdd(Item(3, conversation: "b"));
        var (_, first) = await queue.TakeAsync();

        Assert.Equal([3], await TakeAsync(queue, 1));
        var waiting = queue.TakeAsync();
        Assert.False(waiting.IsCompleted);
        queue.Release(first!);
        Assert.Equal(2, (await waiting).Item!.Number);
    }

    [Fact]
    public async Task Take_ReplyWhileItsChannelIsBusy_WaitsForQuiet()
    {
        using var queue = Queue(100);
        queue.TryAdd(Item(1, channel: 7));
        queue.TryAdd(Item(2, channel: 7, needsQuiet: true));
        var (_, first) = await queue.TakeAsync();
        var waiting = queue.TakeAsync();

        Assert.False(waiting.IsCompleted);
        queue.Release(first!);
        Assert.Equal(2, (await waiting).Item!.Number);
    }

    [Fact]
    public async Task Add_Full_IsRefusedAndCloseGivesTheRest()
    {
        using var queue = Queue(2);

        Assert.Equal([true, true, false], Enumerable.Range(1, 3).Select(number => queue.TryAdd(Item(number))));
        queue.Close();
        Assert.False(queue.TryAdd(Item(4)));
        Assert.Equal([1, 2], await TakeAsync(queue, 2));
        Assert.False((await queue.TakeAsync()).HasItem);
        Assert.False((await queue.TakeAsync()).HasItem);
    }

    [Fact]
    public void Limit_Taken_ComesBackAfterAMinute()
    {
        var time = new ManualTime();
        var limit = new QuestionLimit(2, time);
        limit.Take(1);
        time.Advance(TimeSpan.FromSeconds(20));
        limit.Take(1);

        Assert.Equal(TimeSpan.FromSeconds(40), limit.Take(1));
        Assert.Null(limit.Take(2));
        time.Advance(TimeSpan.FromSeconds(40));
        Assert.Null(limit.Take(1));
        Assert.Equal(TimeSpan.FromSeconds(20), limit.Take(1));
    }

    [Fact]
    public void SeenIds_Full_ForgetsTheOldest()
    {
        var seen = new SeenIds(2);

        Assert.Equal([true, false, true, true, true, false], Events.Select(seen.Add));
    }

    private static FairQueue<Entry> Queue(int capacity) => new(capacity, item => item.Key);

    private static Entry Item(int number, ulong server = 1, ulong? channel = null, string? conversation = null, bool needsQuiet = false) =>
        new(number, new QueueKey(server, channel ?? (ulong)(1000 + number), conversation ?? $"{number}", needsQuiet));

    private static async Task<List<int>> TakeAsync(FairQueue<Entry> queue, int count)
    {
        var taken = new List<int>();
        for (var i = 0; i < count; i++)
        {
            taken.Add((await queue.TakeAsync()).Item!.Number);
        }

        return taken;
    }

    internal sealed record Entry(int Number, QueueKey Key);
}
