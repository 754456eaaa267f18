using QaBot.Answering;
using QaBot.Citations;
using QaBot.Discord.Conversations;
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
        Assert.Equal(["a", "a", "b", null], Enumerable.Range(101, 4).Select(id => Store(again).FindByMessage((ulong)id)));
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
        Assert.Null(store.FindByMessage(1));
        Assert.Equal(1, store.Expire());
        Assert.Equal("continued", store.FindByMessage(3));
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
