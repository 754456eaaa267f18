using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using QaBot.Chat.Endpoints;
using QaBot.Telemetry;

namespace QaBot.Cli.Telemetry;

/// <summary>Sends traces and metrics by OTLP. Where to, how and how often is read by the library, from its environment variables.</summary>
internal static class TelemetryExport
{
    /// <summary>What is listened to: questions, requests of models, calls of the Model Context Protocol, and HTTP, each by the conventions for it.</summary>
    public static IReadOnlyList<string> Sources { get; } = [QuestionTelemetry.Name, ChatEndpoint.TelemetrySource, "Experimental.ModelContextProtocol", "Microsoft.AspNetCore"];

    /// <summary>The meters; those of ASP.NET Core have other names than its source.</summary>
    public static IReadOnlyList<string> Meters { get; } =
        [QuestionTelemetry.Name, ChatEndpoint.TelemetrySource, "Experimental.ModelContextProtocol", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel"];

    /// <summary>Begins.</summary>
    /// <param name="service">The service's name where <c>OTEL_SERVICE_NAME</c> gives none.</param>
    /// <param name="traces">Whether traces are sent.</param>
    /// <param name="metrics">Whether metrics are sent.</param>
    public static IDisposable Start(string service, bool traces, bool metrics) => OpenTelemetrySdk.Create(builder =>
    {
        builder.ConfigureResource(resource => Describe(resource, service));
        if (traces)
        {
            builder.WithTracing(tracing => tracing.AddSource([.. Sources]));
        }

        if (metrics)
        {
            builder.WithMetrics(metering => metering.AddMeter([.. Meters]));
        }

        builder.UseOtlpExporter();
    });

    /// <summary>The variables come last: what they name holds.</summary>
    public static void Describe(ResourceBuilder resource, string service) =>
        resource.Clear().AddService(service, serviceVersion: QuestionAnswerer.Version).AddTelemetrySdk().AddEnvironmentVariableDetector();
}
