using QaBot.Discord.Commands;

namespace QaBot.Discord.Payloads;

/// <summary>An option of a slash command.</summary>
internal sealed record CommandOptionPayload(int Type, string Name, string Description, bool? Required, int? MaxLength)
{
    public static CommandOptionPayload Of(CommandOption option) =>
        new((int)option.Kind, option.Name, option.Description, option.IsRequired ? true : null, option.LongestText);
}
