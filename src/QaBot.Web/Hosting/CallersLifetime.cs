using Microsoft.Extensions.Hosting;

namespace QaBot.Web.Hosting;

/// <summary>Leaves signals to the program that the server runs in.</summary>
internal sealed class CallersLifetime : IHostLifetime
{
    /// <inheritdoc/>
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
