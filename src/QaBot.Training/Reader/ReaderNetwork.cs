using System.Runtime.Intrinsics.X86;
using static TorchSharp.torch;

namespace QaBot.Training.Reader;

/// <summary>The reader as it is trained: BERT's encoder (Devlin et al. 2019) and two numbers a token.</summary>
/// <remarks>
/// Linear layers and norms are written out instead of taken from modules, since several workers share the weights and each needs gradients of
/// its own. Position 0 of the two numbers stands for "no answer here".
/// </remarks>
internal sealed class ReaderNetwork : IDisposable
{
    /// <summary>The width of a token.</summary>
    public const int Width = 384;

    /// <summary>The number of layers.</summary>
    public const int Layers = 6;

    /// <summary>The number of attention heads.</summary>
    public const int Heads = 12;

    /// <summary>The masks' number for what is not to be looked at.</summary>
    public const float Masked = -1e9f;

    private const double NormEpsilon = 1e-12;

    /// <summary>
    /// Linear layers of the encoder are computed in bfloat16 where the processor multiplies tiles of it (AMX), which is several times as fast; weights, attention, sums, norms and the head stay in 32 bits.
    /// </summary>
    private static readonly ScalarType Products = X86Base.IsSupported && (X86Base.CpuId(7, 0).Edx & (1 << 22)) != 0 ? bfloat16 : float32;

    private readonly Dictionary<string, Tensor> _weights;

    private ReaderNetwork(Dictionary<string, Tensor> weights)
    {
        _weights = weights;
    }

    /// <summary>The weights that are trained, by name.</summary>
    public IEnumerable<KeyValuePair<string, Tensor>> Trained => _weights.Where(w => w.Value.requires_grad).OrderBy(w => w.Key, StringComparer.Ordinal);

    /// <summary>All weights, by BERT's names and <c>span</c> for the head.</summary>
    public IReadOnlyDictionary<string, Tensor> Weights => _weights;

    /// <summary>A network with the base encoder's weights and a new head.</summary>
    public static ReaderNetwork FromBase()
    {
        var network = From(BaseEncoder.Weights().Where(w => w.Key.StartsWith("em", StringComparison.Ordinal) || w.Key.StartsWith("encoder", StringComparison.Ordinal)));
        network._weights["span.weight"] = randn(2, Width) * 0.02f;
        network._weights["span.bias"] = zeros(2);
        return network.Trainable();
    }

    /// <summary>A network with these weights, head and all.</summary>
    public static ReaderNetwork FromWeights(Dictionary<string, (long[] Shape, float[] Values)> weights) => From(weights).Trainable();

    /// <summary>Another view of the same weights, which gathers gradients of its own.</summary>
    public ReaderNetwork Share() => new ReaderNetwork(_weights.ToDictionary(w => w.Key, w => w.Value.detach(), StringComparer.Ordinal)).Trainable();

    /// <summary>Reads a batch.</summary>
    /// <param name="batch">The inputs.</param>
    /// <returns>Batch × 2 × tokens: how well an answer starts and ends there; what cannot be an answer is masked.</returns>
    public Tensor Forward(ReaderBatch batch)
    {
        using var scope = NewDisposeScope();
        var (size, length) = (batch.Ids.shape[0], batch.Ids.shape[1]);
        var x = Embed(batch.Ids, "embeddings.word_embeddings.weight")
            + _weights["embeddings.position_embeddings.weight"].narrow(0, 0, length)
            + Embed(batch.Types, "embeddings.token_type_embeddings.weight");
        x = Norm(x, "embeddings.LayerNorm");
        for (var layer = 0; layer < Layers; layer++)
        {
            var name = $"encoder.layer.{layer}.";
            x = Norm(x + Linear(Attend(x.to(Products), name, batch.AttentionMask, size, length), name + "attention.output.dense"), name + "attention.output.LayerNorm");
            var inner = nn.functional.gelu(Linear(x.to(Products), name + "intermediate.dense"));
            x = Norm(x + Linear(inner, name + "output.dense"), name + "output.LayerNorm");
        }

        return (nn.functional.linear(x, _weights["span.weight"], _weights["span.bias"]).transpose(1, 2) + batch.AnswerMask).MoveToOuterDisposeScope();
    }

    /// <summary>Writes all weights.</summary>
    public void Save(BinaryWriter file)
    {
        foreach (var (name, weight) in _weights.OrderBy(w => w.Key, StringComparer.Ordinal))
        {
            TensorFile.Write(file, name, weight);
        }
    }

    /// <summary>Reads weights that <see cref="Save"/> has written, into these.</summary>
    public void Load(BinaryReader file)
    {
        using var stopped = no_grad();
        for (var i = 0; i < _weights.Count; i++)
        {
            TensorFile.Read(file, name => _weights[name]);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var weight in _weights.Values)
        {
            weight.Dispose();
        }
    }

    private static ReaderNetwork From(IEnumerable<KeyValuePair<string, (long[] Shape, float[] Values)>> weights) =>
        new(weights.ToDictionary(w => w.Key, w => tensor(w.Value.Values).reshape(w.Value.Shape), StringComparer.Ordinal));

    private ReaderNetwork Trainable()
    {
        foreach (var weight in _weights.Values)
        {
            weight.requires_grad = true;
            weight.DetachFromDisposeScope();
        }

        return this;
    }

    private Tensor Attend(Tensor x, string name, Tensor mask, long size, long length)
    {
        Tensor Split(string part) => Linear(x, $"{name}attention.self.{part}").to(float32).view(size, length, Heads, Width / Heads).transpose(1, 2);
        var mixed = nn.functional.scaled_dot_product_attention(Split("query"), Split("key"), Split("value"), mask);
        return mixed.transpose(1, 2).reshape(size, length, Width).to(Products);
    }

    private Tensor Embed(Tensor ids, string name) => _weights[name].index_select(0, ids.flatten()).view(ids.shape[0], ids.shape[1], Width);

    private Tensor Linear(Tensor x, string name) => nn.functional.linear(x, _weights[name + ".weight"].to(Products), _weights[name + ".bias"].to(Products));

    private Tensor Norm(Tensor x, string name) =>
        nn.functional.layer_norm(x, [Width], _weights[name + ".weight"], _weights[name + ".bias"], NormEpsilon);
}
