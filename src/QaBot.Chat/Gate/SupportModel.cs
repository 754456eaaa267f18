using QaBot.Answering.Candidates;

namespace QaBot.Chat.Gate;

/// <summary>How likely a source supports a sentence: a logistic model over <see cref="SupportFeatures"/>.</summary>
/// <param name="weights">A weight for each of <see cref="SupportFeatures.Names"/>.</param>
internal sealed class SupportModel(double[] weights)
{
    /// <summary>What is less likely supported is not shown; chosen so that little is shown that is not.</summary>
    public const double SmallestProbability = 0.5;

    /// <summary>The file of the weights, which a test fits and compares.</summary>
    public const string File = "Chat/Gate/support-model.txt";

    private static readonly Lazy<SupportModel> Shipped =
        new(() => new SupportModel(ModelFile.Read(File, SupportFeatures.Names, typeof(SupportModel).Assembly)));

    /// <summary>The model with the weights that the project ships.</summary>
    public static SupportModel Fitted => Shipped.Value;

    /// <summary>0 to 1.</summary>
    public double Of(float[] features) => 1 / (1 + Math.Exp(-LinearModel.Score(features, weights)));
}
