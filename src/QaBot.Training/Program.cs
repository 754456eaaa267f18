using QaBot.Training;

switch (args)
{
    case ["lexicon", var wordNet, var output]:
        WordNetDistiller.Run(wordNet, output);
        return 0;
    case ["fit", var biographies, var output]:
        var trainer = new Trainer(Article.ReadAll(biographies));
        var outcomes = trainer.CrossValidate();
        trainer.Write(output, Confidence.Fit(outcomes));
        return 0;
    default:
        Console.Error.WriteLine("Usage: lexicon WORDNET_DIRECTORY OUTPUT | fit BIOGRAPHIES OUTPUT_DIRECTORY");
        return 2;
}
