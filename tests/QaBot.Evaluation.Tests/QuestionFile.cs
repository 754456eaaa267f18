using QaBot.Testing;
using QaBot.Text;

namespace QaBot.Evaluation.Tests;

/// <summary>A question set of the repository and the text that it asks of; .ci/run has the same list.</summary>
/// <param name="Name">What figures.txt calls it.</param>
/// <param name="Questions">Its path from the root.</param>
/// <param name="Corpus">The path of the text.</param>
internal sealed record QuestionFile(string Name, string Questions, string Corpus)
{
    /// <summary>The set that answers were developed with.</summary>
    public static QuestionFile Seed { get; } = new("seed", "seeds/questions.jsonl", "seeds");

    /// <summary>What a new user types, over the same text.</summary>
    public static QuestionFile User { get; } = new("user", "tests/corpora/biography-new-user.questions.jsonl", "seeds");

    /// <summary>Sets over other kinds of text.</summary>
    public static IReadOnlyList<QuestionFile> Others { get; } =
    [
        new("manual", "tests/corpora/manual.questions.jsonl", "tests/corpora/manual.md"),
        new("minutes", "tests/corpora/minutes.questions.jsonl", "tests/corpora/minutes.txt"),
        new("story", "tests/corpora/story.questions.jsonl", "tests/corpora/story.txt"),
        new("rules", "tests/corpora/rules.questions.jsonl", "tests/corpora/rules.md"),
    ];

    /// <summary>The documents.</summary>
    public Task<Corpus> LoadCorpusAsync() => Text.Corpus.LoadAsync(Repository.PathOf(Corpus));
}
