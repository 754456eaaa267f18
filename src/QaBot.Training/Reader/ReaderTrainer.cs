using System.Diagnostics;
using static TorchSharp.torch;

namespace QaBot.Training.Reader;

/// <summary>Trains a reader on examples; stops and goes on at its checkpoints.</summary>
/// <remarks>
/// A step's examples are shared out among workers of one thread each, which add up their gradients: one core that is busy with something
/// else then costs its share, where OpenMP's threads would wait for the slower one in every product.
/// </remarks>
internal sealed class ReaderTrainer(string directory, int seed)
{
    private const int TokensOfStep = 4096;
    private const int BatchesOfStep = 2;
    private const int ExamplesOfChunk = 2000;
    private const int StepsBetweenCheckpoints = 100;
    private const int StepsBetweenReports = 20;
    private const double Rate = 1.5e-4;
    private const double WarmUp = 0.05;
    private const double MostNorm = 1;

    private string CheckpointPath => Path.Combine(directory, "checkpoint.bin");

    /// <summary>Trains.</summary>
    /// <param name="network">The network to begin with.</param>
    /// <param name="examples">Where the examples come from.</param>
    /// <param name="total">After so many steps it ends, with a learning rate that falls towards them.</param>
    public ReaderNetwork Train(ReaderNetwork network, ReaderExamples examples, int total)
    {
        Directory.CreateDirectory(directory);
        var adam = new AdamW(network);
        var done = Resume(network, adam);
        using var steps = Steps(examples.Training(run: done)).GetEnumerator();
        var workers = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => network.Share()).ToArray();
        var (clock, loss, began) = (Stopwatch.StartNew(), 0.0, done);
        while (done < total && steps.MoveNext())
        {
            loss += Step(workers, steps.Current);
            using (NewDisposeScope())
            {
                var gradients = Gradients(workers, steps.Current.Sum(batch => batch.Length));
                adam.Step(++done, RateAt((double)done / total), gradients);
            }

            if (done % StepsBetweenReports == 0)
            {
                var left = clock.Elapsed / (done - began) * (total - done);
                Console.WriteLine($"step {done} of {total}, loss {loss / StepsBetweenReports:F3}, {left.TotalMinutes:F0} min left");
                loss = 0;
            }

            if (done % StepsBetweenCheckpoints == 0 || done == total)
            {
                Save(network, adam, done);
            }
        }

        return network;
    }

    /// <summary>Batches in random order, so many a step.</summary>
    private IEnumerable<ReaderExample[][]> Steps(IEnumerable<ReaderExample> examples)
    {
        var random = new Random(seed);
        using var chunks = examples.Chunk(ExamplesOfChunk).GetEnumerator();
        var next = Task.Run(chunks.MoveNext);
        try
        {
            while (next.GetAwaiter().GetResult())
            {
                // The examples of the next chunk are made while this one is learned from.
                var chunk = chunks.Current;
                next = Task.Run(chunks.MoveNext);
                foreach (var step in Batches(chunk).OrderBy(_ => random.Next()).Chunk(BatchesOfStep))
                {
                    yield return step;
                }
            }
        }
        finally
        {
            Task.WaitAny(next);
        }
    }

    /// <summary>Batches of examples of about the same length.</summary>
    private static IEnumerable<ReaderExample[]> Batches(ReaderExample[] examples)
    {
        var batch = new List<ReaderExample>();
        foreach (var example in examples.OrderBy(e => e.Input.Ids.Length))
        {
            if (batch.Count > 0 && (batch.Count + 1) * example.Input.Ids.Length > TokensOfStep / BatchesOfStep)
            {
                yield return [.. batch];
                batch.Clear();
            }

            batch.Add(example);
        }

        yield return [.. batch];
    }

    private static double Step(ReaderNetwork[] workers, ReaderExample[][] batches)
    {
        var (next, loss) = (-1, 0.0);
        var threads = workers.Select(worker => new Thread(() =>
        {
            set_num_threads(1);
            while (Interlocked.Increment(ref next) is var i && i < batches.Length)
            {
                using var scope = NewDisposeScope();
                var sum = new ReaderBatch(batches[i]).Loss(worker);
                sum.backward();
                var value = sum.item<float>();
                lock (workers)
                {
                    loss += value;
                }
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return loss / batches.Sum(batch => batch.Length);
    }

    private static double RateAt(double done) => Rate * Math.Min(done / WarmUp, (1 - done) / (1 - WarmUp));

    /// <summary>The mean gradient of an example, cut to the greatest length; the workers' own are cleared.</summary>
    private static Dictionary<string, Tensor> Gradients(ReaderNetwork[] workers, int examples)
    {
        using var stopped = no_grad();
        var gradients = workers[0].Trained.ToDictionary(w => w.Key, w => Sum(workers, w.Key), StringComparer.Ordinal);
        var norm = Math.Sqrt(gradients.Values.Sum(g => (double)g.square().sum().item<float>())) / examples;
        foreach (var gradient in gradients.Values)
        {
            gradient.mul_(Math.Min(1, MostNorm / norm) / examples);
        }

        foreach (var weight in workers.SelectMany(worker => worker.Trained).Select(w => w.Value))
        {
            weight.grad?.zero_();
        }

        return gradients;
    }

    private static Tensor Sum(ReaderNetwork[] workers, string name) => workers.Select(w => w.Weights[name].grad).OfType<Tensor>().Aggregate((a, b) => a + b);

    private void Save(ReaderNetwork network, AdamW adam, int done)
    {
        var part = CheckpointPath + ".part";
        using (var file = new BinaryWriter(File.Create(part)))
        {
            file.Write(done);
            network.Save(file);
            adam.Save(file);
        }

        File.Move(part, CheckpointPath, overwrite: true);
    }

    private int Resume(ReaderNetwork network, AdamW adam)
    {
        if (!File.Exists(CheckpointPath))
        {
            return 0;
        }

        using var file = new BinaryReader(File.OpenRead(CheckpointPath));
        var done = file.ReadInt32();
        network.Load(file);
        adam.Load(file);
        Console.WriteLine($"going on behind step {done}");
        return done;
    }
}
