using System.Diagnostics;
using System.Globalization;
using System.Text;
using QaBot.Reading;
using QaBot.Training;
using QaBot.Training.Embedding;
using QaBot.Training.Fitting;
using QaBot.Training.Reader;
using static TorchSharp.torch;

const string Usage = """
    Usage:
      reader SQUAD WRITTEN WORK OUTPUT STEPS [FROM]
                                         trains the reader for STEPS steps on the questions in the folders SQUAD and WRITTEN, with checkpoints in the
                                         folder WORK from which a stopped run goes on, and writes OUTPUT (reader.onnx) and its hash; FROM is the reader
                                         that it begins with and whose mistakes it learns from, else it begins with the base encoder.
      examples SQUAD WRITTEN OUTPUT      writes what Gpu/distil.py learns from.
      weights MODEL OUTPUT               writes a reader's weights in 32 bits, to begin with there.
      export SQUAD WRITTEN WEIGHTS OUTPUT
                                         writes OUTPUT, the reader with the weights of the file WEIGHTS, and prints how often the two find other words.
      embedding SQUAD WRITTEN OUTPUT STEPS
                                         trains the vectors of word pieces by which windows are found that have other words than the question.
      mean ONE OTHER OUTPUT              writes the reader whose weights are the mean of two others' (Wortsman et al. 2022).
      fit MODEL OUTPUT MOST BIOGRAPHIES [QUESTIONS CORPUS]...
                                         fits ranking and confidence on MOST questions of each biography, answerable ones and others, and on the
                                         development halves of question sets, with the reader in the file MODEL; prints what each feature brings, writes both to the folder OUTPUT.
      lexicon WORDNET OUTPUT             distils the lexicon from WordNet's database.
    """;
const int Seed = 1;
const int Compared = 500;

switch (args)
{
    case ["reader", var squad, var written, var work, var output, var steps, .. var rest] when rest.Length <= 1:
        using (var mistaken = rest is [var from] ? new SpanReader(ReaderModel.Open(File.ReadAllBytes(from), from, threads: 1)) : null)
        {
            var examples = Examples(squad, written, mistaken);
            manual_seed(Seed);
            var begun = rest is [var path] ? ReaderNetwork.FromWeights(ReaderImport.Weights(File.ReadAllBytes(path))) : ReaderNetwork.FromBase();
            using var network = new ReaderTrainer(work, Seed).Train(begun, examples, int.Parse(steps, CultureInfo.InvariantCulture));
            Export(network, output, examples);
        }

        return 0;
    case ["examples", var squad, var written, var output]:
        Console.WriteLine($"{ExampleFile.Write(output, Examples(squad, written).All(squad))} examples written");
        return 0;
    case ["weights", var model, var output]:
        using (var network = ReaderNetwork.FromWeights(ReaderImport.Weights(File.ReadAllBytes(model))))
        using (var file = new BinaryWriter(File.Create(output)))
        {
            network.Save(file);
        }

        return 0;
    case ["export", var squad, var written, var weights, var output]:
        using (var network = ReaderNetwork.FromBase())
        {
            using (var file = new BinaryReader(File.OpenRead(weights)))
            {
                network.Load(file);
            }

            Export(network, output, Examples(squad, written));
        }

        return 0;
    case ["embedding", var squad, var written, var output, var count]:
        manual_seed(Seed);
        var trainer = new EmbeddingTrainer(squad, written, new WordPieceTokenizer(new StringReader(Vocabulary())), Seed);
        StaticEmbedding.Write(output, trainer.Train(int.Parse(count, CultureInfo.InvariantCulture)), ReaderNetwork.Width);
        return 0;
    case ["mean", var one, var other, var output]:
        var (left, right) = (ReaderImport.Weights(File.ReadAllBytes(one)), ReaderImport.Weights(File.ReadAllBytes(other)));
        using (var mean = ReaderNetwork.FromWeights(left.ToDictionary(w => w.Key, w => (w.Value.Shape, w.Value.Values.Zip(right[w.Key].Values, (a, b) => (a + b) / 2).ToArray()))))
        {
            ReaderExport.Write(mean, Vocabulary(), output);
        }

        return 0;
    case ["fit", var model, var output, var most, var biographies, .. var sets]:
        using (var reader = new SpanReader(ReaderModel.Open(File.ReadAllBytes(model), model, Environment.ProcessorCount)))
        {
            var articles = Article.ReadAll(biographies);
            foreach (var set in sets.Chunk(2))
            {
                articles.AddRange(await Article.ReadSetAsync(set[0], set[1]));
            }

            var clock = Stopwatch.StartNew();
            var questions = QuestionReader.ReadAll(articles, reader, int.Parse(most, CultureInfo.InvariantCulture));
            Console.WriteLine($"{questions.Count} questions read in {clock.Elapsed.TotalSeconds:F0} s");
            var fitter = new Fitter(questions);
            fitter.CrossValidate();
            fitter.Ablate();
            fitter.Write(output);
        }

        return 0;
    case ["lexicon", var wordNet, var output]:
        WordNetDistiller.Run(wordNet, output);
        return 0;
    default:
        Console.Error.WriteLine(Usage);
        return 2;
}

static string Vocabulary() => Encoding.UTF8.GetString(BaseEncoder.Vocabulary());

static ReaderExamples Examples(string squad, string written, SpanReader? mistaken = null) =>
    new(squad, written, new WordPieceTokenizer(new StringReader(Vocabulary())), mistaken, Seed);

static void Export(ReaderNetwork network, string output, ReaderExamples examples)
{
    ReaderExport.Write(network, Vocabulary(), output);
    using var exported = ReaderModel.Open(File.ReadAllBytes(output), output, Environment.ProcessorCount);
    ReaderEvaluation.Run(network, exported, examples.Evaluation(Compared));
}
