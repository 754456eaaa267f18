using QaBot.Discord.Commands;

namespace QaBot.Discord.Payloads;

/// <summary>An option of a slash command.</summary>
internal sealed record CommandOptionPayload(int Type, string Name, string Description, bool? Required)
{
    public int? MaxLength { get; init; }

    public bool? Autocomplete { get; init; }

    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }

    public static CommandOptionPayload Of(CommandOption option) => new((int)option.Kind, option.Name, option.Description, option.IsRequired ? true : null)
    {
        MaxLength = option.LongestText,
        Autocomplete = option.IsSuggested ? true : null,
        NameLocalizations = CommandPayload.Names(option.Translations),
        DescriptionLocalizations = CommandPayload.Descriptions(option.Translations),
    };

    /// <summary>The option without what some servers refuse although it is documented.</summary>
    public CommandOptionPayload Plain() => new(Type, Name, Description, Required);
}
