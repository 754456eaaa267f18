using System.Net;
using System.Text.Json;
using QaBot.Discord.Payloads;

namespace QaBot.Discord.Rest;

/// <summary>What a server says of a request that it refuses.</summary>
/// <param name="Code">Its own code, or 0.</param>
/// <param name="Message">Its sentence, with the fields that are at fault and why; empty where it says nothing.</param>
/// <remarks>https://discord.com/developers/docs/reference#error-messages: the fields lie in <c>errors</c>, nested as they were sent.</remarks>
internal sealed record Refusal(int Code, string Message)
{
    /// <summary>The fields at fault, as in <c>components.0.label</c>.</summary>
    public IReadOnlyList<string> Fields { get; private init; } = [];

    /// <summary>The code that says that the bot's token is not accepted, whatever the status.</summary>
    public const int Unauthorized = 40001;

    private const int MostFields = 100;
    private const int MostFieldsSaid = 5;
    private const int Longest = 500;

    /// <summary>Reads the body of a refusal.</summary>
    public static Refusal Read(JsonElement body)
    {
        var fields = body.Member("errors") is { } errors ? Named(errors) : [];
        var message = string.Join("; ", [.. new[] { body.Text("message")?.Trim() }.Where(said => said is { Length: > 0 }), .. fields.Take(MostFieldsSaid).Select(field => field.Path.Length == 0 ? field.Why : $"{field.Path}: {field.Why}")]);
        return new Refusal(body.Number("code") ?? 0, message.Length > Longest ? message[..Longest] + "…" : message)
        {
            Fields = [.. fields.Select(field => field.Path).Where(path => path.Length > 0).Distinct()],
        };
    }

    /// <summary>What to do about it.</summary>
    public static string Remedy(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Forbidden => "Give the bot the permissions that the README lists, in that channel too.",
        HttpStatusCode.NotFound => "It has been deleted, or it came too late.",
        _ => "This is a fault of the program or of the server: report it.",
    };

    private static List<(string Path, string Why)> Named(JsonElement errors)
    {
        try
        {
            return [.. Faults("", errors).Take(MostFields)];
        }
        catch (InvalidOperationException)
        {
            // A name that is no text: half a surrogate pair.
            return [];
        }
    }

    /// <summary>Each field at fault and why, whichever way a server nests them.</summary>
    private static IEnumerable<(string Path, string Why)> Faults(string path, JsonElement errors) => errors.ValueKind switch
    {
        JsonValueKind.Object when errors.Text("message") is { } message => [(path, message)],
        JsonValueKind.Object => errors.EnumerateObject().SelectMany(member => Faults(member.Name == "_errors" ? path : path.Length == 0 ? member.Name : $"{path}.{member.Name}", member.Value)),
        JsonValueKind.Array => errors.EnumerateArray().SelectMany(error => Faults(path, error)),
        JsonValueKind.String => [(path, errors.AsText() ?? "")],
        _ => [],
    };
}
