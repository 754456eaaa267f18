namespace QaBot.Web.Tests;

/// <summary>Holds questions where their passages are ranked until the test lets them go.</summary>
internal sealed class HeldRanking : IDisposable
{
    private readonly TaskCompletionSource _open = new();
    private readonly SemaphoreSlim _entered = new(0);
    private readonly TaskCompletionSource _cancelled = new();
    private int _inside;

    /// <summary>The most that were held at one time.</summary>
    public int Most { get; private set; }

    /// <summary>Ends when a question that is held is called off.</summary>
    public Task Cancelled => _cancelled.Task.WaitAsync(TimeSpan.FromMinutes(2));

    /// <summary>Waits until one more question is held.</summary>
    public async Task EnteredAsync() => Assert.True(await _entered.WaitAsync(TimeSpan.FromMinutes(2)));

    /// <summary>Lets all go, those that come later too.</summary>
    public void Open() => _open.TrySetResult();

    /// <inheritdoc/>
    public void Dispose() => _entered.Dispose();

    public async ValueTask<IReadOnlyList<int>> RankAsync(string question, int count, CancellationToken cancellationToken)
    {
        lock (_entered)
        {
            Most = Math.Max(Most, ++_inside);
        }

        _entered.Release();
        try
        {
            await _open.Task.WaitAsync(cancellationToken);
            return [];
        }
        catch (OperationCanceledException)
        {
            _cancelled.TrySetResult();
            throw;
        }
        finally
        {
            lock (_entered)
            {
                _inside--;
            }
        }
    }
}
