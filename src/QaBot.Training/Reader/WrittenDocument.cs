using System.Text.Json;
using System.Text.Json.Serialization;

namespace QaBot.Training.Reader;

/// <summary>A document that was written to be learned from, with its questions, by paragraph.</summary>
internal sealed record WrittenDocument(
    [property: JsonPropertyName("title")] string Title,
    [property: JsonPropertyName("paragraphs")] WrittenParagraph[] Paragraphs)
{
    /// <summary>The documents of a folder's JSON Lines files; the names are unique among them, and begin with the file's.</summary>
    public static IEnumerable<(string Name, WrittenDocument Document)> ReadAll(string directory) =>
        Directory.GetFiles(directory, "*.jsonl").Order(StringComparer.Ordinal).SelectMany(path => File.ReadLines(path).Where(line => line.Length > 0)
            .Select((line, i) => ($"{Path.GetFileNameWithoutExtension(path)} {i}", JsonSerializer.Deserialize<WrittenDocument>(line)!)));

    /// <summary>The document's questions, as those of SQuAD are.</summary>
    /// <param name="name">The document's name.</param>
    public IEnumerable<TrainingQuestion> Questions(string name) => Paragraphs.SelectMany((paragraph, p) => paragraph.Questions.Select((asked, q) =>
        new TrainingQuestion($"{name} {p} {q}", name, p, asked.Question, asked.Answer.Length == 0 ? [] : [new TrainingAnswer(asked.Answer, paragraph.Start(asked))])));
}

/// <summary>A paragraph, list or table in Markdown, what is asked of it, and the heading above it where one begins with it.</summary>
internal sealed record WrittenParagraph(
    [property: JsonPropertyName("context")] string Text,
    [property: JsonPropertyName("qas")] WrittenQuestion[] Questions,
    [property: JsonPropertyName("heading")] string? Heading = null)
{
    /// <summary>Where an answer starts, in UTF-16 units.</summary>
    /// <exception cref="InvalidDataException">It does not stand there, or in more than one place.</exception>
    public int Start(WrittenQuestion asked)
    {
        var around = asked.Around ?? asked.Answer;
        var start = Text.IndexOf(around, StringComparison.Ordinal);
        return start >= 0 && start == Text.LastIndexOf(around, StringComparison.Ordinal) && around.IndexOf(asked.Answer, StringComparison.Ordinal) is var inside and >= 0
            ? start + inside
            : throw new InvalidDataException($"\"{around}\" does not stand once in the paragraph that answers \"{asked.Question}\".");
    }
}

/// <summary>A question, the words that answer it (none where no paragraph does) and, where these stand in several places, words around the right one.</summary>
/// <remarks>Questions for yes or no also have <c>v</c>, what the answer says. Nothing learns from that yet.</remarks>
internal sealed record WrittenQuestion(
    [property: JsonPropertyName("q")] string Question,
    [property: JsonPropertyName("a")] string Answer,
    [property: JsonPropertyName("at")] string? Around = null);
