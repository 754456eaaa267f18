using QaBot.Training;

switch (args)
{
    case ["lexicon", var wordNet, var output]:
        WordNetDistiller.Run(wordNet, output);
        return 0;
    case ["sentences", var biographies]:
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var articles = Article.ReadAll(biographies);
        var groups = SentenceTraining.Groups(articles);
        Console.WriteLine($"{watch.Elapsed.TotalSeconds:F0} s features");
        SentenceTraining.CrossValidate(groups, articles.Count);
        Console.WriteLine($"{watch.Elapsed.TotalSeconds:F0} s");
        var names = QaBot.Answering.Ranking.SentenceFeatures.Names;
        foreach (var (w, n) in SoftmaxTrainer.Fit(groups).Zip(names))
        {
            Console.WriteLine($"  {n} {w:F3}");
        }

        return 0;
    case ["spans", var biographies, var folds, var mode]:
        var all = Article.ReadAll(biographies);
        SpanTraining.CrossValidate(all, SentenceTraining.Groups(all), int.Parse(folds), mode == "paragraph");
        return 0;
    default:
        Console.Error.WriteLine("Usage: lexicon WORDNET_DIRECTORY OUTPUT | sentences BIOGRAPHIES");
        return 2;
}
