using System.Text.Json;
using QaBot.Discord.Payloads;

namespace QaBot.Discord.Gateway;

/// <summary>A frame as received.</summary>
/// <param name="Opcode">What it is for; a number that has no name is of no interest.</param>
/// <param name="Sequence">The number of a dispatch, which a resumption names.</param>
/// <param name="Name">The name of a dispatch.</param>
/// <param name="Data">The rest.</param>
internal sealed record GatewayFrame(Opcode Opcode, int? Sequence, string? Name, JsonElement Data)
{
    /// <summary>Reads a frame, or gives null where it is none.</summary>
    public static GatewayFrame? Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            return root.Number("op") is { } op
                ? new GatewayFrame((Opcode)op, root.Number("s"), root.Text("t"), root.Member("d")?.Clone() ?? default)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
