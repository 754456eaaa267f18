using System.Text.Json.Serialization;

namespace QaBot.Discord.Languages;

/// <summary>Serialisation made at build time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Phrasebook))]
internal sealed partial class PhrasebookContext : JsonSerializerContext;
