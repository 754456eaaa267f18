using static TorchSharp.torch;

namespace QaBot.Training.Reader;

/// <summary>Examples of about the same length as tensors.</summary>
internal sealed class ReaderBatch
{
    /// <summary>Makes tensors of examples, each followed by its rival; they belong to the current dispose scope.</summary>
    public ReaderBatch(IEnumerable<ReaderExample> questions)
    {
        var examples = questions.SelectMany(question => question.Rows).ToList();
        var (size, length) = (examples.Count, examples.Max(e => e.Input.Ids.Length));
        var (ids, types) = (new long[size * length], new long[size * length]);
        var (attention, answer) = (new float[size * length], new float[size * length]);
        for (var i = 0; i < size; i++)
        {
            var input = examples[i].Input;
            var row = i * length;
            Array.Fill(attention, ReaderNetwork.Masked, row, length);
            Array.Fill(answer, ReaderNetwork.Masked, row + 1, length - 1);
            answer.AsSpan(row + input.WindowStart, input.Window.Count).Clear();
            attention.AsSpan(row, input.Ids.Length).Clear();
            for (var token = 0; token < input.Ids.Length; token++)
            {
                ids[row + token] = input.Ids[token];
                types[row + token] = token >= input.TitleStart ? 1 : 0;
            }
        }

        Ids = tensor(ids).reshape(size, length);
        Types = tensor(types).reshape(size, length);
        AttentionMask = tensor(attention).reshape(size, 1, 1, length);
        AnswerMask = tensor(answer).reshape(size, 1, length);
        Targets = tensor(examples.SelectMany(e => new long[] { e.Start, e.End }).ToArray()).reshape(size, 2);
        Rivalled = tensor(Enumerable.Range(0, size).Where(i => examples[i].Rival is not null).Select(i => (long)i).ToArray());
    }

    /// <summary>Word pieces: batch × tokens.</summary>
    public Tensor Ids { get; }

    /// <summary>0 for the question, 1 for title and window.</summary>
    public Tensor Types { get; }

    /// <summary>0 where there is a token, a large negative number where there is none: batch × 1 × 1 × tokens.</summary>
    public Tensor AttentionMask { get; }

    /// <summary>0 where an answer may begin or end, a large negative number elsewhere: batch × 1 × tokens.</summary>
    public Tensor AnswerMask { get; }

    /// <summary>The right start and end: batch × 2.</summary>
    public Tensor Targets { get; }

    /// <summary>The rows behind each of which stands its rival.</summary>
    public Tensor Rivalled { get; }

    /// <summary>
    /// The summed loss of the examples: for each the mean of both cross-entropies, and of both over the words of it and of its rival together, which makes windows
    /// comparable (shared normalisation, Clark and Gardner 2018).
    /// </summary>
    public Tensor Loss(ReaderNetwork network)
    {
        var scores = network.Forward(this);
        var loss = CrossEntropy(scores, Targets);
        if (Rivalled.numel() == 0)
        {
            return loss / 2;
        }

        var none = zeros(1, 1, scores.shape[2]);
        none[0, 0, 0] = ReaderNetwork.Masked;
        var words = scores + none;
        var together = cat([words.index_select(0, Rivalled), words.index_select(0, Rivalled + 1)], dim: 2);
        return (loss + CrossEntropy(together, Targets.index_select(0, Rivalled))) / 2;
    }

    private static Tensor CrossEntropy(Tensor scores, Tensor targets) =>
        nn.functional.cross_entropy(scores.flatten(0, 1), targets.flatten(), reduction: nn.Reduction.Sum);
}
