using System.Runtime.InteropServices;
using Google.Protobuf;

namespace QaBot.Training.Reader;

/// <summary>The weights of an ONNX file of a BERT encoder, by BERT's names.</summary>
/// <remarks>
/// Field numbers are those of <c>onnx.proto</c>: <c>ModelProto.graph</c> 7, <c>GraphProto.node</c> 1 and <c>initializer</c> 5. An export of
/// PyTorch stores the weights of linear layers input × output under a number; the name of the product's result says whose they are.
/// </remarks>
internal static class OnnxTensors
{
    private const int Float = 1;

    /// <summary>Reads the weights.</summary>
    /// <returns>Shape and values by name, such as <c>encoder.layer.0.attention.self.query.weight</c> (stored output × input) and <c>….bias</c>.</returns>
    public static Dictionary<string, (long[] Shape, float[] Values)> Read(byte[] model)
    {
        var tensors = new Dictionary<string, (long[] Shape, float[] Values)>(StringComparer.Ordinal);
        var products = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var graph in Fields(model, 7))
        {
            foreach (var tensor in Fields(graph, 5))
            {
                if (ReadTensor(tensor) is { Type: Float } stored)
                {
                    tensors[stored.Name] = (stored.Shape, stored.Floats);
                }
            }

            foreach (var node in Fields(graph, 1))
            {
                var inputs = Fields(node, 1).Select(System.Text.Encoding.UTF8.GetString).ToList();
                if (System.Text.Encoding.UTF8.GetString(Fields(node, 4).Single()) == "MatMul" && inputs.Count == 2 && tensors.ContainsKey(inputs[1]))
                {
                    products[inputs[1]] = System.Text.Encoding.UTF8.GetString(Fields(node, 2).Single());
                }
            }
        }

        foreach (var (number, product) in products)
        {
            tensors[NameOf(product)] = Transposed(tensors[number]);
            tensors.Remove(number);
        }

        return tensors;
    }

    /// <summary>All constants of a model, in the file's order.</summary>
    public static List<Stored> Constants(byte[] model) => [.. Fields(model, 7).SelectMany(graph => Fields(graph, 5)).Select(ReadTensor)];

    /// <summary><c>/encoder/layer.0/output/dense/MatMul_output_0</c> is the product of <c>encoder.layer.0.output.dense.weight</c>.</summary>
    private static string NameOf(string product) => string.Join('.', product.Trim('/').Split('/')[..^1]) + ".weight";

    /// <summary>Rows × columns as columns × rows.</summary>
    public static (long[] Shape, float[] Values) Transposed((long[] Shape, float[] Values) tensor)
    {
        var (rows, columns) = ((int)tensor.Shape[0], (int)tensor.Shape[1]);
        var values = new float[tensor.Values.Length];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                values[(column * rows) + row] = tensor.Values[(row * columns) + column];
            }
        }

        return ([columns, rows], values);
    }

    private static Stored ReadTensor(byte[] tensor)
    {
        var input = new CodedInputStream(tensor);
        var (name, type, shape, raw) = ("", 0, new List<long>(), Array.Empty<byte>());
        while (input.ReadTag() is var tag and not 0)
        {
            switch (WireFormat.GetTagFieldNumber(tag))
            {
                case 1 when WireFormat.GetTagWireType(tag) == WireFormat.WireType.Varint:
                    shape.Add(input.ReadInt64());
                    break;
                case 2:
                    type = input.ReadInt32();
                    break;
                case 8:
                    name = input.ReadString();
                    break;
                case 9:
                    raw = input.ReadBytes().ToByteArray();
                    break;
                default:
                    input.SkipLastField();
                    break;
            }
        }

        return new Stored(name, type, [.. shape], raw);
    }

    private static IEnumerable<byte[]> Fields(byte[] message, int number)
    {
        var input = new CodedInputStream(message);
        while (input.ReadTag() is var tag and not 0)
        {
            if (WireFormat.GetTagFieldNumber(tag) == number)
            {
                yield return input.ReadBytes().ToByteArray();
            }
            else
            {
                input.SkipLastField();
            }
        }
    }

    /// <summary>A constant as the file has it.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Type">ONNX's code of the type of its values.</param>
    /// <param name="Shape">Its dimensions.</param>
    /// <param name="Raw">Its values, little-endian.</param>
    internal sealed record Stored(string Name, int Type, long[] Shape, byte[] Raw)
    {
        /// <summary>The values of a constant of 32-bit numbers.</summary>
        public float[] Floats => MemoryMarshal.Cast<byte, float>(Raw).ToArray();
    }
}
