using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using QaBot.Cli.Commands;

namespace QaBot.Cli.Configuration;

/// <summary>Makes settings of a file and the environment, and refuses what it does not know.</summary>
/// <remarks>
/// Written here, not taken from Microsoft.Extensions.Configuration: that keeps no record of where a value was read, which the messages name.
/// </remarks>
internal static class SettingsReader
{
    /// <summary>What the environment variables begin with.</summary>
    public const string Prefix = "QABOT_";

    /// <summary>Reads the settings.</summary>
    /// <param name="file">The configuration file, or null for <c>appsettings.json</c> where there is one.</param>
    public static QaBotSettings Read(string? file)
    {
        var path = file ?? (File.Exists(SettingsFile.DefaultName) ? SettingsFile.DefaultName : null);
        var settings = new QaBotSettings();
        foreach (var setting in (path is null ? [] : SettingsFile.Read(path)).Concat(Environmental()))
        {
            Apply(settings, setting);
        }

        return settings;
    }

    /// <summary>Every key there is, in the order of the settings.</summary>
    public static IEnumerable<string> Keys() => Keys(typeof(QaBotSettings), "");

    private static IEnumerable<string> Keys(Type section, string prefix) => section.GetProperties().SelectMany(property =>
        IsValue(property.PropertyType) ? [prefix + property.Name] : Keys(property.PropertyType, prefix + property.Name + ":"));

    private static List<Setting> Environmental()
    {
        var settings = new List<Setting>();
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            if (variable.Key is string name && name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            {
                var key = name[Prefix.Length..].Replace("__", ":", StringComparison.Ordinal);
                settings.Add(new Setting(key, variable.Value as string ?? "", "The environment variable " + name));
            }
        }

        settings.Sort((left, right) => string.CompareOrdinal(left.Origin, right.Origin));
        return settings;
    }

    private static void Apply(QaBotSettings settings, Setting setting)
    {
        object target = settings;
        var names = setting.Key.Split(':');
        for (var i = 0; ; i++)
        {
            var property = target.GetType().GetProperty(names[i], BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase);
            var isLast = i == names.Length - 1;
            if (property is null || (IsValue(property.PropertyType) && !isLast))
            {
                throw Unknown(setting);
            }

            if (isLast)
            {
                Set(target, property, setting);
                return;
            }

            target = property.GetValue(target)!;
        }
    }

    private static void Set(object target, PropertyInfo property, Setting setting)
    {
        if (!IsValue(property.PropertyType))
        {
            throw CommandException.Usage($"{setting.Origin}: {setting.Key} is a section, not a value.", "Give its keys: " + Nearby(setting.Key) + ".");
        }

        var range = property.GetCustomAttribute<RangeAttribute>();
        var value = Parse(setting.Value, property.PropertyType);
        if (value is null || range?.IsValid(value) == false)
        {
            var wanted = range is null ? "true or false" : string.Create(
                CultureInfo.InvariantCulture, $"{(property.PropertyType == typeof(int) ? "a whole number" : "a number")} from {range.Minimum} to {range.Maximum}");
            throw CommandException.Usage($"{setting.Origin}: {setting.Key} cannot be “{setting.Value}”.", $"Give {wanted}.");
        }

        if (value is "")
        {
            throw CommandException.Usage($"{setting.Origin}: {setting.Key} is empty.", "Give a value, or leave the key out for its default.");
        }

        property.SetValue(target, value);
    }

    private static object? Parse(string text, Type type)
    {
        var invariant = CultureInfo.InvariantCulture;
        return type == typeof(string) ? text
            : type == typeof(bool) ? bool.TryParse(text, out var flag) ? flag : null
            : type == typeof(int) ? int.TryParse(text, NumberStyles.AllowLeadingSign, invariant, out var whole) ? whole : null
            : type == typeof(double) ? double.TryParse(text, NumberStyles.Float, invariant, out var number) ? number : null
            : throw new NotSupportedException($"Settings of type {type.Name} cannot be read.");
    }

    private static bool IsValue(Type type) => type == typeof(string) || type.IsValueType;

    private static CommandException Unknown(Setting setting)
    {
        var nearest = Keys().MinBy(key => Distance(key, setting.Key))!;
        var remedy = Distance(nearest, setting.Key) <= 1 + (setting.Key.Length / 4)
            ? $"Did you mean {nearest}?"
            : "See appsettings.example.json for the keys there are.";
        return CommandException.Usage($"{setting.Origin}: there is no key {setting.Key}.", remedy);
    }

    private static string Nearby(string section) =>
        string.Join(", ", Keys().Where(key => key.StartsWith(section + ":", StringComparison.OrdinalIgnoreCase)));

    /// <summary>The Levenshtein distance of two keys, whatever their case.</summary>
    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            (var diagonal, row[0]) = (row[0], i);
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = char.ToUpperInvariant(left[i - 1]) == char.ToUpperInvariant(right[j - 1]) ? 0 : 1;
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + cost));
            }
        }

        return row[^1];
    }
}
