using System.Text.Json.Nodes;

namespace QaBot.Testing.Discord;

/// <summary>What Discord refuses in a payload, and some things that this project does not want to send.</summary>
internal static class PayloadRules
{
    private static readonly string[] MessageFields = ["content", "components", "allowed_mentions", "flags", "message_reference", "nonce", "enforce_nonce"];
    private static readonly string[] EditFields = ["content", "components", "allowed_mentions", "flags"];
    private static readonly string[] OtherFields = ["tts", "embeds", "attachments", "sticker_ids", "poll"];
    private const int Ephemeral = 64;
    private const int SuppressEmbeds = 4;

    /// <summary>The faults of a message; none for one that Discord takes.</summary>
    /// <param name="payload">The message.</param>
    /// <param name="isEdit">Whether it changes another.</param>
    /// <param name="mayBePrivate">Whether it can be shown to one user only.</param>
    /// <param name="takesOthers">Whether documented fields are taken that this project never sends.</param>
    public static IEnumerable<string> Message(JsonObject payload, bool isEdit, bool mayBePrivate, bool takesOthers = false)
    {
        var fields = isEdit ? EditFields : MessageFields;
        foreach (var unknown in payload.Select(pair => pair.Key).Except(takesOthers ? [.. fields, .. OtherFields] : fields))
        {
            yield return $"unknown field {unknown}";
        }

        var content = payload["content"]?.GetValue<string>();
        if (string.IsNullOrWhiteSpace(content))
        {
            yield return "empty message (50006)";
        }
        else if (content.Length > 2000)
        {
            yield return $"content of {content.Length} characters";
        }

        if (payload["allowed_mentions"]?["parse"] is not JsonArray { Count: 0 })
        {
            yield return "allowed_mentions is not {parse: []}";
        }

        if (payload["flags"] is { } flags && (flags.GetValue<int>() & ~(SuppressEmbeds | (mayBePrivate ? Ephemeral : 0))) != 0)
        {
            yield return "a flag that cannot be set here";
        }

        if (payload["nonce"]?.GetValue<string>().Length > 25)
        {
            yield return "nonce over 25 characters";
        }

        foreach (var fault in Components(payload["components"] as JsonArray ?? []))
        {
            yield return fault;
        }
    }

    /// <summary>The nulls in a payload: Discord's meaning of them differs from leaving out.</summary>
    public static bool HasNull(JsonNode? node) => node switch
    {
        null => true,
        JsonObject members => members.Any(member => HasNull(member.Value)),
        JsonArray items => items.Any(HasNull),
        _ => false,
    };

    /// <summary>The faults of registered commands.</summary>
    public static IEnumerable<string> Commands(JsonArray commands)
    {
        foreach (var command in commands)
        {
            var name = command!["name"]?.GetValue<string>() ?? "";
            if (name.Length is 0 or > 32 || name.Any(char.IsUpper))
            {
                yield return $"command name “{name}”";
            }

            foreach (var described in (command["options"] as JsonArray ?? []).Append(command))
            {
                if (described!["description"]?.GetValue<string>().Length is null or 0 or > 100)
                {
                    yield return $"description of {described["name"]}";
                }
            }
        }
    }

    private static IEnumerable<string> Components(JsonArray rows)
    {
        if (rows.Count > 5)
        {
            yield return "more than 5 rows";
        }

        var ids = new HashSet<string>();
        foreach (var row in rows)
        {
            var buttons = row!["components"]!.AsArray();
            if (row["type"]!.GetValue<int>() != 1 || buttons.Count is 0 or > 5)
            {
                yield return "a row is not one of 1 to 5 buttons";
            }

            foreach (var button in buttons)
            {
                var id = button!["custom_id"]?.GetValue<string>() ?? "";
                if (button["type"]!.GetValue<int>() != 2 || id.Length is 0 or > 100 || !ids.Add(id))
                {
                    yield return $"custom_id “{id}” is empty, over 100 characters or there twice";
                }

                if (button["label"]?.GetValue<string>().Length is null or 0 or > 80 || button["style"]?.GetValue<int>() is not (>= 1 and <= 4))
                {
                    yield return "label or style of a button";
                }
            }
        }
    }
}
