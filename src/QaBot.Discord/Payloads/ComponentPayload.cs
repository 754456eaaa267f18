using QaBot.Discord.Messages;

namespace QaBot.Discord.Payloads;

/// <summary>A component of a message or a form, and what it holds; what its type does not have is null.</summary>
/// <remarks>https://discord.com/developers/docs/components/reference.</remarks>
internal sealed record ComponentPayload(int Type)
{
    private const int ActionRow = 1;
    private const int ButtonType = 2;
    private const int StringSelect = 3;
    private const int TextInput = 4;
    private const int TextDisplay = 10;
    private const int Container = 17;
    private const int LabelType = 18;
    private const int Secondary = 2;
    private const int LinkStyle = 5;
    private const int Paragraph = 2;
    private const string MenuId = "menu";

    public string? CustomId { get; init; }

    public string? Label { get; init; }

    public int? Style { get; init; }

    public string? Url { get; init; }

    public bool? Disabled { get; init; }

    public string? Placeholder { get; init; }

    public IReadOnlyList<ChoicePayload>? Options { get; init; }

    public bool? Required { get; init; }

    public int? MaxLength { get; init; }

    public string? Content { get; init; }

    public int? AccentColor { get; init; }

    public ComponentPayload? Component { get; init; }

    public IReadOnlyList<ComponentPayload>? Components { get; init; }

    /// <summary>The menu and the buttons of a message.</summary>
    public static IReadOnlyList<ComponentPayload> Rows(OutgoingMessage message) =>
        [.. message.Menu is { } menu ? [Row(Of(menu))] : Array.Empty<ComponentPayload>(), .. message.Rows.Select(row => Row([.. row.Select(Of)]))];

    /// <summary>A message as a card: its text and what is under it, in a container.</summary>
    public static IReadOnlyList<ComponentPayload> Card(OutgoingMessage message) =>
    [
        new(Container) { AccentColor = message.Accent, Components = [new(TextDisplay) { Content = message.Content }, .. Rows(message)] },
    ];

    /// <summary>The field of a form; it may stay empty.</summary>
    public static IReadOnlyList<ComponentPayload> Of(Form form) =>
    [
        new(LabelType)
        {
            Label = form.Label,
            Component = new(TextInput) { CustomId = form.CustomId, Style = Paragraph, Required = false, MaxLength = Form.LongestText },
        },
    ];

    private static ComponentPayload Row(params ComponentPayload[] components) => new(ActionRow) { Components = components };

    private static ComponentPayload Of(Menu menu) =>
        new(StringSelect) { CustomId = MenuId, Placeholder = menu.Placeholder, Options = [.. menu.Choices.Select(choice => new ChoicePayload(choice.Value) { Label = choice.Label, Description = choice.Description })] };

    private static ComponentPayload Of(Button button) => button.Url is { } url
        ? new(ButtonType) { Label = button.Label, Style = LinkStyle, Url = url.AbsoluteUri }
        : new(ButtonType) { Label = button.Label, Style = Secondary, CustomId = button.CustomId, Disabled = button.IsEnabled ? null : true };
}
