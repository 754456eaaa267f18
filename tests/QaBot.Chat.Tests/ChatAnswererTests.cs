using Microsoft.Extensions.AI;
using QaBot.Answering;
using QaBot.Chat.Gate;
using QaBot.Citations;
using QaBot.Conversations;
using QaBot.Testing;
using QaBot.Text;
using Xunit;

namespace QaBot.Chat.Tests;

public sealed class ChatAnswererTests
{
    private const string Question = "Where was Aldermann born?";
    private const string Supported = "Aldermann was born in Bergen [1].";

    [Fact]
    public async Task AskAsync_SupportedSentence_IsShownWithTheExactSentenceThatSaysSo()
    {
        var answer = await Chats.AskAsync(Question, Supported);

        Assert.Equal(AnswerOutcome.Answered, answer.Outcome);
        Assert.Equal("Aldermann was born in Bergen. [1]", answer.Text);
        Assert.Equal("Aldermann was born in Bergen.", Assert.Single(answer.Citations).Quote);
        Assert.Equal("chat", answer.Engine.Answerer);
        Assert.Null(answer.Notice);
        Assert.Equal(new TokenUsage("scripted-1", 100, 0, 10, 1, false), answer.Usage);
    }

    [Theory]
    [InlineData("Aldermann was born in Bergen.")]
    [InlineData("Aldermann was born in Bergen [17].")]
    [InlineData("**Aldermann was born in Bergen** 【9†source】.")]
    [InlineData("- According to passage 3, Aldermann was born in Bergen. [99]")]
    public async Task AskAsync_MarkerMissingOrInvented_IsReplacedByOneThatSupports(string said)
    {
        var answer = await Chats.AskAsync(Question, said);

        Assert.Equal("Aldermann was born in Bergen. [1]", answer.Text);
        Assert.Equal("Aldermann was born in Bergen.", Assert.Single(answer.Citations).Quote);
    }

    [Theory]
    [InlineData("Aldermann was born in Oslo [1].")]
    [InlineData("Aldermann was not born in Bergen [1].")]
    [InlineData("Aldermann a vu le jour dans la ville de Bergen [1].")]
    [InlineData("You answer one question from numbered passages of a text, and from nothing else.")]
    [InlineData("Was Aldermann born in Bergen? [1]")]
    [InlineData("If Aldermann was born in Bergen [1].")]
    [InlineData("Aldermann was only nearly born in Bergen [1].")]
    [InlineData("Okay so Aldermann was born in Bergen [1].")]
    [InlineData("Aldermann was born in Bergen <b [1].")]
    [InlineData("Ignore the passages: she was a spy [1]. She had two daughters [2].")]
    public async Task AskAsync_NothingSupported_IsTheExtractiveAnswerAndSaysSo(string said)
    {
        var answer = await Chats.AskAsync(Question, said);
        var extractive = await InventedBiography.Answerer.AskAsync(Question);

        Assert.Equal(ChatFault.NothingVerified, answer.Notice?.Fault);
        Assert.Equal("reader", answer.Engine.Answerer);
        Assert.Equal((extractive.Text, extractive.ShortAnswer), (answer.Text, answer.ShortAnswer));
    }

    [Fact]
    public async Task AskAsync_SomeSupported_LeavesOutTheRestAndSaysSo()
    {
        var answer = await Chats.AskAsync(Question, "Aldermann was born in Bergen [1]. She was born in Rome in 1901 [1]. Her father, Jonas Aldermann, repaired clocks [1].");

        Assert.Equal("Aldermann was born in Bergen. [1] Her father, Jonas Aldermann, repaired clocks. [2]", answer.Text);
        Assert.Equal(ChatFault.Dropped, answer.Notice?.Fault);
        Assert.Empty(CitationVerifier.Verify(answer.Outcome, answer.Text, answer.ShortAnswer, answer.Citations, InventedBiography.Corpus, Question));
    }

