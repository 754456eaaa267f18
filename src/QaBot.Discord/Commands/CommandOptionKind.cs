namespace QaBot.Discord.Commands;

/// <summary>What an option of a command takes; the numbers are Discord's.</summary>
/// <remarks>https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-type.</remarks>
public enum CommandOptionKind
{
    /// <summary>Text.</summary>
    Text = 3,

    /// <summary>Yes or no.</summary>
    Flag = 5,
}
