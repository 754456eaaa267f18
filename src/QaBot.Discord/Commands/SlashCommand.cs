namespace QaBot.Discord.Commands;

/// <summary>A command as it is registered with Discord.</summary>
/// <param name="Name">1 to 32 lower-case letters.</param>
/// <param name="Description">1 to 100 characters.</param>
/// <param name="Options">Its options, required ones first.</param>
public sealed record SlashCommand(string Name, string Description, params IReadOnlyList<CommandOption> Options);
