using System.Text.Json;

namespace QaBot.Testing.Endpoints;

/// <summary>What a server refuses of a request, and its error.</summary>
/// <param name="Part">A field, <c>system</c> for the role, <c>row</c> for two messages of a role in a row, <c>system,row</c> for templates that count the one as the other.</param>
/// <param name="Status">The status.</param>
/// <param name="Error">The body.</param>
public sealed record StrictRefusal(string Part, int Status, string Error)
{
    /// <summary>Whether a request has it.</summary>
    public bool Refuses(JsonElement request)
    {
        var roles = request.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("role").GetString()!).ToList();
        return Part switch
        {
            "system" => roles.Contains("system"),
            "row" => IsRow([.. roles.Where(role => role != "system")]),
            "system,row" => roles.Contains("system") || IsRow(roles),
            "stream" => request.TryGetProperty("stream", out var stream) && stream.GetBoolean(),
            _ => request.TryGetProperty(Part, out _),
        };
    }

    private static bool IsRow(List<string> roles) => roles.Zip(roles.Skip(1)).Any(pair => pair.First == pair.Second);
}
