using System.Numerics.Tensors;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using QaBot.Reading;
using QaBot.Training.Reader;

namespace QaBot.Training.Embedding;

/// <summary>What the base encoder makes of each word piece by itself: where training of the embedding begins (as in Model2Vec, Tulkens and van Dongen 2024).</summary>
internal static class PieceVectors
{
    private const int BatchSize = 64;

    /// <summary>A vector a piece, one after the other, centred and as long as 1.</summary>
    public static float[] Of(WordPieceTokenizer tokenizer)
    {
        var pieces = tokenizer.Count;
        using var session = new InferenceSession(BaseEncoder.Model());
        var vectors = new float[pieces * ReaderNetwork.Width];
        for (var first = 0; first < pieces; first += BatchSize)
        {
            var count = Math.Min(BatchSize, pieces - first);
            var ids = Enumerable.Range(first, count).SelectMany(piece => new long[] { tokenizer.Start, piece, tokenizer.Separator }).ToArray();
            var inputs = session.InputMetadata.Keys.Select(name => NamedOnnxValue.CreateFromTensor(name, new DenseTensor<long>(
                name switch { "input_ids" => ids, "attention_mask" => [.. ids.Select(_ => 1L)], _ => new long[ids.Length] }, [count, 3]))).ToList();
            using var outputs = session.Run(inputs);
            var hidden = outputs.Select(output => output.AsTensor<float>()).First(output => output.Dimensions.Length == 3);
            for (var i = 0; i < count; i++)
            {
                for (var d = 0; d < ReaderNetwork.Width; d++)
                {
                    vectors[((first + i) * ReaderNetwork.Width) + d] = hidden[i, 0, d];
                }
            }
        }

        Centre(vectors, pieces);
        return vectors;
    }

    private static void Centre(float[] vectors, int pieces)
    {
        for (var d = 0; d < ReaderNetwork.Width; d++)
        {
            var mean = Enumerable.Range(0, pieces).Average(piece => vectors[(piece * ReaderNetwork.Width) + d]);
            for (var piece = 0; piece < pieces; piece++)
            {
                vectors[(piece * ReaderNetwork.Width) + d] -= mean;
            }
        }

        foreach (var piece in Enumerable.Range(0, pieces))
        {
            var vector = vectors.AsSpan(piece * ReaderNetwork.Width, ReaderNetwork.Width);
            var norm = TensorPrimitives.Norm<float>(vector);
            TensorPrimitives.Divide(vector, norm, vector);
        }
    }
}
