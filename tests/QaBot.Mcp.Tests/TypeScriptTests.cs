using System.Text.Json;
using QaBot.Testing;

namespace QaBot.Mcp.Tests;

/// <summary>The client of the TypeScript SDK against the real process.</summary>
public sealed class TypeScriptTests : IDisposable
{
    private readonly McpProgram _program = new((InventedBiography.Name, InventedBiography.Text));

    public void Dispose() => _program.Dispose();

    [NodeFact]
    public async Task Session_OverStdio_FitsItsSchemas() => Check(await TypeScriptSdk.RunAsync(_program.Root, "stdio", "dotnet", McpProgram.Program, "mcp"));

    [NodeFact]
    public async Task Session_OverHttp_FitsItsSchemas()
    {
        await using var host = await HttpTests.StartAsync();

        Check(await TypeScriptSdk.RunAsync(_program.Root, "http", host.Urls.Single() + McpHttp.Path));
    }

    private static void Check(string output)
    {
        var got = JsonDocument.Parse(output).RootElement;
        Assert.Equal("qabot", got.GetProperty("server").GetString());
        Assert.Equal(["ask", "read_source", "search"], got.GetProperty("tools").EnumerateArray().Select(tool => tool.GetString()).Order(StringComparer.Ordinal));
        Assert.Equal("Bergen", got.GetProperty("asked").GetProperty("short").GetString());
        Assert.Equal("Reading the passages.", got.GetProperty("progress")[0].GetString());
        Assert.Equal("abstained", got.GetProperty("abstained").GetString());
        Assert.Equal(1, got.GetProperty("found").GetInt32());
        Assert.Equal(InventedBiography.Name, got.GetProperty("read").GetString());
        Assert.Equal("""[true,"search needs \u201Cquery\u201D, a text."]""", JsonSerializer.Serialize(got.GetProperty("wrong")));
        Assert.Equal(InventedBiography.Text, got.GetProperty("text").GetString());
        Assert.Equal(1, got.GetProperty("prompt").GetInt32());
    }
}
