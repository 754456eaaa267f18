namespace QaBot.Evaluation.Runs;

/// <summary>What a model costs, in any currency.</summary>
/// <param name="Input">A million tokens that it reads.</param>
/// <param name="Output">A million tokens that it writes.</param>
public sealed record ModelPrices(double Input, double Output)
{
    private const double Million = 1_000_000;

    /// <summary>The cost of so many tokens.</summary>
    public double Of(long input, long output) => ((input * Input) + (output * Output)) / Million;
}
