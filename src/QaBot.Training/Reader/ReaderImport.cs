using System.Runtime.InteropServices;

namespace QaBot.Training.Reader;

/// <summary>Reads the weights out of a file that <see cref="ReaderExport"/> wrote, so that training can go on from it: as exact as its 8-bit integers are.</summary>
internal sealed class ReaderImport
{
    private readonly Queue<OnnxTensors.Stored> _constants;
    private readonly Dictionary<string, (long[] Shape, float[] Values)> _weights = new(StringComparer.Ordinal);

    private ReaderImport(byte[] model)
    {
        _constants = new(OnnxTensors.Constants(model));
    }

    /// <summary>Shape and values of each weight by its name; the file has them in the order in which they were written.</summary>
    public static Dictionary<string, (long[] Shape, float[] Values)> Weights(byte[] model) => new ReaderImport(model).Read();

    private Dictionary<string, (long[] Shape, float[] Values)> Read()
    {
        var words = _constants.Dequeue();
        var scales = _constants.Dequeue().Floats;
        var bytes = MemoryMarshal.Cast<byte, sbyte>(words.Raw).ToArray();
        _weights["embeddings.word_embeddings.weight"] = (words.Shape, [.. bytes.Select((value, i) => value * scales[i / ReaderNetwork.Width])]);
        Take("embeddings.position_embeddings.weight");
        Take("embeddings.token_type_embeddings.weight");
        Norm("embeddings.LayerNorm");
        for (var layer = 0; layer < ReaderNetwork.Layers; layer++)
        {
            var name = $"encoder.layer.{layer}.";
            Linear(name + "attention.self.query", name + "attention.self.key", name + "attention.self.value");
            _constants.Dequeue();
            Linear(name + "attention.output.dense");
            Norm(name + "attention.output.LayerNorm");
            Linear(name + "intermediate.dense");
            Linear(name + "output.dense");
            Norm(name + "output.LayerNorm");
        }

        var head = _constants.Dequeue();
        _weights["span.weight"] = OnnxTensors.Transposed((head.Shape, head.Floats));
        Take("span.bias");
        return _weights;
    }

    private void Take(string name)
    {
        var constant = _constants.Dequeue();
        _weights[name] = (constant.Shape, constant.Floats);
    }

    private void Norm(string name)
    {
        Take(name + ".weight");
        Take(name + ".bias");
    }

    private void Linear(params string[] layers)
    {
        var matrix = _constants.Dequeue();
        _constants.Dequeue();
        var (scales, bias) = (_constants.Dequeue().Floats, _constants.Dequeue().Floats);
        var (depth, width) = ((int)matrix.Shape[0], (int)matrix.Shape[1]);
        var bytes = MemoryMarshal.Cast<byte, sbyte>(matrix.Raw).ToArray();
        var columns = OnnxTensors.Transposed((matrix.Shape, [.. bytes.Select((value, i) => value * scales[i % width])])).Values;
        var part = width / layers.Length;
        for (var i = 0; i < layers.Length; i++)
        {
            _weights[layers[i] + ".weight"] = ([part, depth], columns[(i * part * depth)..((i + 1) * part * depth)]);
            _weights[layers[i] + ".bias"] = ([part], bias[(i * part)..((i + 1) * part)]);
        }
    }
}
