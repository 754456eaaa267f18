using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace QaBot.Discord.Payloads;

/// <summary>Serialisation made at build time. Nulls are left out: some servers that are compatible with Discord refuse them.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(MessagePayload))]
[JsonSerializable(typeof(CallbackPayload))]
[JsonSerializable(typeof(CommandPayload[]))]
[JsonSerializable(typeof(ThreadPayload))]
internal sealed partial class PayloadContext : JsonSerializerContext
{
    /// <summary>Writes letters of every script as they are.</summary>
    public static PayloadContext Relaxed { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
