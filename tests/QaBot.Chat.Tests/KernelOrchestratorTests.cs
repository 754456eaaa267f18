using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;
using QaBot.Answering;
using QaBot.Chat.Endpoints;
using QaBot.Chunking;
using QaBot.Conversations;
using QaBot.Indexing;
using QaBot.Retrieval;
using QaBot.Testing;
using QaBot.Testing.Endpoints;
using QaBot.Text;
using Xunit;

namespace QaBot.Chat.Tests;

public sealed class KernelOrchestratorTests
{
    private const string Question = "Where was Anna Berg born?";
    private const string Supported = "Anna Berg was born in Oslo in 1901 [1].";

    /// <summary>A text of which the first question finds no more than the first passages.</summary>
    private static readonly Corpus Corpus = new(
        [Document.FromText("berg.txt", "Anna Berg was born in Oslo in 1901. She drew maps.\n\nAnna Berg wrote The Red Door in 1931. It was printed twice.\n\nThe harbour of Bodø was built in 1950.")]);

    private static readonly PassageIndex Index = PassageIndex.Build(Corpus, new ChunkingOptions { TargetLength = 50, OverlapSentences = 0 });

    [Fact]
    public async Task AskAsync_WithoutModel_IsTheOfflineAnswerAndFiltersSeeItsSteps()
    {
        var (kernel, calls) = (new Kernel(), new Calls());
        kernel.FunctionInvocationFilters.Add(calls);

        var answer = await Answerer(new KernelOrchestrator(kernel)).AskAsync(Question);
        var offline = await Answerer(orchestrator: null).AskAsync(Question);

        Assert.Equal(["resolve", "search", "read", "verify"], calls.Names);
        Assert.Equal((offline.Text, offline.ShortAnswer, offline.Confidence, offline.Engine), (answer.Text, answer.ShortAnswer, answer.Confidence, answer.Engine));
        Assert.Equal(offline.Citations, answer.Citations);
    }

    [Fact]
    public async Task AskAsync_WithModel_FiltersSeeItsSteps()
    {
        var (kernel, calls) = (AnswerGenerator.KernelOver(new ScriptedChatClient(Supported)), new Calls());
        kernel.FunctionInvocationFilters.Add(calls);
        var conversation = new Conversation();
        var answerer = Answerer(new KernelOrchestrator(new AnswerGenerator(kernel, Chats.Prompts)));

        var answer = await answerer.AskAsync(Question, conversation);

        Assert.Equal("Anna Berg was born in Oslo in 1901. [1]", answer.Text);
        Assert.Equal(("chat", "scripted-1", 1), (answer.Engine.Answerer, answer.Usage!.Model, answer.Usage.Calls));
        Assert.Equal(["resolve", "search", "word", "verify"], calls.Names);
        Assert.Single(conversation.Turns);
    }

    [Fact]
    public async Task AskAsync_ModelThatRefusesFunctions_IsGivenNone()
    {
        var client = new ScriptedChatClient(Supported);
        var answerer = Answerer(new KernelOrchestrator(Chats.Generator(client), new GenerationOptions { LookFurther = false }));

        Assert.Equal("Anna Berg was born in Oslo in 1901. [1]", (await answerer.AskAsync(Question)).Text);
        Assert.Null(client.Options?.Tools);
    }

    [Fact]
    public async Task AskAsync_ModelSearches_MayCiteWhatItFound()
    {
        await using var endpoint = new ScriptedEndpoint(
            EndpointReply.Call("Passages_search", """{"query":"harbour of Bodø","k":1}"""), EndpointReply.Stream("The harbour of Bodø was built in 1950 [2]."));
        var answer = await OverOpenAI(endpoint).AskAsync(Question);

        Assert.Equal("The harbour of Bodø was built in 1950. [1]", answer.Text);
        Assert.Equal("The harbour of Bodø was built in 1950.", Assert.Single(answer.Citations).Quote);
        Assert.Equal(["Passages_search", "Passages_read"], endpoint.Requests[0].Json.GetProperty("tools").EnumerateArray().Select(tool => tool.GetProperty("function").GetProperty("name").GetString()));
        Assert.Contains("harbour of Bod", endpoint.Requests[1].Body, StringComparison.Ordinal);
        Assert.Equal((240, 24), (answer.Usage!.InputTokens, answer.Usage.OutputTokens));
    }

    [Fact]
    public async Task AskAsync_ModelNeverStopsCalling_IsEndedAndAnsweredFromTheSource()
    {
        await using var endpoint = new ScriptedEndpoint(EndpointReply.Call("Passages_read", """{"passage":"berg.txt#3"}"""));
        var answer = await OverOpenAI(endpoint).AskAsync(Question);

        Assert.Contains("Oslo", answer.Text, StringComparison.Ordinal);
        Assert.Equal("reader", answer.Engine.Answerer);
        Assert.InRange(endpoint.Requests.Count, 2, 2 * (PassageShelf.MostCalls + 2));
    }

    [Theory]
    [InlineData(401, ChatFault.WrongKey)]
    [InlineData(404, ChatFault.UnknownModel)]
    [InlineData(500, ChatFault.ServerError)]
    public async Task AskAsync_EndpointRefuses_IsTypedAndAnsweredFromTheSource(int status, ChatFault fault)
    {
        await using var endpoint = new ScriptedEndpoint(EndpointReply.Error(status));
        var answer = await OverOpenAI(endpoint).AskAsync(Question);

        Assert.Equal(fault, answer.Notice?.Fault);
        Assert.Contains("Oslo", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GenerateAsync_FunctionCalled_IsLoggedWithoutWhatItWasGiven()
    {
        await using var endpoint = new ScriptedEndpoint(
            EndpointReply.Call("Passages_search", """{"query":"secretive words"}"""), EndpointReply.Stream("Anna Berg was born in Oslo in 1901 [1]."));
        var log = new Lines();
        await OverOpenAI(endpoint, log).AskAsync(Question);

        Assert.DoesNotContain(log.Written, line => line.Contains("secretive", StringComparison.Ordinal) || line.Contains("Anna", StringComparison.Ordinal));
        Assert.StartsWith("Called Passages.search: ", Assert.Single(log.Written, line => line.Contains("Passages", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    private static QuestionAnswerer OverOpenAI(ScriptedEndpoint endpoint, ILogger? log = null)
    {
        var client = ChatEndpoint.CreateChatClient(new ChatEndpointOptions { Endpoint = endpoint.Address, Model = "scripted-1", Retries = 0 });
        return Answerer(new KernelOrchestrator(Chats.Generator(client, log)), mostPassages: 1);
    }

    private static QuestionAnswerer Answerer(IAnswerOrchestrator? orchestrator, int mostPassages = 16) =>
        new(Corpus, Index, new QuestionAnswererOptions { Retrieval = new RetrievalOptions { Passages = mostPassages } }, time: null, orchestrator);

    /// <summary>Writes down which functions are called.</summary>
    private sealed class Calls : IFunctionInvocationFilter
    {
        public List<string> Names { get; } = [];

        public async Task OnFunctionInvocationAsync(FunctionInvocationContext context, Func<FunctionInvocationContext, Task> next)
        {
            Names.Add(context.Function.Name);
            await next(context);
        }
    }

    private sealed class Lines : ILogger
    {
        public List<string> Written { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Debug;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                Written.Add(formatter(state, exception));
            }
        }
    }
}
