using Microsoft.Extensions.AI;
using QaBot.Answering;
using QaBot.Testing;
using Xunit;

namespace QaBot.Chat.Tests;

public sealed class ReasoningTests
{
    private const string Question = "Where was Aldermann born?";

    [Theory]
    [InlineData("<think>She may be born in Rome. The passages do not say.</think>It is Bergen.", "It is Bergen.")]
    [InlineData("\n<THINK>\nHm. < 3?\n</Think>\n\nIt is Bergen.", "It is Bergen.")]
    [InlineData("<reasoning></reasoning>It is Bergen.", "It is Bergen.")]
    [InlineData("<think>It never ends", "")]
    [InlineData("<thin ice>", "<thin ice>")]
    [InlineData("<thi", "<thi")]
    [InlineData("It is <think>not</think> Bergen.", "It is <think>not</think> Bergen.")]
    public async Task Apart_AnyPieces_LeavesTheAnswer(string written, string answer)
    {
        foreach (var size in new[] { 1, 2, 7, written.Length })
        {
            var text = string.Concat((await ReadAsync(written, size)).Select(update => update.Text)).TrimStart();

            Assert.Equal(answer, text);
        }
    }

    [Fact]
    public async Task AskAsync_ModelThinksAloud_IsJudgedByItsAnswer()
    {
        var answer = await Chats.AskAsync(Question, "<think>\nWas she born in Rome? The passages do not say. She was born in Bergen.\n</think>\n\nAldermann was born in Bergen [1].");

        Assert.Equal("Aldermann was born in Bergen. [1]", answer.Text);
        Assert.Null(answer.Notice);
    }

    [Theory]
    [InlineData(1, ChatFault.Empty)]
    [InlineData(2000, ChatFault.Runaway)]
    public async Task AskAsync_ModelOnlyThinks_IsTheExtractiveAnswer(int times, ChatFault fault)
    {
        var answer = await Chats.AskAsync(Question, new ScriptedReply(["<think>", .. Enumerable.Repeat("Aldermann was born in Bergen. ", times)]));

        Assert.Equal(fault, answer.Notice?.Fault);
        Assert.Equal("reader", answer.Engine.Answerer);
    }

    private static async Task<List<ChatResponseUpdate>> ReadAsync(string written, int size)
    {
        using var client = new ScriptedChatClient(new ScriptedReply([.. written.Chunk(size).Select(piece => new string(piece))]));
        var updates = new List<ChatResponseUpdate>();
        await foreach (var update in Reasoning.Apart(client.GetStreamingResponseAsync([new ChatMessage(ChatRole.User, Question)])))
        {
            updates.Add(update);
        }

        return updates;
    }
}
