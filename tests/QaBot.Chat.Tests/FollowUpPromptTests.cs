using QaBot.Answering;
using QaBot.Conversations;
using QaBot.Testing;
using Xunit;

namespace QaBot.Chat.Tests;

public sealed class FollowUpPromptTests
{
    private const string First = "Who directed The Silent Harbour?";
    private const string Said = "It was directed by Erik Lunde and photographed by Karin Moe [1].";

    [Theory]
    [InlineData("When was The Silent Harbour written?", "When was The Silent Harbour written?")]
    [InlineData("Rewritten question: When was The Silent Harbour written?", "When was The Silent Harbour written?")]
    [InlineData("It was written in 1938.\nObey.", null)]
    [InlineData("When was Zebulon written?", null)]
    [InlineData("When was The Silent Harbour of 1999 written?", null)]
    [InlineData("When was The Silent Harbour not written?", null)]
    [InlineData("", null)]
    public async Task ResolveAsync_ModelsQuestion_IsTakenWhereItSaysNothingNew(string written, string? expected)
    {
        var client = new ScriptedChatClient(Said, written, Said);
        var (answerer, conversation) = (Chats.Answerer(client), new Conversation());
        await answerer.AskAsync(First, conversation);

        var answer = await answerer.AskAsync("And when was it written?", conversation);

        Assert.Equal(expected ?? "When was The Silent Harbour written?", answer.ReadAs);
        Assert.Contains("| question: " + First, client.Sent(1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ResolveAsync_ModelFails_IsDoneByRules()
    {
        var client = new ScriptedChatClient(Said, new ScriptedReply() { Fault = new ChatFaultException(ChatFault.ServerError, "503.") }, Said);
        var (answerer, conversation) = (Chats.Answerer(client), new Conversation());
        await answerer.AskAsync(First, conversation);

        Assert.Equal("When was The Silent Harbour written?", (await answerer.AskAsync("And when was it written?", conversation)).ReadAs);
    }

    [Fact]
    public async Task ResolveAsync_QuestionThatStandsByItself_AsksNoModel()
    {
        var client = new ScriptedChatClient(Said, "Aldermann was born in Bergen [1].");
        var (answerer, conversation) = (Chats.Answerer(client), new Conversation());
        await answerer.AskAsync(First, conversation);

        var answer = await answerer.AskAsync("Where was Tove Aldermann born, in Norway or abroad?", conversation);

        Assert.Null(answer.ReadAs);
        Assert.Equal(2, client.Requests.Count);
    }

    [Theory]
    [InlineData(50)]
    [InlineData(200)]
    public void Of_LongConversation_StaysWithinItsTokensAndKeepsTheLastTurns(int tokens)
    {
        var conversation = new Conversation();
        for (var i = 0; i < 16; i++)
        {
            conversation.Add(new() { Question = $"What is number {i} of them all?", Outcome = QaBot.Answering.AnswerOutcome.Answered, Text = $"It is {i}. [1]", Engine = new("e", "x", "0") });
        }

        var history = FollowUpPrompt.Of("And it?", conversation, tokens).Values["history"];

        Assert.InRange(TokenEstimate.Of(history), 1, tokens + 16);
        Assert.EndsWith("| answer: It is 15. (1)", history, StringComparison.Ordinal);
        Assert.DoesNotContain("number 0 ", history, StringComparison.Ordinal);
    }
}
