using QaBot.Reading;
using static TorchSharp.torch;

namespace QaBot.Training.Reader;

/// <summary>Asks the trained reader and the exported one the same questions, of articles that were not learned from.</summary>
internal static class ReaderEvaluation
{
    private const int LongestAnswer = 40;
    private const int BatchSize = 8;

    /// <summary>Prints how often each finds exactly the right words, or rightly nothing, and how often the two differ.</summary>
    public static void Run(ReaderNetwork network, ReaderModel exported, List<ReaderExample> examples)
    {
        var (trained, written, differing) = (0, 0, 0);
        foreach (var batch in examples.OrderBy(e => e.Input.Ids.Length).Chunk(BatchSize))
        {
            using var scope = NewDisposeScope();
            using var stopped = no_grad();
            var ofNetwork = network.Forward(new ReaderBatch(batch)).transpose(1, 2).contiguous().data<float>().ToArray();
            var ofModel = exported.Score([.. batch.Select(e => e.Input)]);

            // A batch is filled up to other lengths here and there.
            var (networkStride, modelStride) = (ofNetwork.Length / batch.Length, ofModel.Length / batch.Length);
            for (var i = 0; i < batch.Length; i++)
            {
                var (left, right) = (Best(batch[i].Input, ofNetwork.AsSpan(i * networkStride, networkStride)), Best(batch[i].Input, ofModel.AsSpan(i * modelStride, modelStride)));
                trained += left == (batch[i].Start, batch[i].End) ? 1 : 0;
                written += right == (batch[i].Start, batch[i].End) ? 1 : 0;
                differing += left == right ? 0 : 1;
            }
        }

        Console.WriteLine(FormattableString.Invariant(
            $"{examples.Count} questions of articles held out: trained {(double)trained / examples.Count:P1} exactly right, exported {(double)written / examples.Count:P1}; {differing} spans differ"));
    }

    private static (int Start, int End) Best(ReaderInput input, ReadOnlySpan<float> scores)
    {
        var (best, span) = (scores[0] + scores[1], (0, 0));
        for (var start = input.WindowStart; start < input.WindowStart + input.Window.Count; start++)
        {
            for (var end = start; end < Math.Min(input.WindowStart + input.Window.Count, start + LongestAnswer); end++)
            {
                if (scores[start * 2] + scores[(end * 2) + 1] is var score && score > best)
                {
                    (best, span) = (score, (start, end));
                }
            }
        }

        return span;
    }
}
