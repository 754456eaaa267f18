using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace QaBot.Testing.Discord;

/// <summary>Judges requests by Discord's own description of its interface (OpenAPI 3.1), which lies beside the repository, with one rule more: nothing unknown is sent.</summary>
/// <remarks>It knows the keywords that the description has, and refuses to judge by one that it does not know.</remarks>
public sealed class OpenApiJudge
{
    private static readonly string[] Silent =
    [
        "$ref", "allOf", "oneOf", "anyOf", "type", "const", "enum", "properties", "required", "additionalProperties", "maxProperties", "items", "minItems", "maxItems", "uniqueItems",
        "minLength", "maxLength", "minimum", "maximum", "pattern", "format", "title", "description", "default", "contentEncoding", "x-discord-union", "discriminator", "deprecated",
    ];

    private readonly JsonElement _root;

    /// <summary>Reads the description.</summary>
    public OpenApiJudge(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        _root = document.RootElement.Clone();
    }

    /// <summary>Where the description is, if it is there.</summary>
    public static string Path { get; } = System.IO.Path.Combine(Repository.Shared, "discord", "openapi.json");

    /// <summary>The judge, or null where there is no description.</summary>
    public static OpenApiJudge? Shared { get; } = File.Exists(Path) ? new OpenApiJudge(Path) : null;

    /// <summary>What is wrong with a request.</summary>
    public IReadOnlyList<string> Judge(RestCall call)
    {
        var route = _root.GetProperty("paths").EnumerateObject().Where(path => Matches(path.Name, call.Path)).OrderBy(path => path.Name.Count(c => c == '{')).FirstOrDefault();
        if (route.Value.ValueKind != JsonValueKind.Object || !route.Value.TryGetProperty(call.Method.ToLowerInvariant(), out var operation))
        {
            return [$"{call.Method} {call.Path}: there is no such route"];
        }

        if (!operation.TryGetProperty("requestBody", out var request))
        {
            return call.Body is null ? [] : [$"{call.Method} {route.Name}: takes no body"];
        }

        var isRequired = request.TryGetProperty("required", out var required) && required.GetBoolean();
        if (call.Body is null)
        {
            return isRequired ? [$"{call.Method} {route.Name}: wants a body"] : [];
        }

        using var body = JsonDocument.Parse(call.Body.ToJsonString());
        var schema = request.GetProperty("content").GetProperty("application/json").GetProperty("schema");
        return [.. Faults(schema, body.RootElement, "").Select(fault => $"{call.Method} {route.Name}{fault}")];
    }

    private static bool Matches(string template, string path)
    {
        var (wanted, given) = (template.Trim('/').Split('/'), path.Split('/'));
        return wanted.Length == given.Length && wanted.Zip(given).All(pair => pair.First[0] == '{' || pair.First == pair.Second);
    }

    private List<string> Faults(JsonElement schema, JsonElement value, string at)
    {
        var parts = Parts(schema).ToList();
        var faults = parts.SelectMany(part => Own(part, value, at)).ToList();
        if (value.ValueKind == JsonValueKind.Object)
        {
            faults.AddRange(Members(parts, value, at));
        }

        return faults;
    }

    /// <summary>A schema, and what it is put together of.</summary>
    private IEnumerable<JsonElement> Parts(JsonElement schema)
    {
        yield return schema;
        var others = schema.TryGetProperty("allOf", out var all) ? all.EnumerateArray().AsEnumerable() : [];
        foreach (var part in (schema.TryGetProperty("$ref", out var reference) ? others.Append(Resolve(reference.GetString()!)) : others).SelectMany(Parts))
        {
            yield return part;
        }
    }

    private JsonElement Resolve(string reference) => reference.Split('/').Skip(1).Aggregate(_root, (node, name) => node.GetProperty(name));

