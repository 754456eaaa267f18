using System.Text.Json;
using System.Text.Json.Serialization;

namespace QaBot.Training.Fitting;

/// <summary>One row of a benchmark's questions.</summary>
internal sealed record BenchmarkQuestion(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("question")] string Text,
    [property: JsonPropertyName("answers")] string[] Answers,
    [property: JsonPropertyName("evidence")] string[] Evidence,
    [property: JsonPropertyName("answerable")] bool Answerable)
{
    /// <summary>Reads the rows of a file.</summary>
    public static List<BenchmarkQuestion> Read(string path) =>
        [.. File.ReadLines(path).Where(l => l.Length > 0).Select(l => JsonSerializer.Deserialize<BenchmarkQuestion>(l)!)];
}
