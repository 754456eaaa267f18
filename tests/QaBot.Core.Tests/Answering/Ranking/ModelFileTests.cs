using QaBot.Answering.Ranking;
using QaBot.Text;
using Xunit;

namespace QaBot.Core.Tests.Answering.Ranking;

public sealed class ModelFileTests
{
    private const string Sentences = "Answering/Ranking/sentence-model.txt";
    private const string Answerable = "Answering/Ranking/answerable-model.txt";
    private const string Right = "Answering/Ranking/right-model.txt";
    private const string Spans = "Answering/Ranking/span-model.bin";

    [Fact]
    public void Read_SentenceModel_HasEveryFeatureOnce() => Assert.Equal(SentenceFeatures.Names, WordList.Lines(Sentences).Select(line => line.Label));

    [Theory]
    [InlineData(Answerable)]
    [InlineData(Right)]
    public void Read_OutcomeModel_HasEveryFeatureOnce(string file) => Assert.Equal(ConfidenceModel.Names, WordList.Lines(file).Select(line => line.Label));

    [Fact]
    public void Names_OfFeatures_AreDistinct()
    {
        Assert.Distinct(SentenceFeatures.Names);
        Assert.Distinct(ConfidenceModel.Names);
    }

    [Fact]
    public void Read_ShippedModels_AreFiniteAndNotAllZero()
    {
        Assert.All([ModelFile.Read(Sentences, SentenceFeatures.Names), ModelFile.Read(Answerable, ConfidenceModel.Names), ModelFile.Read(Right, ConfidenceModel.Names)], weights =>
        {
            Assert.All(weights, weight => Assert.True(double.IsFinite(weight)));
            Assert.Contains(weights, weight => weight != 0);
        });
        Assert.Contains(ModelFile.ReadHashed(Spans, SpanFeatures.Size), weight => weight != 0);
    }

    [Fact]
    public void Read_OrderOfNames_IsThatOfTheWeights()
    {
        var reversed = SentenceFeatures.Names.Reverse().ToList();

        Assert.Equal(ModelFile.Read(Sentences, SentenceFeatures.Names).Reverse(), ModelFile.Read(Sentences, reversed));
    }

    [Fact]
    public void Read_WeightWithoutAFeature_NamesItAndTheRemedy()
    {
        var missing = SentenceFeatures.Names[0];

        var e = Assert.Throws<InvalidOperationException>(() => ModelFile.Read(Sentences, SentenceFeatures.Names[1..]));

        Assert.Contains(Sentences, e.Message, StringComparison.Ordinal);
        Assert.Contains(missing, e.Message, StringComparison.Ordinal);
        Assert.Contains("fit the weights again", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NoSuchFile_NamesIt() =>
        Assert.Contains("no-model.txt", Assert.Throws<InvalidOperationException>(() => ModelFile.Read("Answering/Ranking/no-model.txt", [])).Message, StringComparison.Ordinal);

    [Fact]
    public void ReadHashed_NoSuchFile_NamesIt() =>
        Assert.Contains("no-model.bin", Assert.Throws<InvalidOperationException>(() => ModelFile.ReadHashed("Answering/Ranking/no-model.bin", 1)).Message, StringComparison.Ordinal);

    [Fact]
    public void ReadHashed_AnotherSize_SaysBothSizes()
    {
        var e = Assert.Throws<InvalidOperationException>(() => ModelFile.ReadHashed(Spans, SpanFeatures.Size - 1));

        Assert.Contains($"{SpanFeatures.Size} weights, not {SpanFeatures.Size - 1}", e.Message, StringComparison.Ordinal);
    }
}
