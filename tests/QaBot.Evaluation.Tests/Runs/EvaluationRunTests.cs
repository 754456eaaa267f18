using Microsoft.Extensions.AI;
using QaBot.Answering;
using QaBot.Chat;
using QaBot.Chat.Prompts;
using QaBot.Evaluation.Reports;
using QaBot.Evaluation.Runs;
using QaBot.Testing;
using Xunit;

namespace QaBot.Evaluation.Tests.Runs;

public sealed class EvaluationRunTests
{
    [Fact]
    public async Task RunAsync_SmallCorpus_JudgesAndWritesReports()
    {
        using var test = new TestCorpus();
        var report = await EvaluationRun.RunAsync(test.Options());
        Assert.Equal(["t-1", "t-2", "t-3", "t-5", "t-6", "t-7"], report.Judgements.Select(j => j.Id));
        var first = report.Judgements[0];
        Assert.True(first.Correct);
        Assert.True(first.Headline);
        Assert.True(first.EvidenceCited);
        Assert.Equal([1], first.EvidenceRanks);
        Assert.Equal(4, report.Find("dev")!.Count);
        Assert.Equal(2, report.Find("heldout")!.Count);
        Assert.Equal(1, report.Find("overall", "where")!.Metrics["correct"].Value);
        Assert.Equal(["report.html", "report.json"], Directory.GetFiles(test.Directory).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task RunAsync_Context_IsAskedFirst()
    {
        using var test = new TestCorpus();
        var report = await EvaluationRun.RunAsync(test.Options());
        var detail = Assert.Single(report.Details, d => d.Question.Id == "t-7");
        Assert.Contains("medal", detail.Answer.ReadAs, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task RunAsync_Cancelled_GoesOnWhereItStopped()
    {
        using var test = new TestCorpus();
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            EvaluationRun.RunAsync(test.Options(), new Told(p => Stop(stop, p.Done == 3)), stop.Token));
        var rows = Assert.Single(Directory.GetFiles(test.Directory));
        Assert.Equal(3, File.ReadAllLines(rows).Length);

        await File.AppendAllTextAsync(rows, """{"id":"t-5","answer":{"quest""");
        var progress = new List<EvaluationProgress>();
        var report = await EvaluationRun.RunAsync(test.Options(), new Told(progress.Add));
        Assert.Equal(6, report.Judgements.Count);
        Assert.All(progress, p => Assert.Equal(3, p.Resumed));
        Assert.Equal([3, 3, 3, 4, 5, 6], progress.Select(p => p.Done));
        Assert.Equal(TimeSpan.Zero, progress[^1].Remaining);
        Assert.False(File.Exists(rows));
    }

    [Fact]
    public async Task RunAsync_OtherOptions_DoNotResume()
    {
        using var test = new TestCorpus();
        Assert.NotEqual(RunJournal.FileNameOf(test.Options()), RunJournal.FileNameOf(test.Options(deletion: true)));
        using var other = new TestCorpus(TestCorpus.Text + "\nMore.");
        Assert.NotEqual(RunJournal.FileNameOf(test.Options()), RunJournal.FileNameOf(other.Options()));
        using var same = new TestCorpus();
        Assert.Equal(RunJournal.FileNameOf(test.Options()), RunJournal.FileNameOf(same.Options()));
        await Task.CompletedTask;
    }

    [Fact]
    public async Task RunAsync_Deletion_IsTriedForEveryAnswer()
    {
        using var test = new TestCorpus();
        var report = await EvaluationRun.RunAsync(test.Options(deletion: true));
        Assert.All(report.Judgements, j => Assert.Equal(j.Answered, j.DependsOnCitation is not null));
        Assert.NotNull(report.Find("overall")!.Metrics["causal-citation"].Value);
    }

    [Fact]
    public async Task RunAsync_Baseline_ComparesHalves()
    {
        using var test = new TestCorpus();
        var baseline = EvaluationReport.Parse((await EvaluationRun.RunAsync(test.Options())).ToJson());
        var report = await EvaluationRun.RunAsync(test.Options(baseline: baseline));
        Assert.Equal(["overall", "dev", "heldout"], report.Baseline.Select(b => b.Half));
        Assert.Equal([6, 4, 2], report.Baseline.Select(b => b.Count));
        Assert.Equal(0, report.Baseline[0].Differences["correct"].Difference);
    }

    [Fact]
    public async Task RunAsync_Parallel_HasTheSameFiguresInTheSameOrder()
    {
        using var test = new TestCorpus();
        var one = await EvaluationRun.RunAsync(test.Options());
        var many = await EvaluationRun.RunAsync(test.ChatOptions(generator: null, parallel: 4));

        Assert.Equal(one.Judgements.Select(j => (j.Id, j.Correct)), many.Judgements.Select(j => (j.Id, j.Correct)));
        Assert.Null(many.Model);
        Assert.DoesNotContain("\"model\"", many.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_ModelAndJudge_AreReportedApart()
    {
        using var test = new TestCorpus();
        var report = await EvaluationRun.RunAsync(test.ChatOptions(Model(Says), parallel: 3));

        Assert.Equal([("found-without-model", 2), ("nothing-verified", 1)], report.Model!.Notices.Select(notice => (notice.Key, notice.Value)));
        Assert.Equal(1, report.Model.Worded);
        Assert.Equal(report.Model.Usage.Calls * 100, report.Model.Usage.InputTokens);
        Assert.Equal(((report.Model.Usage.InputTokens * 2.0) + (report.Model.Usage.OutputTokens * 8.0)) / 1_000_000, report.Model.Cost);
        Assert.Equal((5, 0, 1), (report.Judge!.Correct, report.Judge.Incorrect, report.Judge.Unreadable));
        Assert.Equal(6, report.Judge.Usage!.Calls);
        Assert.Contains("Models: what they said and cost", report.ToHtml(), StringComparison.Ordinal);
        Assert.Contains(report.ToTables(), table => table.Rows.Any(row => row.Contains("as judged by rules")));
        Assert.Equal(report.Judge, EvaluationReport.Parse(report.ToJson()).Judge);
    }

    [Fact]
    public async Task RunAsync_WrongKey_StopsInsteadOfMeasuringSomethingElse()
    {
        using var test = new TestCorpus();
        var model = Model(_ => new ScriptedReply() { Fault = new ChatFaultException(ChatFault.WrongKey, "Check the key.") });

        var thrown = await Assert.ThrowsAsync<ChatFaultException>(() => EvaluationRun.RunAsync(test.ChatOptions(model)));

        Assert.Equal(ChatFault.WrongKey, thrown.Fault);
    }

    [Fact]
    public async Task RunAsync_SettingThatTheEndpointDoesNotKeep_GoesOn()
    {
        using var test = new TestCorpus();
        var model = Model(messages => Says(messages) with { Remark = "The model's endpoint does not take the temperature." });

        var report = await EvaluationRun.RunAsync(test.ChatOptions(model));

        Assert.Contains("bad-request", report.Model!.Notices.Keys);
        Assert.Equal(1, report.Model.Worded);
    }

    [Fact]
    public async Task RunAsync_ModelStopped_GoesOnWhereItStopped()
    {
        using var test = new TestCorpus();
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            EvaluationRun.RunAsync(test.ChatOptions(Model(Says)), new Told(p => Stop(stop, p.Done == 3)), stop.Token));
        var client = new ScriptedChatClient(Says);

        var report = await EvaluationRun.RunAsync(test.ChatOptions(new AnswerGenerator(AnswerGenerator.KernelOver(client), Prompts)));

        Assert.Equal(6, report.Judge!.Correct + report.Judge.Incorrect + report.Judge.Unreadable);
        Assert.DoesNotContain(client.Requests, messages => messages[^1].Text.Contains("Where was Ada Marlow born?", StringComparison.Ordinal));
    }

    private static PromptLibrary Prompts { get; } = PromptLibrary.LoadAsync(Repository.PathOf("prompts")).GetAwaiter().GetResult();

    private static AnswerGenerator Model(Func<IReadOnlyList<ChatMessage>, ScriptedReply> script) =>
        new(AnswerGenerator.KernelOver(new ScriptedChatClient(script)), Prompts);

    /// <summary>Right about two, wrong about one, silent about the rest; as a judge it is content with nearly everything.</summary>
    private static ScriptedReply Says(IReadOnlyList<ChatMessage> messages)
    {
        var text = string.Join('\n', messages.Skip(1).Where(message => !message.Text.StartsWith("=== PASSAGE", StringComparison.Ordinal)).Select(message => message.Text));
        return text.Contains("=== ACCEPTED ===", StringComparison.Ordinal) ? text.Contains("submarine", StringComparison.Ordinal) ? "Perhaps." : "CORRECT"
            : text.Contains("Ada Marlow born", StringComparison.Ordinal) ? "Ada Marlow was born in Bristol [1]."
            : text.Contains("open her pottery", StringComparison.Ordinal) ? "Marlow opened her pottery in Falmouth in 1985 [1]."
            : "NOT IN THE SOURCES";
    }

    private static void Stop(CancellationTokenSource source, bool now)
    {
        if (now)
        {
            source.Cancel();
        }
    }

    private sealed class Told(Action<EvaluationProgress> action) : IProgress<EvaluationProgress>
    {
        public void Report(EvaluationProgress value) => action(value);
    }
}