    private IEnumerable<string> Own(JsonElement schema, JsonElement value, string at)
    {
        foreach (var keyword in schema.EnumerateObject())
        {
            var isKept = keyword.Name switch
            {
                "type" => keyword.Value.ValueKind == JsonValueKind.String ? Is(keyword.Value, value) : keyword.Value.EnumerateArray().Any(type => Is(type, value)),
                "const" => JsonElement.DeepEquals(keyword.Value, value),
                "enum" => keyword.Value.EnumerateArray().Any(allowed => JsonElement.DeepEquals(allowed, value)),
                "minimum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() >= keyword.Value.GetDouble(),
                "maximum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() <= keyword.Value.GetDouble(),
                "minLength" => value.ValueKind != JsonValueKind.String || value.GetString()!.Length >= keyword.Value.GetInt32(),
                "maxLength" => value.ValueKind != JsonValueKind.String || value.GetString()!.Length <= keyword.Value.GetInt32(),
                "pattern" => value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, keyword.Value.GetString()!),
                "format" => value.ValueKind != JsonValueKind.String || HasFormat(keyword.Value.GetString()!, value.GetString()!),
                "minItems" => value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= keyword.Value.GetInt32(),
                "maxItems" => value.ValueKind != JsonValueKind.Array || value.GetArrayLength() <= keyword.Value.GetInt32(),
                "uniqueItems" => value.ValueKind != JsonValueKind.Array || value.EnumerateArray().Select(item => item.GetRawText()).Distinct().Count() == value.GetArrayLength(),
                "maxProperties" => value.ValueKind != JsonValueKind.Object || value.EnumerateObject().Count() <= keyword.Value.GetInt32(),
                "required" => value.ValueKind != JsonValueKind.Object || keyword.Value.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _)),
                _ => Silent.Contains(keyword.Name) ? true : throw new NotSupportedException($"The keyword {keyword.Name} is not known to the judge."),
            };
            if (!isKept)
            {
                yield return $"{at}: {keyword.Name} {Brief(keyword.Value)} is not kept by {Brief(value)}";
            }

            foreach (var fault in Inner(keyword, value, at))
            {
                yield return fault;
            }
        }
    }

    private IEnumerable<string> Inner(JsonProperty keyword, JsonElement value, string at) => keyword.Name switch
    {
        "items" when value.ValueKind == JsonValueKind.Array => value.EnumerateArray().SelectMany((item, i) => Faults(keyword.Value, item, string.Create(CultureInfo.InvariantCulture, $"{at}/{i}"))),
        "oneOf" or "anyOf" => keyword.Value.EnumerateArray().Select(branch => Faults(branch, value, at)).MinBy(faults => faults.Count)!,
        _ => [],
    };

    private IEnumerable<string> Members(List<JsonElement> parts, JsonElement value, string at)
    {
        var isUnion = parts.Any(part => part.TryGetProperty("oneOf", out _) || part.TryGetProperty("anyOf", out _));
        foreach (var member in value.EnumerateObject())
        {
            var schemas = parts.Where(part => part.TryGetProperty("properties", out _)).Select(part => part.GetProperty("properties"))
                .Where(properties => properties.TryGetProperty(member.Name, out _)).Select(properties => properties.GetProperty(member.Name)).ToList();
            var others = parts.Where(part => part.TryGetProperty("additionalProperties", out var other) && other.ValueKind == JsonValueKind.Object).Select(part => part.GetProperty("additionalProperties")).ToList();
            if (schemas.Count == 0 && others.Count == 0 && !isUnion)
            {
                yield return $"{at}: {member.Name} is not known";
            }

            foreach (var fault in (schemas.Count > 0 ? schemas : others).SelectMany(schema => Faults(schema, member.Value, $"{at}/{member.Name}")))
            {
                yield return fault;
            }
        }
    }

    private static bool Is(JsonElement type, JsonElement value) => type.GetString() switch
    {
        "null" => value.ValueKind == JsonValueKind.Null,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        "array" => value.ValueKind == JsonValueKind.Array,
        "object" => value.ValueKind == JsonValueKind.Object,
        var other => throw new NotSupportedException($"The type {other} is not known to the judge."),
    };

    private static bool HasFormat(string format, string text) => format switch
    {
        "snowflake" => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _),
        "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
        _ => true,
    };

    private static string Brief(JsonElement value) => value.GetRawText() is { Length: > 60 } text ? text[..60] + "…" : value.GetRawText();
}
