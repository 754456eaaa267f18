using System.Text.Json.Serialization;

namespace QaBot.Mcp.Tools;

/// <summary>Serialisation made at build time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(FoundJson))]
[JsonSerializable(typeof(PageJson))]
internal sealed partial class ToolJsonContext : JsonSerializerContext;
