namespace QaBot.Discord;

/// <summary>What speaks with Discord.</summary>
public enum DiscordTransportKind
{
    /// <summary>The transport of this library.</summary>
    Gateway,

    /// <summary>Discord.Net, in the full build.</summary>
    DiscordNet,
}
