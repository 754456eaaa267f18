namespace QaBot.Mcp.Tests;

/// <summary>A test with the TypeScript SDK, skipped by name where npm is not there or does not restore it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute() => Skip = TypeScriptSdk.Fault;
}
