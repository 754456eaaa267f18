using QaBot.Answering;
using QaBot.Retrieval;
using QaBot.Testing;
using Xunit;

namespace QaBot.Core.Tests.Answering;

public sealed class ExtractiveAnswererTests
{
    [Fact]
    public void Answer_NothingRetrieved_IsNotInSource()
    {
        var draft = Answer("Who invented the steam engine?", 0);

        Assert.Equal((AnswerOutcome.Abstained, AbstentionReason.NotInSource), (draft.Outcome, draft.Reason));
    }

    [Fact]
    public void Answer_QuestionWithoutTerms_IsOutOfScope() => Assert.Equal(AbstentionReason.OutOfScope, Answer("Who is she?", 0).Reason);

    [Fact]
    public void Answer_BelowTheThreshold_AbstainsWithItsConfidence()
    {
        var answered = Answer("When was Tove Aldermann born?", 0);
        var abstained = Answer("When was Tove Aldermann born?", 1);

        Assert.Equal((AnswerOutcome.Answered, AnswerOutcome.Abstained), (answered.Outcome, abstained.Outcome));
        Assert.Equal(answered.Confidence, abstained.Confidence);
        Assert.Empty(abstained.Citations);
    }

    [Fact]
    public void Answer_Answered_CitesWholeSentencesNumberedFromOne()
    {
        var draft = Answer("Where was Aldermann born?", 0);

        Assert.InRange(draft.Citations.Count, 1, 2);
        Assert.Equal(Enumerable.Range(1, draft.Citations.Count), draft.Citations.Select(c => c.Number));
        Assert.All(draft.Citations, c => Assert.Contains(c.Span, InventedBiography.Corpus.Documents[0].Sentences));
    }

    [Theory]
    [InlineData("Was Aldermann known for her recordings?", "Yes")]
    [InlineData("Did she attend the ceremony?", "No")]
    [InlineData("Was the farm near Lillehammer?", "Yes")]
    public void Answer_YesOrNo_GoesByTheNegationsAmongTheQuestionsWords(string question, string expected)
    {
        const string text = "Aldermann was known for her recordings, though she never sold many. She did not attend the ceremony. The farm was near Lillehammer, not in Oslo.";
        var index = InventedBiography.IndexOf(InventedBiography.CorpusOf(text));
        var read = Question.Parse(question);

        var draft = new ExtractiveAnswerer(index, new AnsweringOptions { MinConfidence = 0 }).Answer(read, new Retriever(index, new RetrievalOptions()).Retrieve(read));

        Assert.Equal(expected, draft.ShortAnswer);
    }

    private static AnswerDraft Answer(string text, double minConfidence)
    {
        var question = Question.Parse(text);
        var retrieved = new Retriever(InventedBiography.Index, new RetrievalOptions()).Retrieve(question);
        return new ExtractiveAnswerer(InventedBiography.Index, new AnsweringOptions { MinConfidence = minConfidence }).Answer(question, retrieved);
    }
}
