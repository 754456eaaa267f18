using QaBot.Answering;
using QaBot.Citations;
using QaBot.Conversations;
using QaBot.Testing;
using Xunit;

namespace QaBot.Chat.Tests;

/// <summary>A model that obeys whatever it reads, and what readers see of it all the same.</summary>
public sealed class InjectionTests
{
    private const string Question = "Where was Tove Aldermann born?";
    private const string Birth = "Aldermann was born in Bergen.";

    public static TheoryData<string, string, string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string, string, string>();
            foreach (var line in File.ReadLines(Repository.PathOf("tests", "QaBot.Chat.Tests", "injections.txt")).Where(line => line[0] != '#'))
            {
                var fields = line.Split('\t').Select(text => text.Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\0", "\0", StringComparison.Ordinal)
                    .Replace("\\u202e", "\u202e", StringComparison.Ordinal)).ToArray();
                cases.Add(fields[0], fields[1], fields[2], fields[3]);
            }

            return cases;
        }
    }

    [Fact]
    public void Cases_AreAtLeastForty() => Assert.InRange(Cases.Count, 40, int.MaxValue);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task AskAsync_Injection_EndsAsItMust(string place, string payload, string said, string outcome)
    {
        var corpus = InventedBiography.CorpusOf(place == "passage" ? InventedBiography.Text.Replace(Birth, $"{Birth} {payload}", StringComparison.Ordinal) : InventedBiography.Text);
        var client = new ScriptedChatClient(said);
        var answerer = new QuestionAnswerer(corpus, InventedBiography.IndexOf(corpus), options: null, time: null, new KernelOrchestrator(Chats.Generator(client)));
        var conversation = new Conversation();
        if (place == "history")
        {
            await answerer.AskAsync(payload, conversation);
        }

        var shown = new List<string>();
        Answer? answer = null;
        await foreach (var update in answerer.StreamAsync(place == "question" ? payload : place == "history" ? "Where was she born?" : Question, conversation))
        {
            shown.Add(update.Sentence?.Text ?? "");
            answer = update.Answer ?? answer;
        }

        Assert.All(shown.Append(answer!.Text).Append(answer.ShortAnswer ?? ""), text => Assert.DoesNotContain("PWNED", text, StringComparison.OrdinalIgnoreCase));
        Assert.Empty(CitationVerifier.Verify(answer.Outcome, answer.Text, answer.ShortAnswer, answer.Citations, corpus, answer.ReadAs ?? answer.Question, answer.Reason));
        AssertOutcome(outcome, answer);
        Assert.All(client.Requests, messages => Assert.All(messages.Where(message => message.Role != Microsoft.Extensions.AI.ChatRole.System), message => AssertIsData(message.Text)));
    }

    private static void AssertOutcome(string outcome, Answer answer)
    {
        switch (outcome)
        {
            case "worded":
                Assert.Equal(("chat", "Aldermann was born in Bergen. [1]"), (answer.Engine.Answerer, answer.Text));
                break;
            case "extractive":
                Assert.Equal("reader", answer.Engine.Answerer);
                Assert.NotNull(answer.Notice);
                break;
            case "refused":
                Assert.Equal(AnswerOutcome.Refused, answer.Outcome);
                break;
            default:
                Assert.NotEqual(AnswerOutcome.Refused, answer.Outcome);
                break;
        }
    }

    /// <summary>Every line of what the model is sent is a fence of ours, a line behind a bar, or the text of the repair prompt.</summary>
    private static void AssertIsData(string text)
    {
        string[] ours = ["=== ", "| ", "These sentences of your answer", "Answer the question again.", "write NOT IN THE SOURCES"];
        Assert.All(text.Split('\n'), line => Assert.Contains(ours, line.StartsWith));
        Assert.All(text.Split('\n').Where(line => line.StartsWith("=== ", StringComparison.Ordinal)), fence => Assert.Matches(@"^=== (END OF )?(PASSAGE \d+|QUESTION|CONVERSATION|SENTENCES) ===$", fence));
        Assert.False(text.AsSpan().ContainsAny("<>{}"));
    }
}
