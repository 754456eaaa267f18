using static TorchSharp.torch;

namespace QaBot.Training.Reader;

/// <summary>Adam with decoupled weight decay (Loshchilov and Hutter 2019), with a state that can be written and read.</summary>
internal sealed class AdamW
{
    private const double Beta1 = 0.9;
    private const double Beta2 = 0.999;
    private const double Epsilon = 1e-8;
    private const double WeightDecay = 0.01;
    private readonly List<(string Name, Tensor Weight, Tensor Mean, Tensor Square)> _weights;

    public AdamW(ReaderNetwork network)
    {
        _weights = [.. network.Trained.Select(w => (w.Key, w.Value, zeros_like(w.Value), zeros_like(w.Value)))];
    }

    /// <summary>Moves every weight against its gradient.</summary>
    /// <param name="step">The number of this step, from 1.</param>
    /// <param name="rate">The learning rate.</param>
    /// <param name="gradients">The gradient of each weight.</param>
    public void Step(int step, double rate, IReadOnlyDictionary<string, Tensor> gradients)
    {
        using var stopped = no_grad();
        using var scope = NewDisposeScope();
        var (bias1, bias2) = (1 - Math.Pow(Beta1, step), 1 - Math.Pow(Beta2, step));
        foreach (var (name, weight, mean, square) in _weights)
        {
            var g = gradients[name];
            mean.mul_(Beta1).add_(g, alpha: 1 - Beta1);
            square.mul_(Beta2).addcmul_(g, g, value: 1 - Beta2);
            weight.mul_(1 - (rate * (weight.dim() > 1 ? WeightDecay : 0)));
            weight.addcdiv_(mean, (square / bias2).sqrt_().add_(Epsilon), value: -rate / bias1);
        }
    }

    public void Save(BinaryWriter file)
    {
        foreach (var (name, _, mean, square) in _weights)
        {
            TensorFile.Write(file, name, mean);
            TensorFile.Write(file, name, square);
        }
    }

    public void Load(BinaryReader file)
    {
        using var stopped = no_grad();
        foreach (var (_, _, mean, square) in _weights)
        {
            TensorFile.Read(file, _ => mean);
            TensorFile.Read(file, _ => square);
        }
    }
}
