namespace QaBot.Testing.Discord;

/// <summary>An interaction that the double has sent to the bot.</summary>
public sealed class DoubleInteraction
{
    /// <summary>Its id.</summary>
    public required ulong Id { get; init; }

    /// <summary>Its token.</summary>
    public required string Token { get; init; }

    /// <summary>Where it happened.</summary>
    public required ulong ChannelId { get; init; }

    /// <summary>Timestamp of its sending.</summary>
    public required long SentAt { get; init; }

    /// <summary>The message whose button was pressed, or null.</summary>
    public DoubleMessage? Source { get; init; }

    /// <summary>Whether it is somebody who types, and wants suggestions.</summary>
    public bool IsTyping { get; init; }

    /// <summary>The type of the first answer, or null before it.</summary>
    public int? ResponseType { get; set; }

    /// <summary>Whether the first answer said that only the user sees it.</summary>
    public bool IsPrivate { get; set; }

    /// <summary>The form that was opened, or null.</summary>
    public System.Text.Json.Nodes.JsonObject? Form { get; set; }

    /// <summary>What was suggested, or null: name and value.</summary>
    public IReadOnlyList<(string Name, string Value)>? Suggestions { get; set; }

    /// <summary>The messages that answer it.</summary>
    public List<DoubleMessage> Answers { get; } = [];
}
