using System.Buffers;
using System.Text;
using System.Text.Json;

namespace QaBot.Chat.Endpoints;

/// <summary>Writes a completion as OpenAI does: as events, or, where none were asked for, as one object at its end.</summary>
internal sealed class CompletionWriter(CompletionReader completion, bool isStreamed)
{
    private readonly ArrayBufferWriter<byte> _written = new();
    private readonly (StringBuilder Text, StringBuilder Thought, StringBuilder Refusal) _whole = (new(), new(), new());

    /// <summary>Writes a piece, or keeps it for the object.</summary>
    public void WritePiece(CompletionDelta delta)
    {
        if (isStreamed)
        {
            WriteEvent(json => WriteChoice(json, delta, finish: null));
            return;
        }

        _whole.Text.Append(delta.Text);
        _whole.Thought.Append(delta.Thought);
        _whole.Refusal.Append(delta.Refusal);
    }

    /// <summary>Writes calls of functions, the reason of the end and what the answer cost.</summary>
    /// <exception cref="InvalidDataException">One object was asked for, and the answer broke off.</exception>
    public void WriteEnd()
    {
        if (isStreamed)
        {
            WriteEvent(json => WriteChoice(json, new CompletionDelta("", "", ""), completion.Finish));
            if (completion.Counts.AreAny)
            {
                WriteEvent(json =>
                {
                    json.WriteStartArray("choices");
                    json.WriteEndArray();
                    completion.Counts.Write(json);
                });
            }

            _written.Write("data: [DONE]\n\n"u8);
            return;
        }

        var finish = completion.Finish ?? throw new InvalidDataException("The answer broke off.");
        WriteObject("chat.completion", json =>
        {
            WriteChoice(json, new CompletionDelta(_whole.Text.ToString(), _whole.Thought.ToString(), _whole.Refusal.ToString()), finish);
            if (completion.Counts.AreAny)
            {
                completion.Counts.Write(json);
            }
        });
    }

    /// <summary>Takes what was written since the last time.</summary>
    public ReadOnlyMemory<byte> Take()
    {
        var taken = _written.WrittenSpan.ToArray();
        _written.ResetWrittenCount();
        return taken;
    }

    private void WriteEvent(Action<Utf8JsonWriter> write)
    {
        _written.Write("data: "u8);
        WriteObject("chat.completion.chunk", write);
        _written.Write("\n\n"u8);
    }

    private void WriteObject(string type, Action<Utf8JsonWriter> write)
    {
        using var json = new Utf8JsonWriter(_written);
        json.WriteStartObject();
        json.WriteString("id", completion.Id);
        json.WriteString("object", type);
        json.WriteNumber("created", 0);
        json.WriteString("model", completion.Model);
        write(json);
        json.WriteEndObject();
    }

    private void WriteChoice(Utf8JsonWriter json, CompletionDelta delta, string? finish)
    {
        json.WriteStartArray("choices");
        json.WriteStartObject();
        json.WriteNumber("index", 0);
        json.WriteStartObject(isStreamed ? "delta" : "message");
        json.WriteString("role", "assistant");
        json.WriteString("content", delta.Text);
        if (delta.Thought.Length > 0)
        {
            json.WriteString("reasoning_content", delta.Thought);
        }

        if (delta.Refusal.Length > 0)
        {
            json.WriteString("refusal", delta.Refusal);
        }

        if (finish == FinishReasons.ToolCalls)
        {
            completion.Calls.Write(json);
        }

        json.WriteEndObject();
        json.WriteString("finish_reason", finish);
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
