using QaBot.Answering;
using QaBot.Citations;
using QaBot.Discord.Conversations;
using QaBot.Discord.Feedback;
using QaBot.Testing;
using QaBot.Text;

namespace QaBot.Discord.Tests.Conversations;

public sealed class ConversationStoreTests : IDisposable
{
    private readonly TempDirectory _directory = new();
    private readonly ManualTime _time = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Load_AfterARestart_GivesTheTurnsInTheirOrder()
    {
        using (var database = BotDatabase.Open(_directory.Path))
        {
            var store = Store(database);
            store.Add("a", 1, 10, Answered("first?"), [100, 101]);
            store.Add("a", 1, 11, Answered("second?"), [102]);
            store.Add("b", 2, 10, Answered("other?"), [103]);
        }

        using var again = BotDatabase.Open(_directory.Path);

        Assert.Equal(["first?", "second?"], Store(again).Load("a").Turns.Select(turn => turn.Question));
        Assert.Equal(new TextSpan(5, 8), Store(again).Load("a").Turns[0].Answer.Citations[0].Span);
        Assert.Equal(["a", "a", "b", null], Enumerable.Range(101, 4).Select(id => Store(again).FindByMessage((ulong)id, 77)));
    }

    [Fact]
    public void Expire_NotContinued_IsDeleted()
    {
        using var database = BotDatabase.Open(_directory.Path);
        var store = Store(database);
        store.Add("old", 1, 10, Answered("old?"), [1]);
        store.Add("continued", 1, 10, Answered("one?"), [2]);
        _time.Advance(TimeSpan.FromHours(20));
        store.Add("continued", 1, 10, Answered("two?"), [3]);
        _time.Advance(TimeSpan.FromHours(5));

        Assert.Empty(store.Load("old").Turns);
        Assert.Null(store.FindByMessage(1, 10));
        Assert.Equal(1, store.Expire());
        Assert.Equal("continued", store.FindByMessage(3, 10));
    }

    [Fact]
    public void FindByMessage_OfAPrivateConversation_IsTheAskersAlone()
    {
        using var database = BotDatabase.Open(_directory.Path);
        var store = Store(database);
        store.Add(ConversationStore.OfAsker(1, 10), 1, 10, Answered("mine?"), [1]);

        Assert.Null(store.FindByMessage(1, 11));
        Assert.Equal(ConversationStore.OfAsker(1, 10), store.FindByMessage(1, 10));
    }

    [Fact]
    public void Forget_User_DeletesTheirsAlone()
    {
        using var database = BotDatabase.Open(_directory.Path);
        var store = Store(database);
        store.Add("shared", 1, 10, Answered("mine?"), [1]);
        store.Add("shared", 1, 11, Answered("yours?"), [2]);

        Assert.Equal(1, store.Forget(10));

        Assert.Equal("yours?", Assert.Single(store.Load("shared").Turns).Question);
        Assert.Null(store.FindTurn(1));
        Assert.Null(store.FindLast(1, 10));
        Assert.NotNull(store.FindLast(1, 11));
    }

