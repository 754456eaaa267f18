using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using QaBot.Reading;

namespace QaBot.Training.Reader;

/// <summary>Writes a trained reader as the file that the program reads with ONNX Runtime: weights as 8-bit integers, activations quantised while it runs.</summary>
internal static class ReaderExport
{
    /// <summary>
    /// Weights take 7 of 8 bits: processors with AVX2 and without VNNI add pairs of products in 16 bits, which 127 × 255 × 2 overflows
    /// (ONNX Runtime's documentation, "reduce_range").
    /// </summary>
    private const int Levels = 64;

    private const float NormEpsilon = 1e-12f;

    /// <summary>Writes the model, and its hash beside it.</summary>
    public static void Write(ReaderNetwork network, string vocabulary, string path)
    {
        var weights = network.Weights.ToDictionary(w => w.Key, w => w.Value.detach().data<float>().ToArray(), StringComparer.Ordinal);
        var model = Build(weights).ToModel([new(ReaderModel.VersionKey, ReaderModel.Version.ToString(CultureInfo.InvariantCulture)), new(ReaderModel.VocabularyKey, vocabulary)]);
        File.WriteAllBytes(path, model);
        File.WriteAllText(Path.ChangeExtension(path, ".sha256"), Convert.ToHexStringLower(SHA256.HashData(model)) + "\n", new UTF8Encoding(false));
    }

    private static OnnxGraph Build(Dictionary<string, float[]> weights)
    {
        var graph = new OnnxGraph();
        var ids = graph.Input("ids", OnnxGraph.Element.Int64);
        var positions = graph.Input("positions", OnnxGraph.Element.Int64);
        var segments = graph.Input("segments", OnnxGraph.Element.Int64);
        var mask = graph.Input("mask", OnnxGraph.Element.Int32);
        var x = Sum(graph, Words(graph, weights, ids), Table(graph, weights["embeddings.position_embeddings.weight"], positions), Table(graph, weights["embeddings.token_type_embeddings.weight"], segments));
        x = graph.Add("LayerNormalization", [x, Vector(graph, weights["embeddings.LayerNorm.weight"]), Vector(graph, weights["embeddings.LayerNorm.bias"])], ("axis", -1), ("epsilon", NormEpsilon));
        for (var layer = 0; layer < ReaderNetwork.Layers; layer++)
        {
            var name = $"encoder.layer.{layer}.";
            var parts = graph.Add("Split", [Linear(graph, weights, x, name + "attention.self.query", name + "attention.self.key", name + "attention.self.value"), Parts(graph)], 3, ("axis", 2));
            var mixed = graph.AddMicrosoft("MultiHeadAttention", [.. parts, "", mask], ("num_heads", ReaderNetwork.Heads));
            x = AddAndNorm(graph, weights, Linear(graph, weights, mixed, name + "attention.output.dense"), x, name + "attention.output.LayerNorm");
            var inner = graph.AddMicrosoft("Gelu", [Linear(graph, weights, x, name + "intermediate.dense")]);
            x = AddAndNorm(graph, weights, Linear(graph, weights, inner, name + "output.dense"), x, name + "output.LayerNorm");
        }

        var head = graph.Constant<float>(OnnxGraph.Element.Float, Transposed(weights["span.weight"], 2, ReaderNetwork.Width), ReaderNetwork.Width, 2);
        graph.Output("scores", graph.Add("Add", [graph.Add("MatMul", [x, head]), Vector(graph, weights["span.bias"])]), 2);
        return graph;
    }

    /// <summary>Word vectors as bytes, with a scale a row.</summary>
    private static string Words(OnnxGraph graph, Dictionary<string, float[]> weights, string ids)
    {
        var table = weights["embeddings.word_embeddings.weight"];
        var rows = table.Length / ReaderNetwork.Width;
        var (bytes, scales) = (new sbyte[table.Length], new float[rows]);
        for (var row = 0; row < rows; row++)
        {
            var values = table.AsSpan(row * ReaderNetwork.Width, ReaderNetwork.Width);
            scales[row] = Scale(values, sbyte.MaxValue);
            for (var i = 0; i < values.Length; i++)
            {
                bytes[(row * ReaderNetwork.Width) + i] = (sbyte)MathF.Round(values[i] / scales[row]);
            }
        }

        var vectors = graph.Add("Gather", [graph.Constant<sbyte>(OnnxGraph.Element.Int8, bytes, rows, ReaderNetwork.Width), ids]);
        var scale = graph.Add("Gather", [graph.Constant<float>(OnnxGraph.Element.Float, scales, rows, 1), ids]);
        return graph.Add("Mul", [graph.Add("Cast", [vectors], ("to", (int)OnnxGraph.Element.Float)), scale]);
    }

    private static string Table(OnnxGraph graph, float[] table, string ids) =>
        graph.Add("Gather", [graph.Constant<float>(OnnxGraph.Element.Float, table, table.Length / ReaderNetwork.Width, ReaderNetwork.Width), ids]);

    private static string Sum(OnnxGraph graph, string first, string second, string third) => graph.Add("Add", [graph.Add("Add", [first, second]), third]);

    private static string Parts(OnnxGraph graph) => graph.Constant<long>(OnnxGraph.Element.Int64, [ReaderNetwork.Width, ReaderNetwork.Width, ReaderNetwork.Width], 3);

    private static string Vector(OnnxGraph graph, float[] values) => graph.Constant<float>(OnnxGraph.Element.Float, values, values.Length);

    private static string AddAndNorm(OnnxGraph graph, Dictionary<string, float[]> weights, string x, string residual, string norm) =>
        graph.AddMicrosoft("SkipLayerNormalization", [x, residual, Vector(graph, weights[norm + ".weight"]), Vector(graph, weights[norm + ".bias"])], ("epsilon", NormEpsilon));

    /// <summary>One product of several layers with the same input: weights as bytes with a scale a column.</summary>
    private static string Linear(OnnxGraph graph, Dictionary<string, float[]> weights, string x, params string[] layers)
    {
        var bias = layers.SelectMany(layer => weights[layer + ".bias"]).ToArray();
        var rows = layers.SelectMany(layer => weights[layer + ".weight"]).ToArray();
        var (width, depth) = (bias.Length, rows.Length / bias.Length);
        var (bytes, scales) = (new sbyte[rows.Length], new float[width]);
        for (var column = 0; column < width; column++)
        {
            var values = rows.AsSpan(column * depth, depth);
            scales[column] = Scale(values, Levels - 1);
            for (var i = 0; i < depth; i++)
            {
                bytes[(i * width) + column] = (sbyte)MathF.Round(values[i] / scales[column]);
            }
        }

        var matrix = graph.Constant<sbyte>(OnnxGraph.Element.Int8, bytes, depth, width);
        var zeros = graph.Constant<sbyte>(OnnxGraph.Element.Int8, new sbyte[width], width);
        return graph.AddMicrosoft("DynamicQuantizeMatMul", [x, matrix, Vector(graph, scales), zeros, Vector(graph, bias)]);
    }

    private static float Scale(ReadOnlySpan<float> values, int levels)
    {
        var most = 1e-12f;
        foreach (var value in values)
        {
            most = Math.Max(most, Math.Abs(value));
        }

        return most / levels;
    }

    private static float[] Transposed(float[] values, int rows, int columns)
    {
        var transposed = new float[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            transposed[(i % columns * rows) + (i / columns)] = values[i];
        }

        return transposed;
    }
}
