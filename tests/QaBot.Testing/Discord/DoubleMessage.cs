using System.Text.Json.Nodes;

namespace QaBot.Testing.Discord;

/// <summary>A message that the bot has sent to the double.</summary>
/// <param name="id">Its id.</param>
/// <param name="channelId">Its channel.</param>
public sealed class DoubleMessage(ulong id, ulong channelId)
{
    private readonly List<string> _contents = [];

    /// <summary>Its id.</summary>
    public ulong Id { get; } = id;

    /// <summary>Its channel.</summary>
    public ulong ChannelId { get; } = channelId;

    /// <summary>The message it replies to, or null.</summary>
    public ulong? RepliesTo { get; init; }

    /// <summary>The interaction it answers, or null.</summary>
    public DoubleInteraction? Interaction { get; init; }

    /// <summary>Whether only one user sees it.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>What it says now.</summary>
    public string Content => _contents[^1];

    /// <summary>What it has said, the first first.</summary>
    public IReadOnlyList<string> Contents => _contents;

    /// <summary>Its buttons now: label and custom_id.</summary>
    public IReadOnlyList<(string Label, string CustomId, bool IsEnabled)> Buttons { get; private set; } = [];

    /// <summary>Its links now: label and address.</summary>
    public IReadOnlyList<(string Label, string Url)> Links { get; private set; } = [];

    /// <summary>The choices of its menu now: label and value.</summary>
    public IReadOnlyList<(string Label, string Value)> Choices { get; private set; } = [];

    /// <summary>Whether it is shown as a card; one stays one.</summary>
    public bool IsCard { get; private set; }

    internal void Write(JsonObject payload)
    {
        var texts = PayloadRules.Texts(payload["components"] as JsonArray ?? []).ToList();
        IsCard |= texts.Count > 0;
        if (payload["content"]?.GetValue<string>() is { } content)
        {
            _contents.Add(content);
        }
        else if (texts.Count > 0)
        {
            _contents.Add(string.Join('\n', texts));
        }

        if (payload["components"] is JsonArray)
        {
            var components = PayloadRules.RowsOf(payload).SelectMany(row => row!["components"]!.AsArray()).ToList();
            Buttons = [.. components.Where(button => button!["custom_id"] is not null && button["type"]!.GetValue<int>() == 2).Select(button =>
                (button!["label"]!.GetValue<string>(), button["custom_id"]!.GetValue<string>(), button["disabled"]?.GetValue<bool>() != true))];
            Links = [.. components.Where(button => button!["url"] is not null).Select(button => (button!["label"]!.GetValue<string>(), button["url"]!.GetValue<string>()))];
            Choices = [.. components.SelectMany(menu => menu!["options"] as JsonArray ?? []).Select(option => (option!["label"]!.GetValue<string>(), option["value"]!.GetValue<string>()))];
        }
    }
}
