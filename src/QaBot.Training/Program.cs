using QaBot.Training;

switch (args)
{
    case ["lexicon", var wordNet, var output]:
        WordNetDistiller.Run(wordNet, output);
        return 0;
    case ["fit", var biographies, var questions, var corpus, var output]:
        var trainer = new Trainer([.. Article.ReadAll(biographies), .. await Article.ReadSetAsync(questions, corpus)]);
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
