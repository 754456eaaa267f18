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
    private const int ComponentsV2 = 1 << 15;

    /// <summary>The rows of buttons and menus of a message, on a card or not.</summary>
    public static JsonArray RowsOf(JsonObject payload) => new([.. (payload["components"] as JsonArray ?? []).SelectMany(component =>
        component!["type"]?.GetValue<int>() == 17 ? component["components"]!.AsArray().Where(inner => inner!["type"]?.GetValue<int>() == 1) : [component]).Select(row => row!.DeepClone())]);

    /// <summary>The texts of a card.</summary>
    public static IEnumerable<string> Texts(JsonArray components) => components.SelectMany(component => component!["type"]?.GetValue<int>() switch
    {
        17 => Texts(component["components"]!.AsArray()),
        10 => [component["content"]!.GetValue<string>()],
        _ => Enumerable.Empty<string>(),
    });

    /// <summary>The faults of a form.</summary>
    public static IEnumerable<string> Form(JsonObject form)
    {
        if (form["custom_id"]?.GetValue<string>().Length is null or 0 or > 100 || form["title"]?.GetValue<string>().Length is null or 0 or > 45)
        {
            yield return "custom_id or title of a form";
        }

        foreach (var label in form["components"] as JsonArray ?? [])
        {
            if (label!["type"]?.GetValue<int>() != 18 || label["label"]?.GetValue<string>().Length is null or 0 or > 45 || label["component"]?["type"]?.GetValue<int>() != 4)
            {
                yield return "a form holds something but labels with text inputs";
            }
        }
    }

    /// <summary>The faults of suggestions.</summary>
    public static IEnumerable<string> Choices(JsonArray? choices) => choices is not { Count: <= 25 } ? ["more than 25 suggestions, or none"]
        : choices.Where(choice => choice!["name"]?.GetValue<string>().Length is null or 0 or > 100 || choice["value"]?.GetValue<string>().Length is null or > 100 || choice.AsObject().Count != 2)
            .Select(choice => $"suggestion {choice!.ToJsonString()}");

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
        var isCard = (payload["flags"]?.GetValue<int>() & ComponentsV2) != 0 && payload["flags"] is not null;
        if (isCard)
        {
            if (content is not null)
            {
                yield return "content beside components of version 2";
            }

            var texts = Texts(payload["components"] as JsonArray ?? []).ToList();
            if (texts.Count == 0 || texts.Any(string.IsNullOrWhiteSpace) || texts.Sum(text => text.Length) > 4000)
            {
                yield return "texts of a card that are none, or over 4,000 characters together";
            }
        }
        else if (string.IsNullOrWhiteSpace(content))
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

        if (payload["flags"] is { } flags && (flags.GetValue<int>() & ~(SuppressEmbeds | ComponentsV2 | (mayBePrivate ? Ephemeral : 0))) != 0)
        {
            yield return "a flag that cannot be set here";
        }

        if (payload["nonce"]?.GetValue<string>().Length > 25)
        {
            yield return "nonce over 25 characters";
        }

        foreach (var fault in Components(RowsOf(payload), isCard))
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
            var isMenu = command!["type"]?.GetValue<int>() == 3;
            foreach (var described in (command["options"] as JsonArray ?? []).Append(command))
            {
                foreach (var name in Localised(described!, "name").Where(name => name.Length is 0 or > 32 || (!isMenu && (name.Any(char.IsUpper) || name.Contains(' ')))))
                {
                    yield return $"name “{name}”";
                }

                if (isMenu ? described!["description"] is not null : Localised(described!, "description").Any(text => text.Length is 0 or > 100))
                {
                    yield return $"description of {described!["name"]}";
                }
            }
        }
    }

    private static IEnumerable<string> Localised(JsonNode described, string field) =>
        (described[field + "_localizations"] as JsonObject ?? []).Select(pair => pair.Value!.GetValue<string>()).Prepend(described[field]?.GetValue<string>() ?? "");

    private static IEnumerable<string> Components(JsonArray rows, bool isCard)
    {
        if (rows.Count > 5 && !isCard)
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

            if (buttons is [{ } menu] && menu["type"]!.GetValue<int>() == 3)
            {
                if (menu["options"] is not JsonArray { Count: > 0 and <= 25 } options || !ids.Add(menu["custom_id"]!.GetValue<string>())
                    || options.Select(option => option!["value"]!.GetValue<string>()).Distinct().Count() != options.Count
                    || options.Any(option => option!["label"]?.GetValue<string>().Length is null or 0 or > 100 || option["value"]!.GetValue<string>().Length > 100 || option["description"]?.GetValue<string>().Length > 100))
                {
                    yield return "a menu";
                }

                continue;
            }

            foreach (var button in buttons.Where(button => button!["style"]?.GetValue<int>() == 5))
            {
                if (button!["url"]?.GetValue<string>().Length is null or > 512 || button["custom_id"] is not null || button["label"]?.GetValue<string>().Length is null or 0 or > 80)
                {
                    yield return "a link";
                }
            }

            foreach (var button in buttons.Where(button => button!["style"]?.GetValue<int>() != 5))
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
