using QaBot.Evaluation.Matching;
using QaBot.Evaluation.Questions;
using QaBot.Testing;
using Xunit;

namespace QaBot.Evaluation.Tests.Questions;

/// <summary>The question sets under tests/corpora.</summary>
public sealed class QuestionFileTests
{
    public static TheoryData<string> Names => [.. QuestionFile.OfCorpora.Select(file => file.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task LoadAsync_SetOfCorpora_QuotesItsTextExactly(string name)
    {
        var (corpus, set) = await LoadAsync(name);

        Assert.All(set.Questions.SelectMany(q => q.Evidence), quote => Assert.Contains(corpus.Documents, d => d.Text.Contains(quote, StringComparison.Ordinal)));
        Assert.All(set.Questions.Where(q => q.Answerable), q => Assert.NotEmpty(q.Evidence));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task LoadAsync_SetOfCorpora_LeavesAboutAThirdUnanswerable(string name)
    {
        var (_, set) = await LoadAsync(name);

        Assert.True(set.Questions.Count >= 20);
        var least = QuestionFile.YesNo.Any(file => file.Name == name) ? 0.23 : 0.3;
        Assert.InRange(set.Questions.Count(q => !q.Answerable) / (double)set.Questions.Count, least, 0.35);
        Assert.All(set.Questions.GroupBy(q => q.Half), half => Assert.InRange(half.Count(q => !q.Answerable) / (double)half.Count(), 0.2, 0.5));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task LoadAsync_SetOfCorpora_AcceptsItsOwnAnswersAsHeadlines(string name)
    {
        var (_, set) = await LoadAsync(name);

        Assert.All(set.Questions.Where(q => q.Answerable), q => Assert.True(
            HeadlineRule.IsRight(q, string.Join(", ", q.AllOf.Concat(q.Answers.Take(1)))), q.Id));
    }

    private static async Task<(Text.Corpus Corpus, QuestionSet Set)> LoadAsync(string name)
    {
        var file = QuestionFile.OfCorpora.Single(file => file.Name == name);
        var corpus = await file.LoadCorpusAsync();
        return (corpus, await QuestionSet.LoadAsync(Repository.PathOf(file.Questions), corpus));
    }
}
