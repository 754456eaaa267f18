using QaBot.Answering;
using QaBot.Evaluation.Runs;
using Xunit;

namespace QaBot.Evaluation.Tests.Runs;

public sealed class DeletionTestTests : IDisposable
{
    private readonly TestCorpus _test = new();

    public void Dispose() => _test.Dispose();

    [Fact]
    public async Task DependsOnCitationAsync_AllOfTheSourceDeleted_Depends() =>
        Assert.True(await TryAsync(answer => Citing(answer, "marlow.txt", TestCorpus.Text.Length)));

    [Fact]
    public async Task DependsOnCitationAsync_NothingDeleted_DoesNotDepend() =>
        Assert.False(await TryAsync(answer => Citing(answer, "other.txt", 10)));

    [Fact]
    public async Task DependsOnCitationAsync_NoCitationOrNoAnswer_IsNotTried()
    {
        Assert.Null(await TryAsync(answer => new AnswerJson { Outcome = "answered", Answer = answer.Answer }));
        Assert.Null(await TryAsync(answer => new AnswerJson { Outcome = "abstained", Citations = answer.Citations }));
    }

    private async Task<bool?> TryAsync(Func<AnswerJson, AnswerJson> change)
    {
        var options = _test.Options(deletion: true);
        var question = _test.Set.Questions[1];
        var (answer, _) = await Dialogue.AskAsync(Dialogue.Answerer(options, _test.Corpus, _test.Index), question, options.Time, default);
        Assert.Equal("answered", answer.Outcome);
        return await new DeletionTest(options, new SourceSentences(_test.Index)).DependsOnCitationAsync(question, change(answer), default);
    }

    private static AnswerJson Citing(AnswerJson answer, string document, int end) => new()
    {
        Question = answer.Question,
        Outcome = answer.Outcome,
        Answer = answer.Answer,
        ShortAnswer = answer.ShortAnswer,
        Citations = [new CitationJson { Number = 1, Document = document, Start = 0, End = end }],
    };
}
