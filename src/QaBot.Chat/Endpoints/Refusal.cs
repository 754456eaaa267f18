using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace QaBot.Chat.Endpoints;

/// <summary>What an error says about a request: the part that the request can do without, or only the name of a field of it.</summary>
/// <param name="Part">The part, or null.</param>
/// <param name="Field">What a notice calls it: a name that stands in the request, never words of the error.</param>
internal sealed partial record Refusal(ChatRequestPart? Part, string Field)
{
    /// <summary>The parts that have a name of their own on the wire.</summary>
    private static readonly (ChatRequestPart Part, Regex Name)[] Named =
    [
        (ChatRequestPart.MaxCompletionTokens, MaxCompletionTokens()), (ChatRequestPart.MaxTokens, MaxTokens()), (ChatRequestPart.StreamOptions, StreamOptions()),
        (ChatRequestPart.Temperature, Temperature()), (ChatRequestPart.Tools, Tools()), (ChatRequestPart.Stream, Stream()),
    ];

    /// <summary>Reads an error.</summary>
    /// <param name="error">The beginning of its body.</param>
    /// <param name="sent">The request as it was sent.</param>
    /// <returns>What it names, or null where it names nothing of the request.</returns>
    public static Refusal? Read(string error, JsonObject sent)
    {
        var fields = Fields(error);
        var part = fields.Select(field => Find(field, sent)).FirstOrDefault(found => found is not null) ?? OfRoles(error, sent) ?? Find(error, sent);
        return part is { } named ? new Refusal(named, RequestAdapter.NameOf(named))
            : fields.FirstOrDefault(sent.ContainsKey) is { } field ? new Refusal(null, field) : null;
    }

    /// <summary>Of the parts that were sent, the one that is named first: behind it may stand what is allowed.</summary>
    private static ChatRequestPart? Find(string text, JsonObject sent) => Named
        .Where(named => sent.ContainsKey(RequestAdapter.NameOf(named.Part)))
        .Select(named => (named.Part, Match: named.Name.Match(text)))
        .Where(named => named.Match.Success)
        .OrderBy(named => named.Match.Index)
        .Select(named => (ChatRequestPart?)named.Part)
        .FirstOrDefault();

    /// <summary>Templates that want roles to alternate refuse a system role in the same words.</summary>
    private static ChatRequestPart? OfRoles(string error, JsonObject sent)
    {
        if (sent["messages"] is not JsonArray messages)
        {
            return null;
        }

        var hasSystem = messages.Any(RequestAdapter.IsOfSystem);
        return Alternation().IsMatch(error) ? RequestAdapter.HasConsecutive(messages) ? ChatRequestPart.ConsecutiveMessages : hasSystem ? ChatRequestPart.SystemRole : null
            : hasSystem && SystemRole().IsMatch(error) ? ChatRequestPart.SystemRole : null;
    }

    /// <summary>The fields that an error names in a place of its own: OpenAI's <c>param</c>, FastAPI's <c>loc</c>, which may be JSON in the text of a message.</summary>
    private static List<string> Fields(string error)
    {
        try
        {
            using var document = JsonDocument.Parse(error);
            return [.. Fields(document.RootElement)];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static IEnumerable<string> Fields(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => property.Name switch
        {
            "param" or "loc" or "field" => Strings(property.Value),
            _ => Fields(property.Value),
        }),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Fields),
        _ => [],
    };

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        _ => [],
    };

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    [GeneratedRegex(@"\bmax_completion_tokens\b", Options)]
    private static partial Regex MaxCompletionTokens();

    [GeneratedRegex(@"\bmax_tokens\b", Options)]
    private static partial Regex MaxTokens();

    [GeneratedRegex(@"\b(?:stream_options|include_usage)\b", Options)]
    private static partial Regex StreamOptions();

    [GeneratedRegex(@"\btemperature\b", Options)]
    private static partial Regex Temperature();

    [GeneratedRegex(@"\b(?:tools?|tool_choice|parallel_tool_calls|function[ -]calling|functions)\b", Options)]
    private static partial Regex Tools();

    [GeneratedRegex(@"^stream$|['""`‘“]stream['""`’”]|\bstream(?:ing|ed)?\b[^.]{0,40}(?:\bnot\b|n't\b|\bun|\bdisabled\b)|(?:\bnot\b|n't\b|\bun\w+)[^.]{0,40}\bstream(?:ing|ed)?\b", Options)]
    private static partial Regex Stream();

    [GeneratedRegex(@"\balternat(?:e|es|ing)\b|\bconsecutive\b|\bin a row\b|\bsame role\b|\b(?:multiple|two|several|more than one) '?user'? messages?\b|role\W{0,3}user\W{0,3}(?:after|following)\W{1,3}(?:role\W{0,3})?user\b", Options)]
    private static partial Regex Alternation();

    private const string System = @"(?:\bsystem['""]?[ _-](?:role|messages?|prompts?|instructions?)\b|\brole\W{1,3}system\b|['""`]system['""`])";

    private const string Negation = @"(?:\bnot\b|n't\b|\bun\w+|\binvalid\b|\bonly\b|\bno\b|\bnever\b)";

    [GeneratedRegex(
        $@"{System}[^.]{{0,60}}{Negation}|{Negation}[^.]{{0,60}}{System}|\bonly (?:\w+,? ){{1,4}}roles?\b|\brole\b.{{0,80}}\bshould be '?(?:user|assistant)\b|\bdeveloper instruction\b",
        Options | RegexOptions.Singleline)]
    private static partial Regex SystemRole();
}
