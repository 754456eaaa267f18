using System.Globalization;
using QaBot.Cli.Commands;

namespace QaBot.Cli.Telemetry;

/// <summary>OpenTelemetry's own environment variables: whether, and what, is exported. Nothing of its library is loaded before they ask for it.</summary>
/// <remarks>
/// The names and meanings are those of the specification (OpenTelemetry Environment Variable Specification; OTLP Exporter). Naming an endpoint asks for traces and metrics;
/// <c>OTEL_TRACES_EXPORTER</c> and <c>OTEL_METRICS_EXPORTER</c> say otherwise for one of them. The library would pass over what it cannot read in silence.
/// </remarks>
internal static class TelemetryVariables
{
    private const string Otlp = "OTEL_EXPORTER_OTLP_";
    private const string Endpoint = "ENDPOINT";
    private static readonly string[] Signals = ["TRACES", "METRICS"];

    private static readonly string[] Numbers =
    [
        "OTEL_METRIC_EXPORT_INTERVAL", "OTEL_METRIC_EXPORT_TIMEOUT", "OTEL_BSP_SCHEDULE_DELAY", "OTEL_BSP_EXPORT_TIMEOUT", "OTEL_BSP_MAX_QUEUE_SIZE", "OTEL_BSP_MAX_EXPORT_BATCH_SIZE",
    ];

    private static readonly string[] Samplers = ["always_on", "always_off", "traceidratio", "parentbased_always_on", "parentbased_always_off", "parentbased_traceidratio"];

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

        foreach (var signal in Signals.Select(signal => signal + "_").Prepend(""))
        {
            Check(Otlp + signal + Endpoint, IsAddress, "is no http or https address", "Give one such as http://localhost:4317.");
            CheckOneOf(Otlp + signal + "PROTOCOL", "grpc", "http/protobuf");
            CheckNumber(Otlp + signal + "TIMEOUT");

            // Its value is not shown: it may be a key.
            Check(Otlp + signal + "HEADERS", AreHeaders, "is no list of headers", "Give names and values as in api-key=value,other=value.");
        }

        foreach (var name in Numbers)
        {
            CheckNumber(name);
        }

        CheckOneOf("OTEL_TRACES_SAMPLER", Samplers);
        return TelemetryExport.Start(service, traces, metrics);
    }

    private static bool IsAsked(string signal)
    {
        var name = $"OTEL_{signal}_EXPORTER";
        CheckOneOf(name, "otlp", "none");
        return Value(name) is { } exporter ? exporter == "otlp" : (Value(Otlp + Endpoint) ?? Value($"{Otlp}{signal}_{Endpoint}")) is not null;
    }

    private static bool IsAddress(string value) => Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";

    private static bool IsNumber(string value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0;

    private static bool AreHeaders(string value) => value.Split(',').All(pair => pair.IndexOf('=', StringComparison.Ordinal) > 0);

    private static void CheckNumber(string name) => Check(name, IsNumber, $"cannot be “{Value(name)}”", "Give a whole number from 1.");

    private static void CheckOneOf(string name, params string[] values) =>
        Check(name, values.Contains, $"cannot be “{Value(name)}”", $"Give {string.Join(", ", values[..^1])} or {values[^1]}.");

    private static void Check(string name, Func<string, bool> isRight, string fault, string remedy)
    {
        if (Value(name) is { } value && !isRight(value))
        {
            throw CommandException.Usage($"The environment variable {name} {fault}.", remedy);
        }
    }

    /// <summary>A variable; one that is empty is not set, as the specification has it.</summary>
    private static string? Value(string name) => Environment.GetEnvironmentVariable(name)?.Trim() is { Length: > 0 } value ? value : null;
}
