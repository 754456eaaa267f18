using QaBot.Reading;
using QaBot.Training;
using QaBot.Training.Fitting;
using QaBot.Training.Reader;

const int Seed = 1;

switch (args)
{
    case ["reader", var data, var folder]:
        var tokenizer = new WordPieceTokenizer(new StringReader(System.Text.Encoding.UTF8.GetString(BaseEncoder.Vocabulary())));
        var examples = new ReaderExamples(data, tokenizer, Seed);
        var training = examples.Training();
        Console.WriteLine($"{training.Count} examples, {training.Count(e => e.Start > 0)} with an answer, {training.Sum(e => e.Input.Ids.Length)} tokens");
        var network = new ReaderTrainer(folder, Seed).Train(training);
        return 0;
    case ["export", var squad, var work, var file]:
        var vocabulary = System.Text.Encoding.UTF8.GetString(BaseEncoder.Vocabulary());
        var trained = ReaderNetwork.FromBase();
        trained.Load(Path.Combine(work, "weights.bin"));
        ReaderExport.Write(trained, vocabulary, file);
        using (var exported = ReaderModel.Open(File.ReadAllBytes(file), file, 2))
        {
            ReaderEvaluation.Run(trained, exported, new ReaderExamples(squad, exported.Tokenizer, Seed).Evaluation(500));
        }

        return 0;
    case ["fit-reader", var biographies, var most, var model, var directory]:
        using (var reader = new SpanReader(ReaderModel.Open(File.ReadAllBytes(model), model, 2)))
        {
            var clock = System.Diagnostics.Stopwatch.StartNew();
            var questions = QuestionReader.ReadAll(Article.ReadAll(biographies), reader, int.Parse(most, System.Globalization.CultureInfo.InvariantCulture));
            Console.WriteLine($"{questions.Count} questions in {clock.Elapsed.TotalSeconds:F0} s");
            var fitter = new Fitter(questions);
            fitter.CrossValidate();
            fitter.Write(directory);
        }

        return 0;
    case ["lexicon", var wordNet, var output]:
        WordNetDistiller.Run(wordNet, output);
        return 0;
    case ["fit", var articles, var set, var corpus, var output]:
        var trainer = new Trainer([.. Article.ReadAll(articles), .. await Article.ReadSetAsync(set, corpus)]);
        var confidence = new Confidence(trainer.CrossValidate());
        confidence.CrossValidate();
        var (answerable, right) = confidence.Fit();
        Directory.CreateDirectory(output);
        trainer.Write(output, answerable, right);
        return 0;
    default:
        Console.Error.WriteLine("Usage: lexicon WORDNET_DIRECTORY OUTPUT | fit BIOGRAPHIES QUESTIONS CORPUS OUTPUT_DIRECTORY");
        return 2;
}
