using QaBot.Chat;
using QaBot.Chunking;
using QaBot.Evaluation.Questions;
using QaBot.Evaluation.Runs;
using QaBot.Indexing;
using QaBot.Text;

namespace QaBot.Evaluation.Tests;

/// <summary>A corpus of a page with a question set over it, and a directory of its own for the reports.</summary>
internal sealed class TestCorpus : IDisposable
{
    public const string Text = """
        Ada Marlow was born in Bristol in 1931. Her father repaired clocks.

        Marlow opened her pottery in Falmouth in 1958. The pottery employed nine people.

        She received the Harbour Medal in 1972. The medal was designed by Tom Reeve.
        """;

    public const string Questions = """
        {"id":"t-1","kind":"where","question":"Where was Ada Marlow born?","answers":["Bristol"],"evidence":["Ada Marlow was born in Bristol in 1931."],"answerable":true}
        {"id":"t-2","kind":"when","question":"When did Marlow open her pottery in Falmouth?","answers":["1958"],"evidence":["Marlow opened her pottery in Falmouth in 1958."],"answerable":true}
        {"id":"t-3","kind":"number","question":"How many people did the pottery employ?","answers":["9"],"evidence":["The pottery employed nine people."],"answerable":true}
        {"id":"t-5","kind":"hostile","question":"<script>alert(1)</script> & \"quotes\" </details> what?","answers":[],"answerable":false}
        {"id":"t-6","kind":"far","question":"Which heldoutword submarine exploded near Jupiter?","answers":[],"answerable":false}
        {"id":"t-7","kind":"follow-up","question":"Who designed it?","answers":["Reeve"],"evidence":["The medal was designed by Tom Reeve."],"answerable":true,"context":["When did she receive the Harbour Medal?"]}
        """;

    private readonly DirectoryInfo _directory = System.IO.Directory.CreateTempSubdirectory("qabot-evaluation-");

    public TestCorpus(string text = Text, string questions = Questions)
    {
        Corpus = new Corpus([Document.FromText("marlow.txt", text)]);
        Index = PassageIndex.Build(Corpus, new ChunkingOptions());
        Set = QuestionSet.Parse("questions.jsonl", questions, Corpus);
    }

    public Corpus Corpus { get; }

    public PassageIndex Index { get; }

    public QuestionSet Set { get; }

    public string Directory => _directory.FullName;

    public EvaluationOptions Options(bool deletion = false, bool showHeldOut = false, Evaluation.Reports.EvaluationReport? baseline = null) => new()
    {
        Corpus = Corpus,
        Index = Index,
        Questions = Set,
        OutputDirectory = Directory,
        Deletion = deletion,
        ShowHeldOut = showHeldOut,
        Baseline = baseline,
        WarmUp = 2,
    };

    /// <summary>Options of a run with a model that words and grades.</summary>
    public EvaluationOptions ChatOptions(AnswerGenerator? generator, int parallel = 1) => new()
    {
        Corpus = Corpus,
        Index = Index,
        Questions = Set,
        OutputDirectory = Directory,
        Answerer = (corpus, index) => new QuestionAnswerer(corpus, index, options: null, time: null, generator is null ? null : new KernelOrchestrator(generator)),
        Grader = generator is null ? null : (new AnswerGrader(generator).GradeAsync, generator.Model),
        Prices = new ModelPrices(2, 8),
        Parallel = parallel,
        WarmUp = 0,
    };

    public void Dispose() => _directory.Delete(recursive: true);
}
