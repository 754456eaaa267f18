using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Json;
using QaBot.Cli.Commands;
using QaBot.Web;

namespace QaBot.Cli.Configuration;

/// <summary>Makes settings of a file and the environment, and refuses what it does not know.</summary>
internal static class SettingsReader
{
    /// <summary>What the environment variables begin with.</summary>
    public const string Prefix = "QABOT_";

    private const string DefaultFile = "appsettings.json";
    private const string Example = "appsettings.example.json";
    private static readonly string[] Secrets = ["Key", "Token", "Secret", "Password"];

    /// <summary>Reads the settings; a null in the file keeps the default.</summary>
    /// <param name="file">The configuration file, or null for <c>appsettings.json</c> where there is one.</param>
    public static QaBotSettings Read(string? file)
    {
        var path = file ?? (File.Exists(DefaultFile) ? DefaultFile : null);
        var configuration = Load(path);
        var given = configuration.AsEnumerable().Where(pair => pair.Value is not null).ToList();
        foreach (var (key, value) in given)
        {
            if (Fault(configuration, key, value!) is var (message, remedy))
            {
                throw CommandException.Usage($"{Origin(configuration, key, path)}: {message}", remedy);
            }
        }

        // Without the nulls, which the binder would set.
        return new ConfigurationBuilder().AddInMemoryCollection(given).Build().Get<QaBotSettings>() ?? new QaBotSettings();
    }

    /// <summary>Every key there is, in the order of the settings.</summary>
    public static IEnumerable<string> Keys() => Keys(typeof(QaBotSettings), "");

    private static IEnumerable<string> Keys(Type section, string prefix) => section.GetProperties().SelectMany(property =>
        IsSection(property.PropertyType) ? Keys(property.PropertyType, prefix + property.Name + ":") : [prefix + property.Name]);

    private static IConfigurationRoot Load(string? path)
    {
        var builder = new ConfigurationBuilder();
        try
        {
            // Not AddJsonFile, which does not find files whose name begins with a dot.
            using var stream = path is null ? Stream.Null : File.OpenRead(path);
            return (path is null ? builder : builder.AddJsonStream(stream)).AddEnvironmentVariables(Prefix).Build();
        }
        catch (JsonException e)
        {
            throw CommandException.Usage($"{path}, line {e.LineNumber + 1}: not valid JSON.", $"See {Example} for every key and its form.");
        }
        catch (FormatException e)
        {
            throw CommandException.Usage($"{path}: {e.Message}", $"See {Example} for every key and its form.");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw CommandException.Usage($"There is no configuration file {path}.", "Give one that is there with --config, or none.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CommandException.Usage($"The configuration file {path} cannot be read: {e.Message}", "Check the path and its permissions.");
        }
    }

    private static string Origin(IConfigurationRoot configuration, string key, string? path) =>
        configuration.Providers.Last(provider => provider.TryGet(key, out _)) is JsonStreamConfigurationProvider
            ? path!
            : "The environment variable " + Environment.GetEnvironmentVariables().Keys.Cast<string>().FirstOrDefault(
                name => name.Replace("__", ":", StringComparison.Ordinal).Equals(Prefix + key, StringComparison.OrdinalIgnoreCase), Prefix + key);

    private static (string Message, string Remedy)? Fault(IConfigurationRoot configuration, string key, string value)
    {
        var (type, rules) = Find(key);
        if (type is null)
        {
            return ($"there is no key {key}.", Suggestion.Nearest(key, Keys()) is { } nearest ? $"Did you mean {nearest}?" : $"See {Example} for the keys there are.");
        }

        if (IsSection(type))
        {
            return ($"{key} is a section, not a value.", $"Give its keys: {string.Join(", ", Keys(type, key + ":"))}.");
        }

        if (value.Length == 0 && type == typeof(string) && !rules.Any(rule => rule is RequiredAttribute { AllowEmptyStrings: true }))
        {
            return ($"{key} is empty.", "Give a value, or leave the key out for its default.");
        }

        // An empty list is given as an empty value.
        var fits = IsValue(type) ? Convert(configuration, key, type) is { } converted && (!type.IsEnum || Enum.IsDefined(type, converted)) && rules.All(rule => rule.IsValid(converted)) : value.Length == 0;
        return fits ? null : (IsSecret(key) ? $"{key} cannot be what it is given." : $"{key} cannot be “{value}”.", $"Give {Wanted(type, rules)}.");
    }

    /// <summary>Whether a key's value is for nobody's eyes, as its name says.</summary>
    private static bool IsSecret(string key) => Secrets.Any(end => key.EndsWith(end, StringComparison.OrdinalIgnoreCase));

    private static object? Convert(IConfigurationRoot configuration, string key, Type type)
    {
        try
        {
            return configuration.GetValue(type, key);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string Wanted(Type type, IReadOnlyList<ValidationAttribute> rules) =>
        rules.OfType<RangeAttribute>().FirstOrDefault() is { } range
            ? string.Create(CultureInfo.InvariantCulture, $"{(type == typeof(int) ? "a whole number" : "a number")} from {range.Minimum} to {range.Maximum}")
            : type.IsEnum ? string.Join(" or ", Enum.GetNames(type))
            : type == typeof(bool) ? "true or false"
            : rules.Any(rule => rule is PublicAddressAttribute) ? PublicAddressAttribute.Form : $"a value of the form that {Example} shows";

    /// <summary>The type of a key's value and the rules for it; a null type when there is no such key.</summary>
    private static (Type? Type, IReadOnlyList<ValidationAttribute> Rules) Find(string key)
    {
        var type = typeof(QaBotSettings);
        PropertyInfo? property = null;
        foreach (var name in key.Split(':'))
        {
            property = IsSection(type) ? type.GetProperty(name, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase) : null;
            if (property is null && (IsSection(type) || IsValue(type)))
            {
                return (null, []);
            }

            // Of a dictionary or a list, the type of its values: any child is a key.
            type = property?.PropertyType ?? type.GenericTypeArguments[^1];
        }

        return (type, property?.GetCustomAttributes<ValidationAttribute>().ToList() ?? []);
    }

    private static bool IsValue(Type type) => type == typeof(string) || type.IsValueType;

    private static bool IsSection(Type type) => !IsValue(type) && !type.IsGenericType;
}
