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

    internal void Write(JsonObject payload)
    {
        if (payload["content"] is { } content)
        {
            _contents.Add(content.GetValue<string>());
        }

        if (payload["components"] is JsonArray rows)
        {
            Buttons = [.. rows.SelectMany(row => row!["components"]!.AsArray()).Select(button =>
                (button!["label"]!.GetValue<string>(), button["custom_id"]!.GetValue<string>(), button["disabled"]?.GetValue<bool>() != true))];
        }
    }
}
