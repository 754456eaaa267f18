using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using QaBot.Citations;
using QaBot.Cli.Sources;
using QaBot.Indexing;

namespace QaBot.Cli.Commands;

/// <summary>Serialisation made at build time: nothing is reflected over at start.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IndexJson))]
[JsonSerializable(typeof(PassageJson))]
[JsonSerializable(typeof(RememberedAnswer))]
[JsonSerializable(typeof(SourceJson))]
[JsonSerializable(typeof(VerifiedJson))]
internal sealed partial class CliJsonContext : JsonSerializerContext
{
    /// <summary>Writes letters of every script as they are, as answers do.</summary>
    public static CliJsonContext Relaxed { get; } =
        new(new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
