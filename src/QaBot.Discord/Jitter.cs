namespace QaBot.Discord;

/// <summary>Chance, so that many programs do not all do the same at the same moment; a test gives numbers of its own.</summary>
/// <param name="next">The next number, from 0 to below 1; null for random ones.</param>
public sealed class Jitter(Func<double>? next = null)
{
    private readonly Func<double> _next = next ?? Random.Shared.NextDouble;

    /// <summary>A part of a duration, from none to all of it.</summary>
    public TimeSpan Part(TimeSpan whole) => whole * _next();

    /// <summary>A duration between two others.</summary>
    public TimeSpan Between(TimeSpan least, TimeSpan most) => least + ((most - least) * _next());

    /// <summary>How long to wait before trying again: twice as long each time up to a limit, and of that between half and all.</summary>
    /// <param name="attempt">How often it has failed, from 1.</param>
    /// <param name="first">The wait after the first failure.</param>
    /// <param name="most">The longest wait.</param>
    public TimeSpan Backoff(int attempt, TimeSpan first, TimeSpan most)
    {
        var whole = Math.Min(most.TotalSeconds, first.TotalSeconds * Math.Pow(2, Math.Min(attempt, 30) - 1));
        return Between(TimeSpan.FromSeconds(whole / 2), TimeSpan.FromSeconds(whole));
    }
}
