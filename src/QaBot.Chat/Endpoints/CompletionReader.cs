using System.Globalization;
using System.Text.Json;

namespace QaBot.Chat.Endpoints;

/// <summary>
/// Reads completions and their chunks for what an answer needs: text, thoughts, refusal, calls of functions, why it ended, what it cost. What has another
/// type than OpenAI's is read where its meaning is plain and is not there otherwise.
/// </summary>
internal sealed class CompletionReader
{
    private bool _hasChoice;
    private bool _hasDelta;
    private string? _word;

    /// <summary>The id, or "chat" where there is none.</summary>
    public string Id { get; private set; } = "chat";

    /// <summary>The model's name; empty where it is not said.</summary>
    public string Model { get; private set; } = "";

    /// <summary>The calls of functions so far.</summary>
    public CompletionCalls Calls { get; } = new();

    /// <summary>What it cost, as far as it is known.</summary>
    public TokenCounts Counts { get; } = new();

    /// <summary>Whether the end of the answer has come.</summary>
    public bool HasFinished => _word is not null;

    /// <summary>Whether the usage has come behind the end of the answer: there is nothing more to wait for.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>Why it ended, in OpenAI's words; null where it broke off.</summary>
    public string? Finish { get; private set; }

    /// <summary>Takes a value of the stream, or the one of an answer that is not streamed.</summary>
    /// <param name="value">The value.</param>
    /// <param name="isError">Whether its event says that it is an error.</param>
    /// <returns>Its piece of the answer, or null.</returns>
    /// <exception cref="EndpointErrorException">It is an error.</exception>
    public CompletionDelta? Add(JsonElement value, bool isError)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var choice = Choice(value) ?? (value.TryGetProperty("data", out var wrapped) || value.TryGetProperty("result", out wrapped) ? Choice(wrapped) : null);
        if (ErrorOf(value, choice is not null, isError) is { } status && !HasFinished)
        {
            throw new EndpointErrorException(status);
        }

        (Id, Model) = (NonEmpty(TextOf(value, "id"), Id), NonEmpty(TextOf(value, "model"), Model));
        var isCounted = IsCounted(value) || (choice is { } counted && IsCounted(counted));
        if (choice is not { } one)
        {
            IsWhole |= HasFinished && isCounted;
            return null;
        }

        _hasChoice = true;
        if (TextOf(one, "finish_reason").Trim() is { Length: > 0 } word)
        {
            _word = word;
        }

