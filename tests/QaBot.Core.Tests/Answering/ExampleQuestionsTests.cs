using QaBot.Answering;
using QaBot.Text;
using Xunit;

namespace QaBot.Core.Tests.Answering;

public sealed class ExampleQuestionsTests
{
    private static readonly Corpus Minutes = new([Document.FromText("minutes.txt", "It was opened by Ines Roth. Otto Kern spoke. Then Ines Roth thanked Otto Kern. After that Otto Kern left for the harbour.")]);

    [Fact]
    public void Of_CorpusWithoutSubject_AsksAboutTheNamesItHasMostOften() =>
        Assert.Equal(["Who is Otto Kern?", "Who is Ines Roth?"], ExampleQuestions.Of(Minutes, subject: null, _ => Answered(0.9)));

    [Fact]
    public void Of_Subject_ComesFirst() =>
        Assert.Equal(["Who is Otto Kern?", "When was Otto Kern born?"], ExampleQuestions.Of(Minutes, new Subject("Kern", "Otto Kern", IsFemale: false), _ => Answered(0.9)));

    [Fact]
    public void Of_QuestionThatIsNotSurelyAnswered_IsLeftOut() =>
        Assert.Equal(["Who is Ines Roth?"], ExampleQuestions.Of(Minutes, subject: null, question => Answered(question.Contains("Roth", StringComparison.Ordinal) ? 0.7 : 0.4)));

    [Fact]
    public void Of_NothingAnswered_IsEmpty() =>
        Assert.Empty(ExampleQuestions.Of(Minutes, subject: null, _ => AnswerDraft.Abstain(AbstentionReason.NotInSource, 0.9)));

    private static AnswerDraft Answered(double confidence) => AnswerDraft.Cite([], "someone", confidence);
}
