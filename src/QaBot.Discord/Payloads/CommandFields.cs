using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace QaBot.Discord.Payloads;

/// <summary>Takes out of commands what a server has refused in them, and nothing else.</summary>
internal static class CommandFields
{
    private const int MessageMenu = 3;

    /// <summary>What a command or an option cannot do without.</summary>
    private static readonly string[] Needed = ["name", "description", "type", "options", "required"];

    /// <summary>The commands as they are sent.</summary>
    public static JsonArray Of(CommandPayload[] commands) => JsonSerializer.SerializeToNode(commands, PayloadContext.Relaxed.CommandPayloadArray)!.AsArray();

    /// <summary>The commands without fields; null where none of those can be left out.</summary>
    /// <param name="commands">The commands that were refused.</param>
    /// <param name="fields">The fields that the refusal names, as in <c>0.options.0.max_length</c>.</param>
    /// <param name="isEverywhere">Whether fields of these names are left out wherever they stand: a server may name one of many.</param>
    public static JsonArray? Without(JsonArray commands, IReadOnlyList<string> fields, bool isEverywhere)
    {
        var plainer = commands.DeepClone().AsArray();
        var named = fields.Select(field => Find(plainer, field)).OfType<(JsonObject Owner, string Name)>().ToList();

        // A server without commands in the menu of a message names what these need.
        var menus = named.Where(found => Needed.Contains(found.Name) && found.Owner["type"]?.GetValue<int>() == MessageMenu && found.Owner.Parent == plainer).Select(found => found.Owner).Distinct().ToList();
        menus.ForEach(menu => plainer.Remove(menu));
        named.RemoveAll(found => Needed.Contains(found.Name));
        foreach (var (owner, name) in named)
        {
            owner.Remove(name);
            if (isEverywhere)
            {
                RemoveEverywhere(plainer, name);
            }
        }

        return menus.Count + named.Count > 0 ? plainer : null;
    }

    /// <summary>The innermost field on a path, and what has it; null where there is none.</summary>
    private static (JsonObject Owner, string Name)? Find(JsonArray commands, string path)
    {
        (JsonObject, string)? found = null;
        JsonNode? node = commands;
        foreach (var step in path.Split('.'))
        {
            if (node is JsonObject members && members.TryGetPropertyValue(step, out var member))
            {
                (found, node) = ((members, step), member);
            }
            else if (node is JsonArray items && int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < items.Count)
            {
                node = items[i];
            }
            else
            {
                break;
            }
        }

        return found;
    }

    private static void RemoveEverywhere(JsonNode? node, string name)
    {
        if (node is JsonObject members)
        {
            members.Remove(name);
        }

        foreach (var inner in node is JsonObject all ? all.Select(member => member.Value) : node is JsonArray items ? items : Enumerable.Empty<JsonNode?>())
        {
            RemoveEverywhere(inner, name);
        }
    }
}