        return Delta(one);
    }

    /// <summary>Decides why the answer ended.</summary>
    /// <param name="hasEnded">Whether the end mark has come.</param>
    /// <exception cref="InvalidDataException">There was no answer.</exception>
    public void Conclude(bool hasEnded)
    {
        if (!_hasChoice)
        {
            throw new InvalidDataException("There is no completion in what was sent.");
        }

        Finish = Calls.AreAny ? FinishReasons.ToolCalls : _word is null ? (hasEnded ? FinishReasons.Stop : null) : FinishReasons.Read(_word);
    }

    /// <summary>A text of an object; empty where it is not there or is no text.</summary>
    public static string TextOf(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? TextOf(text) : "";

    private static string TextOf(JsonElement text)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half of a character that is written as two escapes.
            return "\uFFFD";
        }
    }

    /// <summary>The first choice whatever its index: one was asked for.</summary>
    private static JsonElement? Choice(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty("choices", out var choices))
        {
            return null;
        }

        var first = choices.ValueKind == JsonValueKind.Array ? choices.EnumerateArray().FirstOrDefault() : choices;
        return first.ValueKind == JsonValueKind.Object ? first : null;
    }

    private CompletionDelta Delta(JsonElement choice)
    {
        var hasDelta = choice.TryGetProperty("delta", out var said) && said.ValueKind == JsonValueKind.Object && said.EnumerateObject().Any();
        _hasDelta |= hasDelta;
        if (!hasDelta && (_hasDelta || !choice.TryGetProperty("message", out said)))
        {
            // A whole message behind its pieces repeats them.
            return new CompletionDelta(_hasDelta ? "" : TextOf(choice, "text"), "", "");
        }

        if (said.ValueKind == JsonValueKind.Object && said.TryGetProperty("tool_calls", out var calls))
        {
            Calls.Add(calls);
        }

        var (text, thought) = said.ValueKind == JsonValueKind.Object && said.TryGetProperty("content", out var content) ? Content(content) : ("", "");
        var apart = NonEmpty(TextOf(said, "reasoning_content"), NonEmpty(TextOf(said, "reasoning"), TextOf(said, "thinking")));
        return new CompletionDelta(text, thought + apart, TextOf(said, "refusal"));
    }

    /// <summary>A text, a part or a list of parts; what is neither text nor thought is left out.</summary>
    private static (string Text, string Thought) Content(JsonElement content)
    {
        switch (content.ValueKind)
        {
            case JsonValueKind.String:
                return (TextOf(content), "");
            case JsonValueKind.Array:
                var parts = content.EnumerateArray().Select(Content).ToList();
                return (string.Concat(parts.Select(part => part.Text)), string.Concat(parts.Select(part => part.Thought)));
            case JsonValueKind.Object:
                var type = TextOf(content, "type");
                return type is "" or "text" or "output_text" ? (InnerText(content, "text"), "")
                    : type is "thinking" or "reasoning" or "reasoning_text" or "thought" ? ("", InnerText(content, "thinking") + InnerText(content, "text") + InnerText(content, "reasoning"))
                    : ("", "");
            default:
                return ("", "");
        }
    }

    /// <summary>The text behind a name: as it is, as an object's value, or in parts.</summary>
    private static string InnerText(JsonElement part, string name) => !part.TryGetProperty(name, out var inner) ? ""
        : inner.ValueKind == JsonValueKind.Object && inner.TryGetProperty("value", out _) ? TextOf(inner, "value")
        : Content(inner).Text;

    private bool IsCounted(JsonElement value) => (value.TryGetProperty("usage", out var usage) && Counts.Add(usage))
        || (value.TryGetProperty("x_groq", out var own) && own.ValueKind == JsonValueKind.Object && own.TryGetProperty("usage", out usage) && Counts.Add(usage));

    private static string NonEmpty(string text, string other) => text.Length > 0 ? text : other;

    /// <summary>The status of a value that is an error; null for one that is none.</summary>
    private static int? ErrorOf(JsonElement value, bool hasChoice, bool isError)
    {
        if (value.TryGetProperty("error", out var error) && IsSaid(error))
        {
            return Status(error) ?? Status(value) ?? EndpointErrorException.Unknown;
        }

        string[] names = ["message", "msg", "detail", "error_msg", "error_message"];
        return !hasChoice && (isError || TextOf(value, "object") == "error" || names.Any(name => value.TryGetProperty(name, out var said) && IsSaid(said)))
            ? Status(value) ?? EndpointErrorException.Unknown
            : null;
    }

    /// <summary>Whether a field says anything: every chunk of some servers has an empty error.</summary>
    private static bool IsSaid(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => TextOf(element).Trim().Length > 0,
        JsonValueKind.Number => !element.TryGetDouble(out var number) || number != 0,
        JsonValueKind.Object => element.EnumerateObject().Any(property => IsSaid(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().Any(IsSaid),
        JsonValueKind.True => true,
        _ => false,
    };

    private static int? Status(JsonElement error)
    {
        if (error.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        string[] names = ["code", "status", "status_code", "http_code"];
        foreach (var name in names)
        {
            if (error.TryGetProperty(name, out var code)
                && int.TryParse(code.ValueKind == JsonValueKind.Number ? code.GetRawText() : TextOf(error, name), NumberStyles.None, CultureInfo.InvariantCulture, out var status)
                && status is >= 400 and <= 599)
            {
                return status;
            }
        }

        var words = $"{TextOf(error, "code")} {TextOf(error, "type")} {TextOf(error, "status")}".ToLowerInvariant();
        return words.Contains("rate_limit", StringComparison.Ordinal) || words.Contains("quota", StringComparison.Ordinal) || words.Contains("exhausted", StringComparison.Ordinal) ? 429
            : words.Contains("api_key", StringComparison.Ordinal) || words.Contains("auth", StringComparison.Ordinal) || words.Contains("permission", StringComparison.Ordinal) ? 401
            : words.Contains("not_found", StringComparison.Ordinal) ? 404
            : words.Contains("invalid", StringComparison.Ordinal) || words.Contains("context_length", StringComparison.Ordinal) ? 400
            : null;
    }
}
