using static TorchSharp.torch;

namespace QaBot.Training.Reader;

/// <summary>Examples of about the same length as tensors.</summary>
internal sealed class ReaderBatch
{
    /// <summary>Makes tensors of examples; they belong to the current dispose scope.</summary>
    public ReaderBatch(IReadOnlyList<ReaderExample> examples)
    {
        // Few lengths, since each new shape of a product is compiled first.
        var (size, length) = (examples.Count, (examples.Max(e => e.Input.Ids.Length) + 7) / 8 * 8);
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
    }

    /// <summary>Word pieces: batch × tokens.</summary>
    public Tensor Ids { get; }

    /// <summary>0 for the question, 1 for what is read.</summary>
    public Tensor Types { get; }

    /// <summary>0 where there is a token, a large negative number where there is none: batch × 1 × 1 × tokens.</summary>
    public Tensor AttentionMask { get; }

    /// <summary>0 where an answer may begin or end, a large negative number elsewhere: batch × 1 × tokens.</summary>
    public Tensor AnswerMask { get; }

    /// <summary>The right start and end: batch × 2.</summary>
    public Tensor Targets { get; }

    /// <summary>The summed loss of the examples: for each the mean of both cross-entropies.</summary>
    public Tensor Loss(ReaderNetwork network) =>
        nn.functional.cross_entropy(network.Forward(this).flatten(0, 1), Targets.flatten(), reduction: nn.Reduction.Sum) / 2;
}
