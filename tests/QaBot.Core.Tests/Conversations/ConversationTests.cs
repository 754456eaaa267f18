using QaBot.Answering;
using QaBot.Conversations;
using Xunit;

namespace QaBot.Core.Tests.Conversations;

public sealed class ConversationTests
{
    [Fact]
    public void Add_MoreThanItsCapacity_ForgetsTheOldest()
    {
        var conversation = new Conversation();

        for (var i = 1; i <= Conversation.Capacity + 3; i++)
        {
            conversation.Add(Talk.Answer($"Question {i}?"));
        }

        Assert.Equal(Enumerable.Range(4, Conversation.Capacity).Select(i => $"Question {i}?"), conversation.Turns.Select(turn => turn.Question));
    }

    [Fact]
    public void Add_Refusal_LeavesNoTrace()
    {
        var conversation = new Conversation();

        conversation.Add(Talk.Answer("\0") with { Outcome = AnswerOutcome.Refused });

        Assert.Empty(conversation.Turns);
    }

    [Fact]
    public void Add_AnswerOfAFollowUp_RemembersTheQuestionAsRead()
    {
        var conversation = new Conversation();

        conversation.Add(Talk.Answer("When?") with { ReadAs = "When did it open?" });

        Assert.Equal("When did it open?", Assert.Single(conversation.Turns).Question);
    }

    [Fact]
    public void Add_Abstention_IsRemembered()
    {
        var conversation = new Conversation();

        conversation.Add(Talk.Answer("Who?") with { Outcome = AnswerOutcome.Abstained, Reason = AbstentionReason.NotInSource });

        Assert.Single(conversation.Turns);
    }
}
