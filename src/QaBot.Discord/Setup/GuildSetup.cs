namespace QaBot.Discord.Setup;

/// <summary>How those who manage a server have set the bot up there.</summary>
/// <param name="Channels">The channels it answers in; none for all.</param>
/// <param name="UsesThreads">Whether each question is answered in a thread of its own.</param>
/// <param name="IsPrivate">Whether answers by command are shown only to the asker, unless asked otherwise.</param>
internal sealed record GuildSetup(IReadOnlyList<ulong> Channels, bool UsesThreads, bool IsPrivate)
{
    /// <summary>Where nobody has.</summary>
    public static GuildSetup Default { get; } = new([], false, false);
}
