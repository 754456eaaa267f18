using QaBot.Answering;
using Xunit;

namespace QaBot.Core.Tests.Answering;

public sealed class AbstentionTests
{
    [Fact]
    public void Sentence_EachReason_HasItsOwn()
    {
        var sentences = Enum.GetValues<AbstentionReason>().Select(Abstention.Sentence).ToList();

        Assert.Equal(sentences.Count, sentences.Distinct().Count());
        Assert.All(sentences, sentence => Assert.True(Abstention.IsSentence(sentence)));
    }

    [Theory]
    [InlineData(AbstentionReason.NotInSource, "The source does not say.")]
    [InlineData(AbstentionReason.FalsePremise, "The source says otherwise.")]
    [InlineData(AbstentionReason.OutOfScope, "That is not a question about this source.")]
    public void Sentence_Reason_SaysIt(AbstentionReason reason, string sentence) => Assert.Equal(sentence, Abstention.Sentence(reason));

    [Theory]
    [InlineData("The source does not say. ")]
    [InlineData("The source does not say")]
    [InlineData("the source does not say.")]
    [InlineData("")]
    public void IsSentence_AnythingElse_IsNot(string text) => Assert.False(Abstention.IsSentence(text));

    [Theory]
    [InlineData("The source says otherwise. She won.", "She won.")]
    [InlineData("The source says otherwise.", "")]
    [InlineData("She won. The source says otherwise.", "She won. The source says otherwise.")]
    public void Strip_Text_LosesTheSentenceAtItsStart(string text, string expected) => Assert.Equal(expected, Abstention.Strip(text));
}
