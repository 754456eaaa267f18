using QaBot.Cli.Commands;

namespace QaBot.Cli.Telemetry;

/// <summary>OpenTelemetry's own environment variables: whether, and what, is exported. Nothing of its library is loaded before they ask for it.</summary>
/// <remarks>
/// The names and meanings are those of the specification (OpenTelemetry Environment Variable Specification; OTLP Exporter). Naming an endpoint asks for traces and metrics;
/// <c>OTEL_TRACES_EXPORTER</c> and <c>OTEL_METRICS_EXPORTER</c> say otherwise for one of them. The library would pass over what it cannot read in silence.
/// </remarks>
internal static class TelemetryVariables
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string Protocol = "OTEL_EXPORTER_OTLP_PROTOCOL";
    private static readonly string[] Signals = ["TRACES", "METRICS"];

    /// <summary>Begins to export where the variables ask for it; dispose of what is returned to send the rest.</summary>
    /// <param name="service">The service's name where <c>OTEL_SERVICE_NAME</c> gives none.</param>
    /// <returns>Null where they do not.</returns>
    /// <exception cref="CommandException">A variable cannot be what it is.</exception>
    public static IDisposable? Export(string service)
    {
        if (string.Equals(Value("OTEL_SDK_DISABLED"), "true", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var (traces, metrics) = (IsAsked(Signals[0]), IsAsked(Signals[1]));
        if (!traces && !metrics)
        {
            return null;
        }

        foreach (var name in Signals.Select(Of).Prepend(""))
        {
            CheckEndpoint(Endpoint.Replace("_ENDPOINT", name + "_ENDPOINT", StringComparison.Ordinal));
            CheckProtocol(Protocol.Replace("_PROTOCOL", name + "_PROTOCOL", StringComparison.Ordinal));
        }

        return TelemetryExport.Start(service, traces, metrics);
    }

    private static string Of(string signal) => "_" + signal;

    private static bool IsAsked(string signal)
    {
        var name = $"OTEL_{signal}_EXPORTER";
        return Value(name) switch
        {
            null => (Value(Endpoint) ?? Value($"OTEL_EXPORTER_OTLP_{signal}_ENDPOINT")) is not null,
            "otlp" => true,
            "none" => false,
            var other => throw CommandException.Usage($"The environment variable {name} cannot be “{other}”.", "Give otlp or none."),
        };
    }

    private static void CheckEndpoint(string name)
    {
        if (Value(name) is { } value && !(Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
        {
            throw CommandException.Usage($"The environment variable {name} is no http or https address.", "Give one such as http://localhost:4317.");
        }
    }

    private static void CheckProtocol(string name)
    {
        if (Value(name) is { } value && value is not ("grpc" or "http/protobuf"))
        {
            throw CommandException.Usage($"The environment variable {name} cannot be “{value}”.", "Give grpc or http/protobuf.");
        }
    }

    /// <summary>A variable; one that is empty is not set, as the specification has it.</summary>
    private static string? Value(string name) => Environment.GetEnvironmentVariable(name)?.Trim() is { Length: > 0 } value ? value : null;
}
