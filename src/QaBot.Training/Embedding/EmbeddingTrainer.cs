using QaBot.Reading;
using QaBot.Training.Reader;
using TorchSharp;
using static TorchSharp.torch;

namespace QaBot.Training.Embedding;

/// <summary>
/// Trains a vector a word piece, so that the sum of a question's is near the sum of those of the window that answers it and far from those of the other windows of
/// its document and of some others (in-batch negatives; a static embedding as in Model2Vec).
/// </summary>
internal sealed class EmbeddingTrainer
{
    private const double Rate = 2e-3;
    private const double Temperature = 0.05;
    private const int WindowsOfBatch = 400;
    private const int MostQuestionsOfDocument = 48;
    private const int MostWindowsOfDocument = 60;
    private const int HeldOutEvery = 25;

    /// <summary>Kept, since a scalar that is made for one call may be finalised in the middle of it.</summary>
    private static readonly Scalar One = 1;

    private readonly List<EmbeddingDocument> _training = [];
    private readonly List<EmbeddingDocument> _heldOut = [];
    private readonly Random _random;
    private readonly TorchSharp.Modules.Parameter _table;

    /// <summary>Reads documents and questions, and the vectors to begin with.</summary>
    public EmbeddingTrainer(string squad, string written, WordPieceTokenizer tokenizer, int seed)
    {
        _random = new Random(seed);
        var answerable = SquadFiles.Read<TrainingQuestion>(squad, "answerable.jsonl.gz").ToLookup(q => q.Article, StringComparer.Ordinal);
        var articles = SquadFiles.Read<SquadArticle>(squad, "articles.jsonl.gz").Where(a => a.Set == "train")
            .Select(a => EmbeddingDocument.Of(ReaderArticle.Of(a), answerable[a.Name], tokenizer)).ToList();
        var documents = WrittenDocument.ReadAll(written)
            .Select(d => EmbeddingDocument.Of(ReaderArticle.Of(d.Document), d.Document.Questions(d.Name).Where(q => q.Answers.Length > 0), tokenizer)).ToList();
        foreach (var (i, document) in articles.Concat(documents).Index())
        {
            (i % HeldOutEvery == 7 ? _heldOut : _training).Add(document);
        }

        var begun = PieceVectors.Of(tokenizer);
        var weights = Rarity(tokenizer.Count);
        for (var i = 0; i < begun.Length; i++)
        {
            begun[i] *= weights[i / ReaderNetwork.Width];
        }

        _table = nn.Parameter(tensor(begun).reshape(tokenizer.Count, ReaderNetwork.Width));
    }

    /// <summary>Trains.</summary>
    /// <param name="steps">So many batches, with a rate that falls towards the last.</param>
    /// <returns>The vectors, one after the other.</returns>
    public float[] Train(int steps)
    {
        using var adam = optim.Adam([_table], Rate);
        Report("before");
        using var batches = Batches().GetEnumerator();
        var sum = 0.0;
        for (var step = 1; step <= steps && batches.MoveNext(); step++)
        {
            using var scope = NewDisposeScope();
            foreach (var group in adam.ParamGroups)
            {
                group.LearningRate = Rate * (1 - ((double)step / steps));
            }

            adam.zero_grad();
            var (windows, questions) = batches.Current;
            var scores = Vectors([.. questions.Select(q => q.Question)]).matmul(Vectors(windows).t()) / Temperature;
            var loss = nn.functional.cross_entropy(scores, tensor(questions.Select(q => (long)q.Window).ToArray()));
            loss.backward();
            adam.step();
            sum += loss.item<float>();
            if (step % 100 == 0)
            {
                Console.WriteLine($"step {step} of {steps}, loss {sum / 100:F3}");
                sum = 0;
            }

            if (step % 500 == 0 || step == steps)
            {
                Report($"step {step}");
            }
        }

        return _table.data<float>().ToArray();
    }

    /// <summary>How often the first, or one of the first four, of a document's windows is the one that answers, over documents that were not learned from.</summary>
    private void Report(string when)
    {
        using var stopped = no_grad();
        var (count, first, four) = (0, 0, 0);
        foreach (var document in _heldOut.Where(d => d.Questions.Count > 0))
        {
            using var scope = NewDisposeScope();
            var scores = Vectors([.. document.Questions.Select(q => q.Question)]).matmul(Vectors(document.Windows).t());
            var right = tensor(document.Questions.Select(q => (long)q.Window).ToArray()).unsqueeze(1);
            var ahead = (scores > scores.gather(1, right)).sum(1).data<long>().ToArray();
            (count, first, four) = (count + ahead.Length, first + ahead.Count(a => a == 0), four + ahead.Count(a => a < 4));
        }

        Console.WriteLine(FormattableString.Invariant($"{when}: {count} questions of {_heldOut.Count} documents held out, the right window is the first for {(double)first / count:P1}, among four for {(double)four / count:P1}"));
    }

    private Tensor Vectors(IReadOnlyList<int[]> texts)
    {
        var pieces = tensor(texts.SelectMany(text => text.Select(piece => (long)piece)).ToArray());
        var owners = tensor(texts.SelectMany((text, i) => text.Select(_ => (long)i)).ToArray());
        return nn.functional.normalize(zeros(texts.Count, ReaderNetwork.Width).index_add(0, owners, _table.index_select(0, pieces), One), 2, 1);
    }

    /// <summary>Batches of whole documents, or of parts of large ones.</summary>
    private IEnumerable<(List<int[]> Windows, List<(int[] Question, int Window)> Questions)> Batches()
    {
        while (true)
        {
            var (windows, questions) = (new List<int[]>(), new List<(int[], int)>());
            foreach (var document in _training.OrderBy(_ => _random.Next()))
            {
                var asked = document.Questions.OrderBy(_ => _random.Next()).Take(MostQuestionsOfDocument).ToList();
                var taken = asked.Select(q => q.Window).Concat(Enumerable.Range(0, document.Windows.Count).OrderBy(_ => _random.Next())).Distinct().Take(MostWindowsOfDocument).ToList();
                questions.AddRange(asked.Where(q => taken.Contains(q.Window)).Select(q => (q.Question, windows.Count + taken.IndexOf(q.Window))));
                windows.AddRange(taken.Select(window => document.Windows[window]));
                if (windows.Count >= WindowsOfBatch)
                {
                    yield return (windows, questions);
                    (windows, questions) = ([], []);
                }
            }
        }
    }

    /// <summary>The inverse document frequency of each piece over the windows, as a share of the highest.</summary>
    private float[] Rarity(int pieces)
    {
        var counts = new int[pieces];
        var windows = _training.SelectMany(document => document.Windows).ToList();
        foreach (var piece in windows.SelectMany(window => window.Distinct()))
        {
            counts[piece]++;
        }

        return [.. counts.Select(count => (float)(Math.Log((windows.Count + 1) / (count + 1.0)) / Math.Log(windows.Count + 1)))];
    }
}
