using System.Text.Json;
using QaBot.Evaluation.Matching;

namespace QaBot.Evaluation.Questions;

/// <summary>Reads one line of a question set and says what is wrong with it.</summary>
internal static class QuestionReader
{
    private static readonly string[] Keys = ["id", "kind", "question", "answers", "allOf", "evidence", "answerable", "context", "reasons"];
    private static readonly string[] Required = ["id", "question", "answerable"];

    /// <summary>The question, or null when the line is so wrong that there is none; each fault is added to <paramref name="faults"/>.</summary>
    public static EvaluationQuestion? Read(string line, int number, List<string> faults)
    {
        try
        {
            using var json = JsonDocument.Parse(line, new JsonDocumentOptions { AllowDuplicateProperties = false });
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                faults.Add($"line {number}: it is no JSON object.");
                return null;
            }

            return Read(json.RootElement, number, faults);
        }
        catch (JsonException e)
        {
            faults.Add($"line {number}: it is not JSON: {FirstSentence(e.Message)}");
            return null;
        }
    }

    private static EvaluationQuestion? Read(JsonElement row, int number, List<string> faults)
    {
        var before = faults.Count;
        foreach (var property in row.EnumerateObject().Where(p => !Keys.Contains(p.Name, StringComparer.Ordinal)))
        {
            faults.Add($"line {number}: the key “{property.Name}” is unknown; the keys are {string.Join(", ", Keys)}.");
        }

        foreach (var key in Required.Where(key => !row.TryGetProperty(key, out _)))
        {
            faults.Add($"line {number}: the key “{key}” is missing.");
        }

        var (id, kind, question) = (Text("id"), Text("kind"), Text("question"));
        var (answers, allOf, evidence, context) = (List("answers"), List("allOf"), List("evidence"), List("context"));
        var answerable = row.TryGetProperty("answerable", out var flag) && flag.ValueKind == JsonValueKind.True;
        if (flag.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.True or JsonValueKind.False))
        {
            faults.Add($"line {number}: “answerable” is neither true nor false.");
        }

        if (faults.Count == before && answerable && answers.Count + allOf.Count == 0)
        {
            faults.Add($"line {number} ({id}): it is answerable, but has neither “answers” nor “allOf”.");
        }

        foreach (var accepted in answers.Concat(allOf).Where(a => AnswerTokens.Of(a).Count == 0))
        {
            faults.Add($"line {number} ({id}): the answer “{accepted}” has no word left after normalisation.");
        }

        return faults.Count > before ? null : new EvaluationQuestion
        {
            Id = id!,
            Kind = kind ?? "other",
            Question = question!,
            Answers = answers,
            AllOf = allOf,
            Evidence = evidence,
            Answerable = answerable,
            Context = context,
        };

        string? Text(string key)
        {
            if (!row.TryGetProperty(key, out var value))
            {
                return null;
            }

            if (value.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(value.GetString()))
            {
                return value.GetString();
            }

            faults.Add($"line {number}: “{key}” is no text.");
            return null;
        }

        List<string> List(string key)
        {
            if (!row.TryGetProperty(key, out var value) || value.ValueKind == JsonValueKind.Null)
            {
                return [];
            }

            if (value.ValueKind == JsonValueKind.Array
                && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(item.GetString())))
            {
                return [.. value.EnumerateArray().Select(item => item.GetString()!)];
            }

            faults.Add($"line {number}: “{key}” is no list of texts.");
            return [];
        }
    }

    private static string FirstSentence(string message)
    {
        var end = message.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? message : message[..(end + 1)];
    }
}
