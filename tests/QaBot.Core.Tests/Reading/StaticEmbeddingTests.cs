using System.Numerics.Tensors;
using QaBot.Reading;
using Xunit;

namespace QaBot.Core.Tests.Reading;

public class StaticEmbeddingTests
{
    private static StaticEmbedding Embedding { get; } = SpanReader.Shared(new ReadingOptions()).Embedding;

    [Theory]
    [InlineData("What job did her mum have?", "Her mother worked as a teacher.", "The boat leaves the harbour at noon.")]
    [InlineData("How much does it set you back?", "The price is 14 euros a person.", "He was born in a village by the sea.")]
    [InlineData("Why was he sent to jail?", "The court convicted him of theft.", "The film was shot in the spring.")]
    public void Of_QuestionInOtherWords_IsNearerToWhatAnswers(string question, string answers, string other)
    {
        var asked = Embedding.Of(question);

        Assert.True(TensorPrimitives.Dot<float>(asked, Embedding.Of(answers)) > TensorPrimitives.Dot<float>(asked, Embedding.Of(other)));
    }

    [Theory]
    [InlineData("Ada Marlow opened her pottery in 1958.", 1)]
    [InlineData("œ \ud83d\ude00 ligature", 1)]
    [InlineData(" ", 0)]
    [InlineData("", 0)]
    public void Of_AnyText_IsAsLongAsOne_OrNothing(string text, float length) => Assert.Equal(length, TensorPrimitives.Norm<float>(Embedding.Of(text)), 5);

    [Fact]
    public void New_OtherVocabulary_IsRefused() =>
        Assert.Throws<InvalidDataException>(() => new StaticEmbedding(new WordPieceTokenizer(new StringReader("[UNK]\n[CLS]\n[SEP]\n:\n"))));
}
