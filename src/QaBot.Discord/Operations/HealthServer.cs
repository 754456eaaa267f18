using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace QaBot.Discord.Operations;

/// <summary>Answers <c>/healthz</c> and <c>/metrics</c> on the loopback address.</summary>
/// <remarks>Metrics are in Prometheus's text format, version 0.0.4: https://prometheus.io/docs/instrumenting/exposition_formats.</remarks>
public sealed class HealthServer : IAsyncDisposable
{
    private const int LongestRequest = 8192;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly DiscordBot _bot;
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _accepting;

    private HealthServer(DiscordBot bot, TcpListener listener)
    {
        (_bot, _listener) = (bot, listener);
        _accepting = AcceptAsync();
    }

    /// <summary>The port.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Begins to listen.</summary>
    /// <param name="bot">Whose state it tells.</param>
    /// <param name="port">The port, or 0 for any.</param>
    /// <exception cref="DiscordException">The port cannot be had.</exception>
    public static HealthServer Start(DiscordBot bot, int port)
    {
        ArgumentNullException.ThrowIfNull(bot);
        var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return new HealthServer(bot, listener);
        }
        catch (SocketException e)
        {
            listener.Dispose();
            throw new DiscordException($"Port {port} cannot be listened on: {e.Message}.", "Give another as Discord:HealthPort, or 0 for none.", isFatal: true, innerException: e);
        }
    }

    /// <summary>The state in one line, as it is logged every minute.</summary>
    public static string Line(DiscordBot bot)
    {
        ArgumentNullException.ThrowIfNull(bot);
        var (health, counters) = (bot.Health, bot.Counters);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"shards {health.Connected}/{health.Shards}, heartbeat {health.Latency?.TotalMilliseconds ?? 0:0} ms, reconnects {health.Reconnects}, questions {counters.Questions}, answers {counters.Answers}, abstentions {counters.Abstentions}, errors {counters.Errors}, limited {counters.Limited}, votes {counters.Votes}, waiting {bot.Waiting}, p95 {counters.LatencyP95:0.0} ms");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        _listener.Dispose();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(_stopping.Token).ConfigureAwait(false));
            }
            catch (SocketException)
            {
                // Whoever asked has gone again.
            }
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                using var late = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token);
                late.CancelAfter(Patience);
                var path = await ReadPathAsync(client.GetStream(), late.Token).ConfigureAwait(false);
                await client.GetStream().WriteAsync(Answer(path), late.Token).ConfigureAwait(false);
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // Whoever asked has gone, or says nothing.
            }
        }
    }

    /// <summary>The path of a GET request; null for anything else. The head is read to its end, so that closing does not reset the connection.</summary>
    private static async Task<string?> ReadPathAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[LongestRequest];
        var length = 0;
        while (length < buffer.Length && !buffer.AsSpan(0, length).EndsWith("\r\n\r\n"u8))
        {
            var read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                break;
            }

            length += read;
        }

        var words = Encoding.ASCII.GetString(buffer, 0, length).Split('\n')[0].Split(' ');
        return words is ["GET", var path, ..] ? path.Split('?')[0] : null;
    }

    private byte[] Answer(string? path) => path switch
    {
        "/healthz" when _bot.Health.IsConnected => Response("200 OK", "ok\n"),
        "/healthz" => Response("503 Service Unavailable", "not connected\n"),
        "/metrics" => Response("200 OK", Metrics()),
        null => Response("405 Method Not Allowed", "GET only\n"),
        _ => Response("404 Not Found", "there are /healthz and /metrics\n"),
    };

    private string Metrics()
    {
        var (health, counters) = (_bot.Health, _bot.Counters);
        var text = new StringBuilder();
        Metric("qabot_discord_connected", "gauge", "Whether every shard is connected.", health.IsConnected ? 1 : 0);
        Metric("qabot_discord_shards_connected", "gauge", "Shards that are connected.", health.Connected);
        Metric("qabot_discord_reconnects_total", "counter", "Connections after the first of each shard.", health.Reconnects);
        Metric("qabot_discord_heartbeat_seconds", "gauge", "Until the last heartbeat was acknowledged.", health.Latency?.TotalSeconds ?? 0);
        Metric("qabot_discord_questions_total", "counter", "Questions taken.", counters.Questions);
        Metric("qabot_discord_answers_total", "counter", "Questions with an answer.", counters.Answers);
        Metric("qabot_discord_abstentions_total", "counter", "Questions without one.", counters.Abstentions);
        Metric("qabot_discord_errors_total", "counter", "What went wrong.", counters.Errors);
        Metric("qabot_discord_limited_total", "counter", "Questions not taken because of a limit.", counters.Limited);
        Metric("qabot_discord_votes_total", "counter", "Judgements of answers.", counters.Votes);
        Metric("qabot_discord_queue", "gauge", "Questions that wait.", _bot.Waiting);
        Metric("qabot_discord_answer_seconds_p95", "gauge", "Time to the answer, 95th percentile of the last 1,024.", counters.LatencyP95 / 1000);
        return text.ToString();

        void Metric(string name, string type, string help, double value) =>
            text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} {type}\n{name} {value}\n");
    }

    private static byte[] Response(string status, string body) => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"HTTP/1.1 {status}\r\nContent-Type: text/plain; version=0.0.4; charset=utf-8\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}"));
}
