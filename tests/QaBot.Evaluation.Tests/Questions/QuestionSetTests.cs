using QaBot.Evaluation.Questions;
using QaBot.Text;
using Xunit;

namespace QaBot.Evaluation.Tests.Questions;

public sealed class QuestionSetTests
{
    private static readonly Corpus Source = new([Document.FromText("a.txt", "She was born in Paris in 1964. She paints.")]);

    [Fact]
    public void Parse_ShortRow_HasEmptyLists()
    {
        var set = QuestionSet.Parse("q.jsonl", """{"id":"a-1","question":"Where?","answers":["Paris"],"answerable":true}""" + "\n\n", Source);
        var row = Assert.Single(set.Questions);
        Assert.Equal("other", row.Kind);
        Assert.Empty(row.AllOf);
        Assert.Empty(row.Context);
        Assert.StartsWith("sha256:", set.Hash, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_RowOfFeedback_NeedsOnlyItsAnswers()
    {
        const string Exported = """{"id":"feedback-1","kind":"feedback","question":"Where?","answers":["Paris"],"allOf":[],"evidence":[],"answerable":true,"context":[],"reasons":["Wrong town."]}""";
        Assert.Equal(["Paris"], Assert.Single(QuestionSet.Parse("q.jsonl", Exported, Source).Questions).Answers);
    }

    [Theory]
    [InlineData("""{"id":"1","question":"?","answerable":false,"answer":[]}""", "line 1: the key “answer” is unknown")]
    [InlineData("""{"question":"?","answerable":false}""", "line 1: the key “id” is missing.")]
    [InlineData("""{"id":"1","question":"?"}""", "line 1: the key “answerable” is missing.")]
    [InlineData("""{"id":"1","question":"?","answerable":"no"}""", "line 1: “answerable” is neither true nor false.")]
    [InlineData("""{"id":"1","question":" ","answerable":false}""", "line 1: “question” is no text.")]
    [InlineData("""{"id":"1","question":"?","answerable":false,"answers":"x"}""", "line 1: “answers” is no list of texts.")]
    [InlineData("""{"id":"1","question":"?","answerable":true}""", "line 1 (1): it is answerable, but has neither")]
    [InlineData("""{"id":"1","question":"?","answerable":true,"answers":["the"]}""", "line 1 (1): the answer “the” has no word left")]
    [InlineData("""{"id":"1","question":"?","answerable":false,"evidence":["born in Lyon"]}""", "line 1 (1): the evidence “born in Lyon” does not occur")]
    [InlineData("""{"id":"1","id":"2","question":"?","answerable":false}""", "line 1: it is not JSON")]
    [InlineData("\n\nnot json", "line 3: it is not JSON")]
    [InlineData("[]", "line 1: it is no JSON object.")]
    [InlineData("", "it has no questions.")]
    public void Parse_WrongLine_IsNamed(string text, string fault)
    {
        var e = Assert.Throws<QuestionSetException>(() => QuestionSet.Parse("q.jsonl", text, Source));
        Assert.StartsWith(fault, e.Faults[0], StringComparison.Ordinal);
        Assert.NotEmpty(e.Remedy);
    }

    [Fact]
    public void Parse_DuplicateId_NamesBothLines()
    {
        var row = """{"id":"1","question":"?","answerable":false}""";
        var e = Assert.Throws<QuestionSetException>(() => QuestionSet.Parse("q.jsonl", $"{row}\n{row}\n", Source));
        Assert.Equal("line 2: the id “1” is already that of line 1.", Assert.Single(e.Faults));
    }

    [Fact]
    public async Task LoadAsync_MissingFile_SaysToGiveItsPath()
    {
        var e = await Assert.ThrowsAsync<QuestionSetException>(() => QuestionSet.LoadAsync(Path.Combine("nowhere", "q.jsonl"), Source));

        Assert.StartsWith("Give the path", e.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("jb-0001", QuestionHalf.Development)]
    [InlineData("jb-0010", QuestionHalf.HeldOut)]
    [InlineData("7", QuestionHalf.Development)]
    [InlineData("a", QuestionHalf.HeldOut)]
    [InlineData("e", QuestionHalf.Development)]
    public void HalfOf_Id_IsFixed(string id, QuestionHalf half) => Assert.Equal(half, HeldOutSplit.HalfOf(id));
}
