using System.Text;
using QaBot.Text;

namespace QaBot.Evaluation.Questions;

/// <summary>The questions of an evaluation, checked: ids are unique and every evidence quote occurs in the corpus.</summary>
public sealed class QuestionSet
{
    private QuestionSet(string name, string hash, IReadOnlyList<EvaluationQuestion> questions)
    {
        Name = name;
        Hash = hash;
        Questions = questions;
    }

    /// <summary>The file's name.</summary>
    public string Name { get; }

    /// <summary><c>sha256:</c> and the hash of the text it was read from.</summary>
    public string Hash { get; }

    /// <summary>The questions in the order of the file.</summary>
    public IReadOnlyList<EvaluationQuestion> Questions { get; }

    /// <summary>Reads a question set: JSON Lines in UTF-8, blank lines ignored.</summary>
    /// <param name="path">The file.</param>
    /// <param name="corpus">The documents that evidence is looked up in.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="QuestionSetException">The file is missing or some of its lines are wrong; each fault names its line.</exception>
    public static async Task<QuestionSet> LoadAsync(string path, Corpus corpus, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(corpus);
        try
        {
            return Parse(Path.GetFileName(path), await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false), corpus);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new QuestionSetException(path, ["it cannot be read: " + e.Message], "Give the path of a JSON Lines file; docs/EVALUATION.md describes the format.");
        }
    }

    /// <summary>Reads a question set from its text.</summary>
    /// <param name="name">What to call it in messages and reports.</param>
    /// <param name="text">JSON Lines.</param>
    /// <param name="corpus">The documents that evidence is looked up in.</param>
    /// <exception cref="QuestionSetException">Some lines are wrong, or there is none.</exception>
    public static QuestionSet Parse(string name, string text, Corpus corpus)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(corpus);
        var faults = new List<string>();
        var questions = new List<EvaluationQuestion>();
        var lineOf = new Dictionary<string, int>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in text.EnumerateLines())
        {
            number++;
            if (line.IsWhiteSpace())
            {
                continue;
            }

            if (QuestionReader.Read(line.ToString(), number, faults) is not { } question)
            {
                continue;
            }

            if (!lineOf.TryAdd(question.Id, number))
            {
                faults.Add($"line {number}: the id “{question.Id}” is already that of line {lineOf[question.Id]}.");
            }

            CheckEvidence(question, number, corpus, faults);
            questions.Add(question);
        }

        if (faults.Count == 0 && questions.Count == 0)
        {
            faults.Add("it has no questions.");
        }

        return faults.Count == 0 ? new QuestionSet(name, HashOf(text), questions) : throw new QuestionSetException(name, faults);
    }

    private static void CheckEvidence(EvaluationQuestion question, int line, Corpus corpus, List<string> faults)
    {
        foreach (var quote in question.Evidence)
        {
            if (!corpus.Documents.Any(d => d.Text.Contains(quote, StringComparison.Ordinal)))
            {
                faults.Add($"line {line} ({question.Id}): the evidence “{Shorten(quote)}” does not occur in the corpus.");
            }
        }
    }

    private static string Shorten(string text) => text.Length <= 60 ? text : text[..57] + "…";

    private static string HashOf(string text) => ContentHash.Of(Encoding.UTF8.GetBytes(text));
}
