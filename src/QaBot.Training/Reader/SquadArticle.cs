using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace QaBot.Training.Reader;

/// <summary>An article of the training questions.</summary>
internal sealed record SquadArticle(
    [property: JsonPropertyName("article")] string Name,
    [property: JsonPropertyName("set")] string? Set,
    [property: JsonPropertyName("paragraphs")] string[] Paragraphs)
{
    /// <summary>The name as a title: words instead of underscores.</summary>
    public string Title => Name.Replace('_', ' ');
}

/// <summary>Reads the files of the training questions: JSON Lines, compressed.</summary>
internal static class SquadFiles
{
    public static IEnumerable<T> Read<T>(string directory, string name)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(directory, name)), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            yield return JsonSerializer.Deserialize<T>(line)!;
        }
    }
}
