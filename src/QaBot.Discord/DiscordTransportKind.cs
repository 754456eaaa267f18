namespace QaBot.Discord;

/// <summary>What speaks with Discord.</summary>
public enum DiscordTransportKind
{
    /// <summary>The transport of this library.</summary>
    Gateway,

    /// <summary>Discord.Net, in a build with <c>-p:DiscordNet=true</c>.</summary>
    DiscordNet,
}
