using System.Text.Json;
using QaBot.Cli.Commands;

namespace QaBot.Cli.Configuration;

/// <summary>Reads the values of a configuration file: JSON, comments and trailing commas allowed.</summary>
internal static class SettingsFile
{
    /// <summary>The file that is read when none is named.</summary>
    public const string DefaultName = "appsettings.json";

    private const string Remedy = "See appsettings.example.json for every key and its form.";
    private static readonly JsonDocumentOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>The file's values, outermost first; a null keeps the default.</summary>
    /// <param name="path">The file.</param>
    public static List<Setting> Read(string path)
    {
        var settings = new List<Setting>();
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), Options);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw CommandException.Usage($"{path}: the configuration is not a JSON object.", Remedy);
            }

            Flatten(document.RootElement, "", path, settings);
        }
        catch (JsonException e)
        {
            throw CommandException.Usage($"{path}, line {e.LineNumber + 1}: not valid JSON.", Remedy);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw CommandException.Usage($"There is no configuration file {path}.", "Give one that is there with --config, or none.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CommandException.Usage($"The configuration file {path} cannot be read: {e.Message}", "Check the path and its permissions.");
        }

        return settings;
    }

    private static void Flatten(JsonElement element, string key, string path, List<Setting> settings)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    Flatten(property.Value, Join(key, property.Name), path, settings);
                }

                break;
            case JsonValueKind.Array:
                var number = 0;
                foreach (var item in element.EnumerateArray())
                {
                    Flatten(item, Join(key, (number++).ToString(System.Globalization.CultureInfo.InvariantCulture)), path, settings);
                }

                break;
            case JsonValueKind.Null:
                break;
            default:
                settings.Add(new Setting(key, element.ToString(), path));
                break;
        }
    }

    private static string Join(string key, string name) => key.Length == 0 ? name : $"{key}:{name}";
}
