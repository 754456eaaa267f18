using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using QaBot.Answering.Chat;
using QaBot.OpenAI;
using QaBot.Testing;
using QaBot.Testing.Endpoints;
using Xunit;

namespace QaBot.SemanticKernel.Tests;

public sealed class KernelAnswerGeneratorTests : AnswerGeneratorConformance
{
    private const string Question = "Where was Anna Berg born?";

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
        Assert.Equal("extractive", answer.Engine.Answerer);
        Assert.InRange(endpoint.Requests.Count, 2, 2 * (PassageShelf.MostCalls + 2));
    }

    [Theory]
    [InlineData(401, ChatFault.WrongKey)]
    [InlineData(404, ChatFault.UnknownModel)]
    [InlineData(500, ChatFault.ServerError)]
    public async Task AskAsync_EndpointRefuses_IsTheFaultOfTheBuiltInOrchestrator(int status, ChatFault fault)
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

        Assert.StartsWith("The model called Passages.search: ", Assert.Single(log.Written), StringComparison.Ordinal);
    }

    protected override IAnswerGenerator Create(IChatClient client) => Create(client, log: null);

    private static KernelAnswerGenerator Create(IChatClient client, ILogger? log) =>
        new(KernelAnswerGenerator.Over(client), KernelPrompts.LoadAsync(Prompts).GetAwaiter().GetResult(), temperature: 0, log);

    private static QuestionAnswerer OverOpenAI(ScriptedEndpoint endpoint, ILogger? log = null)
    {
        var options = new ChatEndpointOptions { Endpoint = endpoint.Address, Model = "scripted-1", Retries = 0 };
        var client = ChatEndpoint.CreateChatClient(options, time: null, OpenAIConnector.CreateChatClient);
        return Answerer(Create(client, log), mostPassages: 1);
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
