namespace QaBot.Discord.Gateway;

/// <summary>What a session can be resumed with.</summary>
/// <param name="Id">Discord's name for it.</param>
/// <param name="Url">Where it is resumed; null for where it began.</param>
/// <param name="Sequence">The number of the last dispatch.</param>
internal sealed record Session(string Id, Uri? Url, int Sequence);