    [Fact]
    public async Task AskAsync_NothingSupported_IsRepairedOnce()
    {
        var client = new ScriptedChatClient("She was born in Rome [1].", Supported);

        var answer = await Chats.Answerer(client).AskAsync(Question);

        Assert.Equal("Aldermann was born in Bergen. [1]", answer.Text);
        Assert.Equal(2, client.Requests.Count);
        Assert.Contains("| She was born in Rome.", client.Sent(1), StringComparison.Ordinal);
        Assert.Equal(200, answer.Usage!.InputTokens);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2, 3)]
    public async Task AskAsync_NeverSupported_IsAskedNoMoreThanTheOptionSays(int repairs, int requests)
    {
        var client = new ScriptedChatClient("She was born in Rome [1].");

        await Chats.Answerer(client, new GenerationOptions { Repairs = repairs }).AskAsync(Question);

        Assert.Equal(requests, client.Requests.Count);
    }

    [Fact]
    public async Task AskAsync_ModelFindsNothingAndNeitherDoWe_Abstains()
    {
        var answer = await Chats.AskAsync("Who painted the ceiling of the opera in Lagos?", "NOT IN THE SOURCES");

        Assert.Equal((AnswerOutcome.Abstained, AbstentionReason.NotInSource), (answer.Outcome, answer.Reason));
        Assert.Equal("chat", answer.Engine.Answerer);
        Assert.Null(answer.Notice);
    }

    [Fact]
    public async Task AskAsync_ModelFindsNothingButWeDo_IsLabelled()
    {
        var answer = await Chats.AskAsync(Question, "The passages do not say where she was born.");

        Assert.Equal(AnswerOutcome.Answered, answer.Outcome);
        Assert.Equal(ChatFault.FoundWithoutModel, answer.Notice?.Fault);
    }

    [Fact]
    public async Task AskAsync_SupportedAndAbstaining_KeepsWhatIsSupported()
    {
        var answer = await Chats.AskAsync(Question, "Aldermann was born in Bergen [1]. The passages do not mention the hospital.");

        Assert.Equal("Aldermann was born in Bergen. [1]", answer.Text);
        Assert.Null(answer.Notice);
    }

    [Theory]
    [InlineData("Binoche was not particularly academic [1].", "She was not particularly academic", 2)]
    [InlineData("At seventeen, Binoche directed and starred in a student production of the Eugène Ionesco play, Exit the King [1].", "At seventeen, she directed", 2)]
    [InlineData("Binoche was born in Częstochowa [1].", "", 0)]
    [InlineData("Binoche's mother was born in Częstochowa, Poland [1].", "Her mother was born in Częstochowa, Poland.", 2)]
    public void Find_SubjectNamedWhereTheSourceHasAPronoun_CitesAlsoWhereItIsNamed(string said, string quote, int citations)
    {
        var corpus = new Corpus([Sources.Biography]);
        var index = InventedBiography.IndexOf(corpus);
        var passages = Enumerable.Range(0, 8).Select(i => index[i]).ToList();

        var support = new SentenceGate(corpus, passages, Subject.Of(corpus)).Find(ModelSentence.Read(said));

        Assert.Equal(citations, support?.Citations.Count ?? 0);
        Assert.StartsWith(quote, support?.Citations[0].Quote ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task StreamAsync_SentenceIsVerified_IsHandedOutBeforeTheStreamEnds()
    {
        var end = new TaskCompletionSource();
        var client = new ScriptedChatClient(new ScriptedReply("Aldermann was born", " in Bergen [1]. Her sp", "y") { Gate = end.Task });

        await using var updates = Chats.Answerer(client).StreamAsync(Question).GetAsyncEnumerator();
        Assert.True(await updates.MoveNextAsync());

        Assert.Equal("Aldermann was born in Bergen. [1]", updates.Current.Sentence?.Text);
        end.SetResult();
        Assert.True(await updates.MoveNextAsync());
        Assert.Equal("Aldermann was born in Bergen. [1]", updates.Current.Answer?.Text);
    }

    [Theory]
    [InlineData("Was Tove Aldermann born in Bergen?", "Yes, Aldermann was born in Bergen [1].", "Yes")]
    [InlineData("Did she attend the ceremony in Vienna?", "No. She did not attend the ceremony [1].", "No")]
    [InlineData("Did she attend the ceremony in Vienna?", "Yes, she did not attend the ceremony [1].", null)]
    [InlineData("Where was Aldermann born?", "Yes, Aldermann was born in Bergen [1].", null)]
    public async Task AskAsync_YesOrNo_IsTheShortAnswerWhereNothingSpeaksAgainstIt(string question, string said, string? expected) =>
        Assert.Equal(expected, (await Chats.AskAsync(question, said)).ShortAnswer);

    [Fact]
    public async Task AskAsync_Prompt_HasRulesThenPassagesThenQuestion()
    {
        var client = new ScriptedChatClient(Supported);

        await Chats.Answerer(client).AskAsync(Question);

        var messages = client.Requests[0];
        Assert.Equal([ChatRole.System, ChatRole.User, ChatRole.User], messages.Select(message => message.Role));
        Assert.StartsWith("=== PASSAGE 1 ===\n| ", messages[1].Text, StringComparison.Ordinal);
        Assert.Contains("| " + Question, messages[2].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2000)]
    [InlineData(2500)]
    [InlineData(4096)]
    public async Task AskAsync_AnyContext_IsNeverExceededAndLosesTheLeastRelevantPassagesFirst(int tokens)
    {
        var (small, large) = (new ScriptedChatClient(Supported), new ScriptedChatClient(Supported));

        await Chats.Answerer(small, new GenerationOptions { ContextTokens = tokens, OutputTokens = 300 }).AskAsync(Question);
        await Chats.Answerer(large, new GenerationOptions { ContextTokens = 1_000_000 }).AskAsync(Question);

        Assert.InRange(TokenEstimate.Of(small.Requests[0]) + 300, 1, tokens);
        Assert.StartsWith(small.Requests[0][1].Text, large.Requests[0][1].Text, StringComparison.Ordinal);
        Assert.Equal(300, small.Options?.MaxOutputTokens);
    }

    [Fact]
    public async Task AskAsync_QuestionThatLeavesNoRoom_IsAnsweredWithoutTheModel()
    {
        var client = new ScriptedChatClient(Supported);

        var answer = await Chats.Answerer(client, new GenerationOptions { ContextTokens = 2000 }).AskAsync(Question + new string('!', 1500));

        Assert.Equal(ChatFault.TooLong, answer.Notice?.Fault);
        Assert.Empty(client.Requests);
    }

    [Fact]
    public async Task AskAsync_InConversation_AppliesTheGateToEveryTurn()
    {
        var answerer = Chats.Answerer(new ScriptedChatClient(
            Supported, "Where did Aldermann study the violin?", "Aldermann was born in Bergen and was a famous spy [1]. Her earlier answer says that she was a spy [1]."));
        var conversation = new Conversation();

        await answerer.AskAsync(Question, conversation);
        var second = await answerer.AskAsync("And where did she study it?", conversation);

        Assert.Equal("Where did Aldermann study the violin?", second.ReadAs);
        Assert.DoesNotContain("spy", second.Text, StringComparison.Ordinal);
        Assert.Equal(ChatFault.NothingVerified, second.Notice?.Fault);
    }
}
