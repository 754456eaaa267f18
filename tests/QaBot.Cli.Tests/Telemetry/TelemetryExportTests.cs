using QaBot.Testing.Endpoints;
using QaBot.Testing.Telemetry;

namespace QaBot.Cli.Tests.Telemetry;

/// <summary>The real process and a collector on loopback.</summary>
public sealed class TelemetryExportTests : IDisposable
{
    private const string Hello =
        """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}""";

    private const string Ask = """{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"ask","arguments":{"question":"Where was Nora Lindqvist born?"}}}""";
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Mcp_WithAnEndpoint_SendsSpansAndMetricsWithoutTexts()
    {
        await using var collector = await CollectorDouble.StartAsync();

        var result = await AskAsync(("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"), ("OTEL_RESOURCE_ATTRIBUTES", "deployment.environment.name=test"));

        Assert.Equal(0, result.ExitCode);
        Assert.Empty(collector.Violations);
        Assert.Equal(["qabot-mcp"], collector.Services.Distinct());
        var call = Assert.Single(collector.Spans, span => span is { Source: "Experimental.ModelContextProtocol", Name: "tools/call ask" });
        var asked = Assert.Single(collector.Spans, span => span is { Source: "QaBot", Name: "ask" });
        Assert.Equal((call.Trace, call.Id), (asked.Trace, asked.Parent));
        Assert.Equal(["read", "resolve", "retrieve", "verify"], collector.Spans.Where(span => span.Parent == asked.Id).Select(span => span.Name).Order(StringComparer.Ordinal));
        Assert.Equal("answered", asked.Attributes["qabot.outcome"]);
        var questions = Assert.Single(collector.Metrics, metric => metric.Name == "qabot.questions");
        Assert.Equal(("QaBot", "{question}", "answered"), (questions.Meter, questions.Unit, questions.Points.Single()["qabot.outcome"]));
        Assert.Contains(collector.Metrics, metric => metric is { Name: "qabot.question.duration", Unit: "s" });
        Assert.False(collector.HasText("Lindqvist"));
        Assert.False(collector.HasText("Bergen"));
    }

    [Fact]
    public async Task Mcp_WithAModel_SendsItsCallsBelowTheStepAndItsTokens()
    {
        await using var collector = await CollectorDouble.StartAsync();
        await using var endpoint = new ScriptedEndpoint(EndpointReply.Stream(["<think></think>", "Lindqvist was born in Bergen, the daughter of a baker [1]."]));

        await AskAsync(
            ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address),
            ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
            ("OTEL_SERVICE_NAME", "shelf"),
            ("QABOT_Answering__Mode", "Chat"),
            ("QABOT_Chat__Endpoint", endpoint.Address),
            ("QABOT_Chat__Model", "scripted-1"));

        Assert.Equal(["shelf"], collector.Services.Distinct());
        var worded = Assert.Single(collector.Spans, span => span.Name == "word");
        var request = Assert.Single(collector.Spans, span => span is { Source: "QaBot.Chat", Name: "chat scripted-1" });
        var above = request.Parent;
        while (above != worded.Id)
        {
            above = Assert.Single(collector.Spans, span => span.Id == above).Parent;
        }

        Assert.Equal("chat", request.Attributes["gen_ai.operation.name"]);
        var tokens = Assert.Single(collector.Metrics, metric => metric.Name == "gen_ai.client.token.usage");
        Assert.Equal(["input", "output"], tokens.Points.Select(point => point["gen_ai.token.type"]).Order(StringComparer.Ordinal));
        Assert.False(collector.HasText("Lindqvist"));
    }

    [Theory]
    [InlineData("OTEL_TRACES_EXPORTER", "none", false, true)]
    [InlineData("OTEL_METRICS_EXPORTER", "none", true, false)]
    [InlineData("OTEL_SDK_DISABLED", "true", false, false)]
    public async Task Mcp_SignalTakenBack_SendsTheOthers(string name, string value, bool traces, bool metrics)
    {
        await using var collector = await CollectorDouble.StartAsync();

        await AskAsync(("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"), (name, value));

        Assert.Equal((traces, metrics), (collector.Spans.Count > 0, collector.Metrics.Count > 0));
    }

    [Theory]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4317", "is no http or https address")]
    [InlineData("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", "nowhere", "is no http or https address")]
    [InlineData("OTEL_TRACES_EXPORTER", "zipkin", "cannot be “zipkin”")]
    public async Task Mcp_VariableThatCannotBe_IsRefusedByItsName(string name, string value, string fault) =>
        (await _workspace.RunAsync(null, ["mcp"], (name, value))).AssertRefused(2, name, fault);

    [Theory]
    [InlineData("OTEL_EXPORTER_OTLP_TIMEOUT", "abc", "cannot be “abc”")]
    [InlineData("OTEL_EXPORTER_OTLP_TRACES_TIMEOUT", "0", "cannot be “0”")]
    [InlineData("OTEL_METRIC_EXPORT_INTERVAL", "-5", "cannot be “-5”")]
    [InlineData("OTEL_BSP_SCHEDULE_DELAY", "1.5", "cannot be “1.5”")]
    [InlineData("OTEL_TRACES_SAMPLER", "nix", "cannot be “nix”")]
    [InlineData("OTEL_EXPORTER_OTLP_HEADERS", "garbage", "is no list of headers")]
    public async Task Mcp_VariableOfAnExportThatCannotBe_IsRefusedByItsName(string name, string value, string fault)
    {
        var result = await _workspace.RunAsync(null, ["mcp"], ("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:9"), (name, value));

        result.AssertRefused(2, name, fault);
        Assert.DoesNotContain("garbage", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mcp_CollectorThatIsNotThere_AnswersAllTheSame()
    {
        var result = await AskAsync(("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:9"));

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("\"short\":\"Bergen\"", result.Out, StringComparison.Ordinal);
    }

    private async Task<Result> AskAsync(params (string Name, string Value)[] environment)
    {
        using var process = _workspace.Start(["mcp"], environment);
        await process.StandardInput.WriteLineAsync(Hello);
        await process.StandardInput.FlushAsync();
        await process.StandardOutput.ReadLineAsync();
        await process.StandardInput.WriteLineAsync(Ask);
        await process.StandardInput.FlushAsync();
        var answer = await process.StandardOutput.ReadLineAsync();
        process.StandardInput.Close();
        var result = await Workspace.FinishAsync(process);
        return result with { Out = answer + result.Out };
    }
}
