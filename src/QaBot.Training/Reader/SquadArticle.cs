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
    /// <summary>The name as a title: words instead of underscores; empty for texts without one.</summary>
    public string Title => Set == ShiftedQuestion.Set ? "" : Name.Replace('_', ' ');
}

/// <summary>A question over a paragraph.</summary>
internal sealed record SquadQuestion(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("article")] string Article,
    [property: JsonPropertyName("paragraph")] int Paragraph,
    [property: JsonPropertyName("question")] string Text,
    [property: JsonPropertyName("answers")] SquadAnswer[] Answers,
    [property: JsonPropertyName("doubtful")] bool Doubtful = false);

/// <summary>A question of SQuADShifts over a text of its own: a review, a post, a paragraph of a newer article.</summary>
internal sealed record ShiftedQuestion(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("domain")] string Domain,
    [property: JsonPropertyName("question")] string Text,
    [property: JsonPropertyName("answers")] SquadAnswer[] Answers,
    [property: JsonPropertyName("context")] string Context)
{
    /// <summary>The set of the articles that are made of such texts.</summary>
    public const string Set = "shifts";

    /// <summary>So many texts make an article, in which a question may be asked of another one's.</summary>
    private const int TextsOfArticle = 40;

    /// <summary>Articles of texts of one kind, and the questions over them.</summary>
    public static IEnumerable<(SquadArticle Article, IEnumerable<SquadQuestion> Questions)> Articles(IEnumerable<ShiftedQuestion> questions) => questions
        .GroupBy(q => q.Domain, StringComparer.Ordinal)
        .SelectMany(domain => domain.GroupBy(q => q.Context, StringComparer.Ordinal).Chunk(TextsOfArticle).Select((texts, i) => Article($"{domain.Key} {i}", texts)));

    private static (SquadArticle, IEnumerable<SquadQuestion>) Article(string name, IGrouping<string, ShiftedQuestion>[] texts) => (
        new SquadArticle(name, Set, [.. texts.Select(text => text.Key)]),
        texts.SelectMany((text, i) => text.Select(q => new SquadQuestion(q.Id, name, i, q.Text, q.Answers))));
}

/// <summary>An answer and where it stands in its paragraph, in UTF-16 units.</summary>
internal sealed record SquadAnswer([property: JsonPropertyName("text")] string Text, [property: JsonPropertyName("start")] int Start);

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
