using System.Text.Json;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace QaBot.Mcp.Tools;

/// <summary>A tool that changes nothing and looks nowhere but in the documents: its schemas are data, its faults are sentences.</summary>
internal abstract class CorpusTool : McpServerTool
{
    private readonly string[] _arguments;

    /// <summary>Creates a tool.</summary>
    /// <param name="name">Its name; its schemas are <c>name.input.json</c> and <c>name.output.json</c>.</param>
    /// <param name="title">Its name for people.</param>
    /// <param name="description">For an assistant: what it is good for, and when to take another.</param>
    protected CorpusTool(string name, string title, string description)
    {
        ProtocolTool = new Tool
        {
            Name = name,
            Title = title,
            Description = description.ReplaceLineEndings(" "),
            InputSchema = Schema($"{name}.input.json"),
            OutputSchema = Schema($"{name}.output.json"),
            Annotations = new ToolAnnotations { ReadOnlyHint = true, DestructiveHint = false, IdempotentHint = true, OpenWorldHint = false },
        };
        _arguments = [.. ProtocolTool.InputSchema.GetProperty("properties").EnumerateObject().Select(property => property.Name)];
    }

    /// <inheritdoc/>
    public override Tool ProtocolTool { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<object> Metadata { get; } = [];

    /// <inheritdoc/>
    public override async ValueTask<CallToolResult> InvokeAsync(RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        try
        {
            var input = new ToolInput(ProtocolTool.Name, _arguments, request.Params?.Arguments);
            return await CallAsync(input, new CallProgress(request), cancellationToken).ConfigureAwait(false);
        }
        catch (ToolInputException e)
        {
            return new CallToolResult { IsError = true, Content = [new TextContentBlock { Text = e.Message }] };
        }
    }

    /// <summary>Does what the tool is for.</summary>
    /// <param name="input">The arguments.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellationToken">Cancelled where the client takes the call back, or has gone.</param>
    /// <exception cref="ToolInputException">The arguments do not fit.</exception>
    protected abstract Task<CallToolResult> CallAsync(ToolInput input, CallProgress progress, CancellationToken cancellationToken);

    /// <summary>A result in both its forms.</summary>
    /// <param name="text">To be read.</param>
    /// <param name="json">The same as an object of the output schema.</param>
    protected static CallToolResult Result(string text, JsonElement json) => new() { Content = [new TextContentBlock { Text = text }], StructuredContent = json };

    private static JsonElement Schema(string name)
    {
        using var stream = typeof(CorpusTool).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"There is no schema {name}.");
        using var schema = JsonDocument.Parse(stream);
        return schema.RootElement.Clone();
    }
}
