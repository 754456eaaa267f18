using Discord;
using QaBot.Discord.Commands;
using QaBot.Discord.Messages;

namespace QaBot.DiscordNet;

/// <summary>Makes Discord.Net's messages and commands of the port's.</summary>
internal static class DiscordNetMessages
{
    private const string MenuId = "menu";

    /// <summary>A message mentions nobody: an empty list, where <see cref="AllowedMentions.None"/> leaves the list out.</summary>
    public static AllowedMentions Nobody { get; } = new(AllowedMentionTypes.None);

    /// <summary>The menu and the buttons of a message; none take away those it had. Discord.Net 3.16 has no cards: the text stands by itself.</summary>
    public static MessageComponent ButtonsOf(OutgoingMessage message)
    {
        var components = new ComponentBuilder();
        if (message.Menu is { } menu)
        {
            components.WithSelectMenu(
                new SelectMenuBuilder(MenuId, [.. menu.Choices.Select(choice => new SelectMenuOptionBuilder(choice.Label, choice.Value, choice.Description))], menu.Placeholder), row: 0);
        }

        var first = message.Menu is null ? 0 : 1;
        for (var row = 0; row < message.Rows.Count; row++)
        {
            foreach (var button in message.Rows[row])
            {
                if (button.Url is { } url)
                {
                    components.WithButton(button.Label, style: ButtonStyle.Link, url: url.AbsoluteUri, row: first + row);
                }
                else
                {
                    components.WithButton(button.Label, button.CustomId, ButtonStyle.Secondary, disabled: !button.IsEnabled, row: first + row);
                }
            }
        }

        return components.Build();
    }

    /// <summary>A form.</summary>
    public static Modal ModalOf(Form form) =>
        new ModalBuilder(form.Title, form.CustomId).AddTextInput(form.Label, form.CustomId, TextInputStyle.Paragraph, maxLength: Form.LongestText, required: false).Build();

    /// <summary>What becomes of a message that is changed.</summary>
    public static Action<MessageProperties> Change(OutgoingMessage message) => properties =>
    {
        properties.Content = message.Content;
        properties.Components = ButtonsOf(message);
        properties.AllowedMentions = Nobody;
    };

    /// <summary>A command as it is registered.</summary>
    public static ApplicationCommandProperties CommandOf(BotCommand command)
    {
        ApplicationIntegrationType[] installations = command.IsForManagers ? [ApplicationIntegrationType.GuildInstall] : [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall];
        InteractionContextType[] contexts = command.IsForManagers ? [InteractionContextType.Guild] : [InteractionContextType.Guild, InteractionContextType.BotDm, InteractionContextType.PrivateChannel];
        if (command.IsForMessages)
        {
            return new MessageCommandBuilder { Name = command.Name }
                .WithNameLocalizations(Names(command.Translations)).WithIntegrationTypes(installations).WithContextTypes(contexts).Build();
        }

        var builder = new SlashCommandBuilder { Name = command.Name, Description = command.Description }
            .WithNameLocalizations(Names(command.Translations)).WithDescriptionLocalizations(Descriptions(command.Translations))
            .WithIntegrationTypes(installations).WithContextTypes(contexts);
        builder.DefaultMemberPermissions = command.IsForManagers ? GuildPermission.ManageGuild : null;
        foreach (var option in command.Options)
        {
            builder.AddOption(new SlashCommandOptionBuilder
            {
                Name = option.Name,
                Type = option.Kind == CommandOptionKind.Flag ? ApplicationCommandOptionType.Boolean : ApplicationCommandOptionType.String,
                Description = option.Description,
                IsRequired = option.IsRequired,
                IsAutocomplete = option.IsSuggested,
                MaxLength = option.LongestText,
            }.WithNameLocalizations(Names(option.Translations)).WithDescriptionLocalizations(Descriptions(option.Translations)));
        }

        return builder.Build();
    }

    private static Dictionary<string, string> Names(IReadOnlyDictionary<string, CommandText> translations) => translations.ToDictionary(pair => pair.Key, pair => pair.Value.Name);

    private static Dictionary<string, string> Descriptions(IReadOnlyDictionary<string, CommandText> translations) => translations.ToDictionary(pair => pair.Key, pair => pair.Value.Description);
}
