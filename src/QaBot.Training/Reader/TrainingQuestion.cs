using System.Text.Json.Serialization;

namespace QaBot.Training.Reader;

/// <summary>A question over a paragraph.</summary>
internal sealed record TrainingQuestion(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("article")] string Article,
    [property: JsonPropertyName("paragraph")] int Paragraph,
    [property: JsonPropertyName("question")] string Text,
    [property: JsonPropertyName("answers")] TrainingAnswer[] Answers,
    [property: JsonPropertyName("doubtful")] bool Doubtful = false);

/// <summary>An answer and where it stands in its paragraph, in UTF-16 units.</summary>
internal sealed record TrainingAnswer([property: JsonPropertyName("text")] string Text, [property: JsonPropertyName("start")] int Start);
