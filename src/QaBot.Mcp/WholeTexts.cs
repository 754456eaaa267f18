using System.Text.Json.Nodes;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace QaBot.Mcp;

/// <summary>Refuses requests that have a text which is none in Unicode, with a sentence: JSON can write half a character (U+D800 to U+DFFF alone), and no reading of it goes well.</summary>
internal static class WholeTexts
{
    /// <summary>Passes on what has none.</summary>
    public static McpMessageHandler Check(McpMessageHandler next) => (context, cancellationToken) =>
        context.JsonRpcMessage is JsonRpcRequest { Params: { } sent } && !IsWhole(sent)
            ? throw new McpProtocolException("A text of the request has half a character: send whole ones.", McpErrorCode.InvalidParams)
            : next(context, cancellationToken);

    private static bool IsWhole(JsonNode sent)
    {
        try
        {
            Read(sent);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static void Read(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                members.ToList().ForEach(member => Read(member.Value));
                break;
            case JsonArray items:
                items.ToList().ForEach(Read);
                break;
            case JsonValue value:
                value.TryGetValue<string>(out _);
                break;
        }
    }
}
