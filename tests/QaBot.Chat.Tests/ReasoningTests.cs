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
    [InlineData("<thought>Rome?</thought><thinking>Oslo?</thinking>It is Bergen.", "It is Bergen.")]
    [InlineData("<think>It never ends", "")]
    [InlineData("<thin ice>", "<thin ice>")]
    [InlineData("<thi", "<thi")]
    [InlineData("It is <think>not</think> Bergen.", "Bergen.")]
    [InlineData("It is Bergen [1]. <think>What else?</think>And Oslo [1].", "It is Bergen [1]. And Oslo [1].")]
    [InlineData("\nSure. <think>Not Rome?</think>It is Bergen.", "It is Bergen.")]
    [InlineData("<think>\n\n</think>\n\n<think>Let me see.</think>\nIt is Bergen.", "It is Bergen.")]
    [InlineData("She may be born in Rome.\n</think>\n\nIt is Bergen.", "It is Bergen.")]
    [InlineData("Rome [1]. Or Oslo [2].</thinking>It is Bergen.", "It is Bergen.")]
    [InlineData("Rome?[/THINK]It is Bergen.", "It is Bergen.")]
    [InlineData("Rome?</seed:think>It is Bergen.", "It is Bergen.")]
    [InlineData("Rome?◁/think▷It is Bergen.", "It is Bergen.")]
    [InlineData("[THINK]Rome?[/THINK]It is Bergen [1].", "It is Bergen [1].")]
    [InlineData("<seed:think>Rome?</seed:think>It is Bergen.", "It is Bergen.")]
    [InlineData("◁think▷Rome?◁/think▷It is Bergen.", "It is Bergen.")]
    [InlineData("<|START_THINKING|>Rome?<|END_THINKING|><|START_RESPONSE|>It is Bergen.<|END_RESPONSE|>", "It is Bergen.")]
    [InlineData("<|begin_of_thought|>Rome?<|end_of_thought|>\n<|begin_of_solution|>It is Bergen.<|end_of_solution|>", "It is Bergen.")]
    [InlineData("<|channel>thought\nRome?<channel|>It is Bergen.", "It is Bergen.")]
    [InlineData("<|channel|>analysis<|message|>Rome? [1]<|end|><|start|>assistant<|channel|>final<|message|>It is Bergen.<|return|>", "It is Bergen.")]
    [InlineData("Rome? [1]<|end|><|start|>assistant<|channel|>final<|message|>It is Bergen.", "It is Bergen.")]
    [InlineData("<|channel|>commentary to=functions.x <|constrain|>json<|message|>{}<|call|><|channel|>final<|message|>It is Bergen.", "It is Bergen.")]
    [InlineData("analysisThe user asks. Rome?assistantfinalIt is Bergen.", "It is Bergen.")]
    [InlineData("analysis of it says Bergen.", "analysis of it says Bergen.")]
    [InlineData("<answer>It is Bergen.</answer>", "It is Bergen.")]
    [InlineData("Rome is far [1].\n<answer>It is Bergen.</answer>\nI hope it helps.", "It is Bergen.")]
    [InlineData("<think>Rome?<final_answer>It is Bergen.</final_answer>", "It is Bergen.")]
    [InlineData("It is Bergen.</answer>", "It is Bergen.")]
    [InlineData("It is Bergen.<|im_end|>", "It is Bergen.")]
    [InlineData("It is Bergen.</s>", "It is Bergen.")]
    [InlineData("<s>It is</s> Bergen.<|endoftext|><|eot_id|>", "It is  Bergen.")]
    [InlineData("<|im_start|>assistant\nIt is Bergen.<end_of_turn>", "It is Bergen.")]
    [InlineData("<|start_header_id|>assistant<|end_header_id|>\n\nIt is Bergen.<｜end▁of▁sentence｜>", "It is Bergen.")]
    [InlineData("[/INST] It is Bergen.[EOS]<unused7>", "It is Bergen.")]
    [InlineData("It is < Bergen and <b> [x].", "It is < Bergen and <b> [x].")]
    public async Task Apart_AnyPieces_LeavesTheAnswer(string written, string answer)
    {
        foreach (var size in new[] { 1, 2, 7, written.Length })
        {
            var text = string.Concat((await ReadAsync(written, size)).Select(update => update.Text)).Trim();

            Assert.Equal(answer, text);
        }
    }

    [Theory]
    [InlineData("<think>\nWas she born in Rome? The passages do not say. She was born in Bergen.\n</think>\n\n%")]
    [InlineData("Her father, Jonas Aldermann, repaired clocks [1].\n</think>\n\n%")]
    [InlineData("Her father, Jonas Aldermann, repaired clocks.\n\n[/THINK]%</s>")]
    [InlineData("<|channel|>analysis<|message|>Her father, Jonas Aldermann, repaired clocks.<|end|><|start|>assistant<|channel|>final<|message|>%<|return|>")]
    [InlineData("Her father, Jonas Aldermann, repaired clocks. <answer>%</answer>")]
    [InlineData("<s>%<|im_end|>")]
    public async Task AskAsync_ModelThinksAloud_IsJudgedByItsAnswer(string written)
    {
        var answer = await Chats.AskAsync(Question, written.Replace("%", "Aldermann was born in Bergen [1].", StringComparison.Ordinal));

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

    [Fact]
    public async Task AskAsync_ModelThatThinksUnopened_IsNotTakenForItsThoughtsWhereTheyAreCut()
    {
        var client = new ScriptedChatClient(
            "She repaired clocks.</think>Aldermann was born in Bergen [1].", new ScriptedReply("Her father, Jonas Aldermann, repaired clocks. ") { Finish = ChatFinishReason.Length });
        var answerer = Chats.Answerer(client, new GenerationOptions { Repairs = 0 });

        var first = await answerer.AskAsync(Question);
        var second = await answerer.AskAsync(Question);

        Assert.Equal("Aldermann was born in Bergen. [1]", first.Text);
        Assert.Equal((ChatFault.Empty, "reader"), (second.Notice?.Fault, second.Engine.Answerer));
    }

    [Theory]
    [InlineData("Her father, Jonas Aldermann, repaired clocks. Aldermann", "reader")]
    [InlineData("Her father, Jonas Aldermann, repaired clocks [1]. Aldermann", "chat")]
    public async Task AskAsync_FirstAnswerIsCut_IsOneWhereItCites(string written, string answerer)
    {
        var answer = await Chats.AskAsync(Question, new ScriptedReply(written) { Finish = ChatFinishReason.Length });

        Assert.Equal(answerer, answer.Engine.Answerer);
    }

    [Fact]
    public async Task AskAsync_UnopenedThoughtBeyondTheLimit_IsNoAnswer()
    {
        var thought = Enumerable.Range(0, 300).Select(i => $"Oslo {i}? Her father, Jonas Aldermann, repaired clocks. ");

        var answer = await Chats.AskAsync(Question, new ScriptedReply(thought));

        Assert.Equal((ChatFault.Runaway, "reader"), (answer.Notice?.Fault, answer.Engine.Answerer));
    }

    [Fact]
    public async Task Apart_ServerThatGivesThoughtsApart_IsNotHeldBack()
    {
        var updates = Updates(new ChatResponseUpdate(ChatRole.Assistant, [new TextReasoningContent("Rome?")]), new ChatResponseUpdate(ChatRole.Assistant, "It is"), null);

        Assert.Equal("It is", await Reasoning.Apart(updates, new ThinkingHabit(), 100).Select(update => update.Text).FirstAsync(text => text.Length > 0));
    }

    private static async IAsyncEnumerable<ChatResponseUpdate> Updates(params ChatResponseUpdate?[] updates)
    {
        foreach (var update in updates)
        {
            await Task.Yield();
            yield return update ?? throw new InvalidOperationException("Nothing more was to be read.");
        }
    }

    private static async Task<List<ChatResponseUpdate>> ReadAsync(string written, int size)
    {
        using var client = new ScriptedChatClient(new ScriptedReply([.. written.Chunk(size).Select(piece => new string(piece))]));
        var updates = new List<ChatResponseUpdate>();
        await foreach (var update in Reasoning.Apart(client.GetStreamingResponseAsync([new ChatMessage(ChatRole.User, Question)]), new ThinkingHabit(), 10_000))
        {
            updates.Add(update);
        }

        return updates;
    }
}
