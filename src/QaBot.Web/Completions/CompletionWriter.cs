using System.Security.Cryptography;
using System.Text.Json.Nodes;
using QaBot.Answering;
using QaBot.Citations;

namespace QaBot.Web.Completions;

/// <summary>Writes one answer in the form of OpenAI's chat completions: https://platform.openai.com/docs/api-reference/chat.</summary>
/// <param name="created">When it was asked for.</param>
/// <param name="page">The address of the page, which citations are opened on.</param>
internal sealed class CompletionWriter(DateTimeOffset created, string page)
{
    /// <summary>The only model.</summary>
    public const string Model = "qabot";

    private readonly string _id = "chatcmpl-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));

    /// <summary>The whole answer.</summary>
    public JsonObject Whole(Answer answer, string content) => Envelope("chat.completion", new JsonObject
    {
        ["index"] = 0,
        ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = content, ["refusal"] = null, ["annotations"] = Annotations(answer, content) },
        ["logprobs"] = null,
        ["finish_reason"] = "stop",
    }, Usage(answer.Usage));

    /// <summary>The first piece of a stream.</summary>
    public JsonObject First() => Chunk(new JsonObject { ["role"] = "assistant", ["content"] = "", ["refusal"] = null });

    /// <summary>A piece of the text.</summary>
    public JsonObject Piece(string text) => Chunk(new JsonObject { ["content"] = text });

    /// <summary>The last piece: where the citations of the whole text lead.</summary>
    public JsonObject Last(Answer answer, string content) =>
        Chunk(Annotations(answer, content) is { Count: > 0 } annotations ? new JsonObject { ["annotations"] = annotations } : [], "stop");

    /// <summary>What the answer cost, behind the last piece.</summary>
    public JsonObject Cost(Answer answer) => Envelope("chat.completion.chunk", choice: null, Usage(answer.Usage));

    private JsonObject Chunk(JsonObject delta, string? finish = null) => Envelope(
        "chat.completion.chunk", new JsonObject { ["index"] = 0, ["delta"] = delta, ["logprobs"] = null, ["finish_reason"] = finish }, usage: null);

    private JsonObject Envelope(string kind, JsonObject? choice, JsonObject? usage)
    {
        var envelope = new JsonObject { ["id"] = _id, ["object"] = kind, ["created"] = created.ToUnixTimeSeconds(), ["model"] = Model, ["choices"] = choice is null ? [] : new JsonArray(choice) };
        if (usage is not null)
        {
            envelope["usage"] = usage;
        }

        return envelope;
    }

    /// <summary>A citation for each marker, at the marker's half-open UTF-16 offsets; its address opens the page at the quote.</summary>
    private JsonArray Annotations(Answer answer, string content) => [.. CompletionText.Markers(content, answer).Select(marker => Annotation(answer, marker))];

    private JsonObject Annotation(Answer answer, (int Start, int End, int Number) marker)
    {
        var citation = answer.Citations.First(citation => citation.Number == marker.Number);
        return new JsonObject
        {
            ["type"] = "url_citation",
            ["url_citation"] = new JsonObject
            {
                ["start_index"] = marker.Start,
                ["end_index"] = marker.End,
                ["title"] = citation.Document,
                ["url"] = PageFragment.Address(page, citation),
            },
        };
    }

    /// <summary>What the model behind this one has read and written, as its endpoint counted it. Without one there is nothing to pay for: the reader counts no tokens.</summary>
    private static JsonObject Usage(TokenUsage? usage) => new()
    {
        ["prompt_tokens"] = usage?.InputTokens ?? 0,
        ["completion_tokens"] = usage?.OutputTokens ?? 0,
        ["total_tokens"] = (usage?.InputTokens ?? 0) + (usage?.OutputTokens ?? 0),
        ["prompt_tokens_details"] = new JsonObject { ["cached_tokens"] = usage?.CachedInputTokens ?? 0 },
    };
}