    [Fact]
    public void Open_DamagedFile_SaysSo()
    {
        _directory.Write(BotDatabase.FileName, new string('x', 5000));

        var refused = Assert.Throws<DiscordException>(() => BotDatabase.Open(_directory.Path));

        Assert.Contains("Discord:DataDirectory", refused.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_FileDamagedBehindItsFirstPage_SaysSo()
    {
        using (var database = BotDatabase.Open(_directory.Path))
        {
            var store = Store(database);
            for (var i = 0; i < 200; i++)
            {
                store.Add($"conversation {i}", 1, 10, Answered(new string('?', 400)), [(ulong)i]);
            }
        }

        var file = Path.Combine(_directory.Path, BotDatabase.FileName);
        var bytes = File.ReadAllBytes(file);
        bytes.AsSpan(4096).Fill(0xA5);
        File.WriteAllBytes(file, bytes);

        var refused = Assert.Throws<DiscordException>(() => BotDatabase.Open(_directory.Path));

        Assert.Contains("Discord:DataDirectory", refused.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_FileThatCanOnlyBeRead_SaysSo()
    {
        BotDatabase.Open(_directory.Path).Dispose();
        var file = Path.Combine(_directory.Path, BotDatabase.FileName);
        File.SetAttributes(file, FileAttributes.ReadOnly);

        // Root may write all the same.
        if (!Environment.IsPrivilegedProcess)
        {
            Assert.Contains("readonly", Assert.Throws<DiscordException>(() => BotDatabase.Open(_directory.Path)).Message, StringComparison.Ordinal);
        }

        File.SetAttributes(file, FileAttributes.Normal);
    }

    [Fact]
    public void Forget_QuestionExpired_DeletesWhatOthersJudgedOfIt()
    {
        using var database = BotDatabase.Open(_directory.Path);
        var store = Store(database);
        var feedback = new FeedbackStore(database, _time);
        store.Add("a", 1, 10, Answered("mine?"), [1]);
        feedback.Vote(store.FindTurn(1)!.Value.Turn, 11, isGood: false, "{}");
        _time.Advance(TimeSpan.FromHours(25));
        store.Expire();

        Assert.Equal(1, feedback.Forget(10));
    }

    [Fact]
    public void Open_FileOfBeforeAskersWereKept_IsBroughtUpToDate()
    {
        using (var before = BotDatabase.Open(_directory.Path))
        {
            before.Execute("ALTER TABLE feedback DROP COLUMN asker");
        }

        using var database = BotDatabase.Open(_directory.Path);
        new FeedbackStore(database, _time).Vote(1, 11, isGood: false, "{}");

        Assert.Equal(1, new FeedbackStore(database, _time).Forget(11));
    }

    [Theory]
    [InlineData(false, "Wrong.")]
    [InlineData(true, null)]
    public void Vote_Again_KeepsTheReasonOfTheSameJudgement(bool isGood, string? reason)
    {
        using var database = BotDatabase.Open(_directory.Path);
        var feedback = new FeedbackStore(database, _time);
        feedback.Vote(1, 11, isGood: false, "{}");
        feedback.Explain(1, 11, "Wrong.");

        feedback.Vote(1, 11, isGood, "{}");

        Assert.Equal([reason], database.Query("SELECT reason FROM feedback", row => row.IsDBNull(0) ? null : row.GetString(0)));
    }

    [Fact]
    public void Open_OnUnix_LeavesTheFileToItsOwner()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var file = Path.Combine(_directory.Path, BotDatabase.FileName);
        using (BotDatabase.Open(_directory.Path))
        {
            foreach (var path in new[] { file, file + "-wal" })
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
            }
        }

        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        using var again = BotDatabase.Open(_directory.Path);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public void Vote_OfThePage_LastOneOfAnAnswerIsExported()
    {
        using (var before = BotDatabase.Open(_directory.Path))
        {
            before.Execute("ALTER TABLE feedback DROP COLUMN reason");
        }

        using var database = BotDatabase.Open(_directory.Path);
        var feedback = new FeedbackStore(database, _time);
        var answer = new Answer { Question = "Who?", Outcome = AnswerOutcome.Abstained, Reason = AbstentionReason.NotInSource, Text = "The source does not say.", Engine = new EngineInfo("", "", "") };
        feedback.Vote("one", answer, isGood: true, reason: null);
        feedback.Vote("one", answer, isGood: false, "It does.");
        feedback.Vote("another", answer, isGood: true, reason: null);

        Assert.Equal(["It does."], database.Query("SELECT reason FROM feedback WHERE good = 0", row => row.GetString(0)));
        Assert.Contains("\"question\":\"Who?\"", Assert.Single(FeedbackExport.Rows(database)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_TwoProcessesWorth_BothWrite()
    {
        await Task.WhenAll(Enumerable.Range(0, 2).Select(writer => Task.Run(() =>
        {
            using var database = BotDatabase.Open(_directory.Path);
            for (var i = 0; i < 50; i++)
            {
                Store(database).Add("shared", 1, (ulong)writer, Answered("again?"), [(ulong)((writer * 1000) + i)]);
            }
        })));

        using var after = BotDatabase.Open(_directory.Path);
        Assert.Equal(50, Store(after).Forget(0));
        Assert.Equal(50, Store(after).Forget(1));
    }

    private ConversationStore Store(BotDatabase database) => new(database, TimeSpan.FromHours(24), _time);

    private static Answer Answered(string question) => new()
    {
        Question = question,
        Outcome = AnswerOutcome.Answered,
        Text = "Yes. [1]",
        Citations = [new Citation(1, "a.txt", "sha256:00", "a.txt#1", new TextSpan(5, 8), "Yes")],
        Engine = new EngineInfo("", "", ""),
    };
}
