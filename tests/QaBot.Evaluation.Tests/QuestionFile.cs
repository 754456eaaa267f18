using QaBot.Testing;
using QaBot.Text;

namespace QaBot.Evaluation.Tests;

/// <summary>A question set of the repository and the text that it asks of.</summary>
/// <param name="Name">What figures.txt calls it.</param>
/// <param name="Questions">Its path from the root.</param>
/// <param name="Corpus">The path of the text.</param>
internal sealed record QuestionFile(string Name, string Questions, string Corpus)
{
    /// <summary>The set that answers were developed with.</summary>
    public static QuestionFile Seed { get; } = new("seed", "seeds/questions.jsonl", "seeds");

    /// <summary>What a new user types, over the same text.</summary>
    public static QuestionFile User { get; } = new("user", "tests/corpora/biography-new-user.questions.jsonl", "seeds");

    /// <summary>What people ask who have other words than the text, over the same text.</summary>
    public static QuestionFile Blind { get; } = new("blind", "tests/corpora/biography-blind.questions.jsonl", "seeds");

    /// <summary>Questions for yes or no, over the same text and over all the other ones at once.</summary>
    public static IReadOnlyList<QuestionFile> YesNo { get; } =
    [
        new("yes-no", "tests/corpora/biography-yesno.questions.jsonl", "seeds"),
        new("yes-no-texts", "tests/corpora/texts-yesno.questions.jsonl", "tests/corpora"),
    ];

    /// <summary>Sets over other kinds of text.</summary>
    public static IReadOnlyList<QuestionFile> Others { get; } =
    [
        new("manual", "tests/corpora/manual.questions.jsonl", "tests/corpora/manual.md"),
        new("minutes", "tests/corpora/minutes.questions.jsonl", "tests/corpora/minutes.txt"),
        new("story", "tests/corpora/story.questions.jsonl", "tests/corpora/story.txt"),
        new("rules", "tests/corpora/rules.questions.jsonl", "tests/corpora/rules.md"),
        new("handbook", "tests/corpora/handbook.questions.jsonl", "tests/corpora/handbook.md"),
        new("incident", "tests/corpora/incident.questions.jsonl", "tests/corpora/incident.txt"),
        new("guide", "tests/corpora/guide.questions.jsonl", "tests/corpora/guide.md"),
        new("scientist", "tests/corpora/scientist.questions.jsonl", "tests/corpora/scientist.txt"),
    ];

    /// <summary>Sets over other texts that nothing is fitted on, in words that their texts do not have.</summary>
    public static IReadOnlyList<QuestionFile> Unfitted { get; } =
    [
        new("profile", "tests/corpora/profile.questions.jsonl", "tests/corpora/profile.txt"),
        new("service", "tests/corpora/service.questions.jsonl", "tests/corpora/service.md"),
    ];

    /// <summary>All under tests/corpora.</summary>
    public static IReadOnlyList<QuestionFile> OfCorpora { get; } = [User, Blind, .. YesNo, .. Others, .. Unfitted];

    /// <summary>The documents.</summary>
    public Task<Corpus> LoadCorpusAsync() => Text.Corpus.LoadAsync(Repository.PathOf(Corpus));
}
