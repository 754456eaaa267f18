using Discord;
using QaBot.Discord.Commands;
using QaBot.Discord.Messages;

namespace QaBot.DiscordNet;

/// <summary>Makes Discord.Net's messages and commands of the port's.</summary>
internal static class DiscordNetMessages
{
    /// <summary>A message mentions nobody: an empty list, where <see cref="AllowedMentions.None"/> leaves the list out.</summary>
    public static AllowedMentions Nobody { get; } = new(AllowedMentionTypes.None);

    /// <summary>The buttons of a message; none take away those it had.</summary>
    public static MessageComponent ButtonsOf(OutgoingMessage message)
    {
        var components = new ComponentBuilder();
        for (var row = 0; row < message.Rows.Count; row++)
        {
            foreach (var button in message.Rows[row])
            {
                components.WithButton(button.Label, button.CustomId, ButtonStyle.Secondary, disabled: !button.IsEnabled, row: row);
            }
        }

        return components.Build();
    }

    /// <summary>What becomes of a message that is changed.</summary>
    public static Action<MessageProperties> Change(OutgoingMessage message) => properties =>
    {
        properties.Content = message.Content;
        properties.Components = ButtonsOf(message);
        properties.AllowedMentions = Nobody;
    };

    /// <summary>A command as it is registered.</summary>
    public static ApplicationCommandProperties CommandOf(SlashCommand command)
    {
        var builder = new SlashCommandBuilder { Name = command.Name, Description = command.Description };
        foreach (var option in command.Options)
        {
            builder.AddOption(
                option.Name,
                option.Kind == CommandOptionKind.Flag ? ApplicationCommandOptionType.Boolean : ApplicationCommandOptionType.String,
                option.Description,
                isRequired: option.IsRequired,
                maxLength: option.LongestText);
        }

        return builder.Build();
    }
}
