using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace QaBot.Cli.Telemetry;

/// <summary>The metrics as text for Prometheus, whose server comes for them.</summary>
internal sealed class PrometheusMetrics : IDisposable
{
    private const string Path = "/metrics";

    private readonly MeterProvider _provider = Sdk.CreateMeterProviderBuilder()
        .ConfigureResource(resource => TelemetryExport.Describe(resource, "qabot-serve"))
        .AddMeter([.. TelemetryExport.Meters])
        .AddPrometheusExporter()
        .Build();

    /// <summary>Maps the endpoint.</summary>
    public void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPrometheusScrapingEndpoint(Path, _provider, configureBranchedPipeline: null, optionsName: null);

    /// <inheritdoc/>
    public void Dispose() => _provider.Dispose();
}
