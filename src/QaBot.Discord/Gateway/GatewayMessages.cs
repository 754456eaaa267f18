using System.Text.Json;

namespace QaBot.Discord.Gateway;

/// <summary>The frames that the bot sends.</summary>
/// <remarks>https://discord.com/developers/docs/events/gateway-events#send-events.</remarks>
internal static class GatewayMessages
{
    /// <summary>Guilds, guild messages and direct messages; the privileged message content is not asked for.</summary>
    public const int Intents = (1 << 0) | (1 << 9) | (1 << 12);

    private const string Program = "qabot";

    /// <summary>A sign of life with the number of the last dispatch; before the first, Discord wants a null there.</summary>
    public static byte[] Heartbeat(int? sequence) => Write(Opcode.Heartbeat, json =>
    {
        if (sequence is { } number)
        {
            json.WriteNumber("d", number);
        }
        else
        {
            json.WriteNull("d");
        }
    });

    /// <summary>Begins a session.</summary>
    public static byte[] Identify(BotToken token, ShardId shard) => Write(Opcode.Identify, json =>
    {
        json.WriteStartObject("d");
        json.WriteString("token", token.Value);
        json.WriteNumber("intents", Intents);
        json.WriteStartObject("properties");
        json.WriteString("os", OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "macos" : "linux");
        json.WriteString("browser", Program);
        json.WriteString("device", Program);
        json.WriteEndObject();
        json.WriteStartArray("shard");
        json.WriteNumberValue(shard.Index);
        json.WriteNumberValue(shard.Count);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>Goes on with a session.</summary>
    public static byte[] Resume(BotToken token, Session session) => Write(Opcode.Resume, json =>
    {
        json.WriteStartObject("d");
        json.WriteString("token", token.Value);
        json.WriteString("session_id", session.Id);
        json.WriteNumber("seq", session.Sequence);
        json.WriteEndObject();
    });

    private static byte[] Write(Opcode opcode, Action<Utf8JsonWriter> writeData)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteNumber("op", (int)opcode);
            writeData(json);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }
}
