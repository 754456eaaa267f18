using System.Text.Json.Nodes;

namespace QaBot.Testing.Discord;

/// <summary>What the double does to a request instead of carrying it out, or before or after that.</summary>
/// <param name="Status">The status it answers with; 0 to carry the request out.</param>
/// <param name="Body">The body of that answer.</param>
/// <param name="Headers">Its headers.</param>
/// <param name="Delay">What it waits for first.</param>
/// <param name="LosesAnswer">Whether the request is carried out and the connection then cut.</param>
/// <param name="AnswerDelay">What it waits for between carrying the request out and answering it.</param>
/// <param name="StatusAfter">The status it answers with after carrying the request out; 0 for the true one.</param>
public sealed record RestFault(
    int Status = 0, JsonNode? Body = null, IReadOnlyDictionary<string, string>? Headers = null, Task? Delay = null, bool LosesAnswer = false,
    Task? AnswerDelay = null, int StatusAfter = 0)
{
    /// <summary>A 400 that names a field, as Discord nests it.</summary>
    /// <param name="path">The field, as in <c>components.0.label</c>.</param>
    /// <param name="why">What is wrong with it.</param>
    public static RestFault Invalid(string path, string why)
    {
        JsonNode errors = new JsonObject { ["_errors"] = new JsonArray(new JsonObject { ["code"] = "FIELD", ["message"] = why }) };
        foreach (var name in path.Split('.').Reverse())
        {
            errors = new JsonObject { [name] = errors };
        }

        return new RestFault(400, new JsonObject { ["code"] = 50035, ["message"] = "Invalid Form Body", ["errors"] = errors });
    }

    /// <summary>A 429.</summary>
    /// <param name="scope"><c>user</c>, <c>global</c> or <c>shared</c>.</param>
    /// <param name="seconds">What it says to wait.</param>
    public static RestFault TooMany(string scope, double seconds) => new(
        429,
        new JsonObject { ["message"] = "You are being rate limited.", ["retry_after"] = seconds, ["global"] = scope == "global" },
        new Dictionary<string, string>
        {
            ["Retry-After"] = Math.Ceiling(seconds).ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["X-RateLimit-Scope"] = scope,
        });
}
