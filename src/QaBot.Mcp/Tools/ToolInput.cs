using System.Globalization;
using System.Text.Json;

namespace QaBot.Mcp.Tools;

/// <summary>The arguments of a call, each asked for by its name and form.</summary>
internal sealed class ToolInput
{
    private readonly IDictionary<string, JsonElement> _arguments;
    private readonly string _tool;

    /// <summary>Takes the arguments; one that is null is left out.</summary>
    /// <param name="tool">The tool's name.</param>
    /// <param name="known">What it takes.</param>
    /// <param name="arguments">What it is given.</param>
    /// <exception cref="ToolInputException">It is given what it does not take.</exception>
    public ToolInput(string tool, IReadOnlyCollection<string> known, IDictionary<string, JsonElement>? arguments)
    {
        _tool = tool;
        _arguments = arguments ?? new Dictionary<string, JsonElement>();
        if (_arguments.Keys.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
        {
            throw new ToolInputException($"{tool} has no argument “{unknown}”: it takes {string.Join(", ", known)}.");
        }
    }

    /// <summary>A text that has to be there.</summary>
    public string Text(string name) => OptionalText(name) ?? throw new ToolInputException($"{_tool} needs “{name}”, a text.");

    /// <summary>A text, or null where there is none.</summary>
    public string? OptionalText(string name) => Find(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString() : throw new ToolInputException($"“{name}” must be a text.");

    /// <summary>A whole number, or null where there is none; <c>5.0</c> is one.</summary>
    public int? OptionalNumber(string name, int lowest, int highest)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && number == Math.Floor(number) && number >= lowest && number <= highest
            ? (int)number
            : throw new ToolInputException(highest == int.MaxValue
                ? string.Create(CultureInfo.InvariantCulture, $"“{name}” must be a whole number from {lowest}.")
                : string.Create(CultureInfo.InvariantCulture, $"“{name}” must be a whole number from {lowest} to {highest}."));
    }

    private JsonElement? Find(string name) => _arguments.TryGetValue(name, out var value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined) ? value : null;
}
