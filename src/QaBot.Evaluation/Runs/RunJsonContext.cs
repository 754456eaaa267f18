using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace QaBot.Evaluation.Runs;

/// <summary>Serialisation of the journal and of what a run depends on.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Observation))]
[JsonSerializable(typeof(QuestionAnswererOptions))]
[JsonSerializable(typeof(Chunking.ChunkingOptions))]
internal sealed partial class RunJsonContext : JsonSerializerContext
{
    public static RunJsonContext Relaxed { get; } =
        new(new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
