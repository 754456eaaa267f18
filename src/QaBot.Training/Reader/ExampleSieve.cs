using QaBot.Reading;

namespace QaBot.Training.Reader;

/// <summary>Leaves out most of the examples that a reader reads without a mistake already, since they teach it little (Jiang et al. 2019, selective backpropagation).</summary>
/// <param name="model">The reader.</param>
internal sealed class ExampleSieve(ReaderModel model)
{
    /// <summary>The share that is kept of the examples that it reads without any loss, so that it does not forget them.</summary>
    private const double LeastKept = 0.2;

    private const int ExamplesOfBatch = 8;

    /// <summary>The examples to learn from: each with a probability of <see cref="LeastKept"/> and its loss together.</summary>
    /// <param name="examples">All of them.</param>
    /// <param name="random">Decides.</param>
    public IEnumerable<ReaderExample> Sift(IEnumerable<ReaderExample> examples, Random random) => examples.Chunk(ExamplesOfBatch)
        .SelectMany(batch => batch.Zip(Losses(batch)).Where(pair => random.NextDouble() < LeastKept + pair.Second).Select(pair => pair.First));

    /// <summary>For each example the mean cross-entropy of its start and its end.</summary>
    private IEnumerable<double> Losses(ReaderExample[] batch)
    {
        var scores = model.Score([.. batch.Select(example => example.Input)]);
        var stride = scores.Length / batch.Length;
        return batch.Select((example, i) =>
        {
            var own = new ArraySegment<float>(scores, i * stride, stride);
            return (Loss(own, example, example.Start, 0) + Loss(own, example, example.End, 1)) / 2;
        });
    }

    private static double Loss(ArraySegment<float> scores, ReaderExample example, int right, int part)
    {
        var sum = Math.Exp(scores[part]);
        for (var i = 0; i < example.Input.Window.Count; i++)
        {
            sum += Math.Exp(scores[((example.Input.WindowStart + i) * 2) + part]);
        }

        return Math.Log(sum) - scores[(right * 2) + part];
    }
}
