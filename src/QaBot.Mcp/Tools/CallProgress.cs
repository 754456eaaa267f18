using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace QaBot.Mcp.Tools;

/// <summary>Tells a client that asked for it how far its call is; others are told nothing.</summary>
/// <param name="request">The call.</param>
internal sealed class CallProgress(RequestContext<CallToolRequestParams> request)
{
    private int _steps;

    /// <summary>One step further, of a number that is not known.</summary>
    /// <param name="message">What is done or has come.</param>
    /// <param name="cancellationToken">Stops the telling.</param>
    public async Task ReportAsync(string message, CancellationToken cancellationToken)
    {
        if (request.Params?.ProgressToken is { } token)
        {
            var value = new ProgressNotificationValue { Progress = _steps++, Message = message };
            await request.Server.NotifyProgressAsync(token, value, options: null, cancellationToken).ConfigureAwait(false);
        }
    }
}
