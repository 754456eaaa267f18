using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace QaBot.Testing.Telemetry;

/// <summary>A collector on loopback that takes OTLP over HTTP in protobuf (opentelemetry-proto 1.x), and refuses whatever else.</summary>
public sealed class CollectorDouble : IAsyncDisposable
{
    private readonly WebApplication _host;
    private readonly ConcurrentQueue<ReceivedSpan> _spans = [];
    private readonly ConcurrentQueue<ReceivedMetric> _metrics = [];
    private readonly ConcurrentQueue<string> _services = [];
    private readonly ConcurrentQueue<string> _violations = [];
    private readonly ConcurrentQueue<byte[]> _bodies = [];

    private CollectorDouble(WebApplication host) => _host = host;

    /// <summary>Its address, as <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> has it.</summary>
    public string Address => _host.Urls.Single();

    /// <summary>The spans so far.</summary>
    public IReadOnlyList<ReceivedSpan> Spans => [.. _spans];

    /// <summary>The metrics so far, each as often as it came.</summary>
    public IReadOnlyList<ReceivedMetric> Metrics => [.. _metrics];

    /// <summary>The names of the services that sent them.</summary>
    public IReadOnlyList<string> Services => [.. _services];

    /// <summary>What was not as it has to be.</summary>
    public IReadOnlyList<string> Violations => [.. _violations];

    /// <summary>Whether a text is anywhere in what was received.</summary>
    public bool HasText(string text) => _bodies.Any(body => body.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(text)) >= 0);

    /// <summary>Starts one.</summary>
    public static async Task<CollectorDouble> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var collector = new CollectorDouble(builder.Build());
        collector._host.Run(collector.ReceiveAsync);
        await collector._host.StartAsync();
        return collector;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    private async Task ReceiveAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.Method != "POST" || request.ContentType != "application/x-protobuf" || request.Path.Value is not ("/v1/traces" or "/v1/metrics"))
        {
            _violations.Enqueue($"{request.Method} {request.Path} {request.ContentType}");
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, context.RequestAborted);
        _bodies.Enqueue(body.ToArray());
        foreach (var resource in new WireMessage(body.ToArray()).Messages(1))
        {
            _services.Enqueue(Attributes(resource.Messages(1).Single(), 1)["service.name"]);
            foreach (var scope in resource.Messages(2))
            {
                Take(scope, isTrace: request.Path == "/v1/traces");
            }
        }

        context.Response.ContentType = "application/x-protobuf";
    }

    private void Take(WireMessage scope, bool isTrace)
    {
        var name = scope.Messages(1).Single().Text(1);
        foreach (var item in scope.Messages(2))
        {
            if (isTrace)
            {
                _spans.Enqueue(new ReceivedSpan(name, item.Text(5), Hex(item.Bytes(1)), Hex(item.Bytes(2)), Hex(item.Bytes(4)), Attributes(item, 9)));
            }
            else
            {
                // Sums have their points' attributes in field 7, histograms in 9.
                var points = item.Messages(7).SelectMany(sum => sum.Messages(1)).Select(point => Attributes(point, 7))
                    .Concat(item.Messages(9).SelectMany(histogram => histogram.Messages(1)).Select(point => Attributes(point, 9)));
                _metrics.Enqueue(new ReceivedMetric(name, item.Text(1), item.Text(3), [.. points]));
            }
        }
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);

    private static Dictionary<string, string> Attributes(WireMessage message, int field) => message.Messages(field).ToDictionary(pair => pair.Text(1), pair => Value(pair.Messages(2).Single()));

    private static string Value(WireMessage value) => value.Has(1) ? value.Text(1) : value.Has(4)
        ? BitConverter.UInt64BitsToDouble(value.Number(4)).ToString(CultureInfo.InvariantCulture) : value.Number(value.Has(3) ? 3 : 2).ToString(CultureInfo.InvariantCulture);
}
