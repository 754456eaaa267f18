using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.AI;
using QaBot.Answering;
using QaBot.Chat.Endpoints;
using QaBot.Testing;
using QaBot.Testing.Endpoints;
using Xunit;

namespace QaBot.Chat.Tests.Resilience;

public sealed class ResilientChatClientTests
{
    private const string Key = "sk-very-secret";
    private static readonly ChatMessage[] Messages = [new(ChatRole.User, "What?")];

    [Theory]
    [InlineData(401, ChatFault.WrongKey, "Chat:ApiKey")]
    [InlineData(403, ChatFault.WrongKey, "Chat:ApiKey")]
    [InlineData(404, ChatFault.UnknownModel, "Chat:Model")]
    [InlineData(400, ChatFault.BadRequest, "(400)")]
    [InlineData(422, ChatFault.BadRequest, "(422)")]
    public async Task Stream_RefusedRequest_IsNamedAtOnceAndWithoutTheKey(int status, ChatFault fault, string words)
    {
        await using var endpoint = new ScriptedEndpoint(EndpointReply.Error(status, $"You sent {Key}."));

        var thrown = await FaultAsync(endpoint.Address);

        Assert.Equal(fault, thrown.Fault);
        Assert.Contains(words, thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, thrown.ToString(), StringComparison.Ordinal);
        Assert.Single(endpoint.Requests);
    }

    [Theory]
    [InlineData(408, ChatFault.TimedOut)]
    [InlineData(429, ChatFault.Throttled)]
    [InlineData(500, ChatFault.ServerError)]
    [InlineData(503, ChatFault.ServerError)]
    public async Task Stream_FaultOfTheMoment_IsTriedAgain(int status, ChatFault fault)
    {
        await using var once = new ScriptedEndpoint(EndpointReply.Error(status).With("Retry-After", "0"), EndpointReply.Stream("One two."));
        await using var always = new ScriptedEndpoint(EndpointReply.Error(status).With("Retry-After", "0"));

        Assert.Equal("One two.", await TextAsync(Client(once.Address)));
        Assert.Equal(fault, (await FaultAsync(always.Address)).Fault);
        Assert.Equal(2, once.Requests.Count);
        Assert.Equal(3, always.Requests.Count);
    }

    [Theory]
    [InlineData("Retry-After", "7", 7)]
    [InlineData("retry-after-ms", "2500", 2.5)]
    [InlineData("Retry-After", "Sun, 22 Nov 2026 12:00:09 GMT", 9)]
    public async Task Stream_RetryAfter_IsWaitedFor(string header, string value, double seconds)
    {
        var time = new ManualTime();
        await using var endpoint = new ScriptedEndpoint(EndpointReply.Error(429).With(header, value), EndpointReply.Stream("One two."));
        var reading = TextAsync(Client(endpoint.Address, time));
        await UntilAsync(() => time.Waits.Contains(TimeSpan.FromSeconds(seconds)));

        time.Advance(TimeSpan.FromSeconds(seconds - 0.1));
        Assert.Single(endpoint.Requests);
        time.Advance(TimeSpan.FromSeconds(0.2));

        Assert.Equal("One two.", await reading);
    }

    [Fact]
    public async Task Stream_RetryAfterOfMinutes_IsNotWaitedFor()
    {
        await using var endpoint = new ScriptedEndpoint(EndpointReply.Error(429).With("Retry-After", "3600"));

        Assert.Equal(ChatFault.Throttled, (await FaultAsync(endpoint.Address)).Fault);
        Assert.Single(endpoint.Requests);
    }

    [Fact]
    public async Task Stream_NoHeader_WaitsLongerEveryTime()
    {
        var time = new ManualTime();
        await using var endpoint = new ScriptedEndpoint(EndpointReply.Error(500));
        var reading = FaultAsync(endpoint.Address, time);
        var waits = new List<TimeSpan>();
        for (var i = 0; i < 2; i++)
        {
            // The time limit of the attempt is 20 s and gone when a wait of the back-off is set.
            await UntilAsync(() => time.Waits.Any(wait => wait < TimeSpan.FromSeconds(19) && wait > TimeSpan.Zero));
            waits.Add(time.Waits.Min());
            time.Advance(waits[^1]);
        }

        Assert.Equal(ChatFault.ServerError, (await reading).Fault);
        Assert.All(waits, wait => Assert.InRange(wait.TotalSeconds, 0.01, 5));
        Assert.Equal(3, endpoint.Requests.Count);
    }

    [Fact]
    public async Task Stream_NoFirstPiece_TimesOutEachAttempt()
    {
        var time = new ManualTime();
        await using var endpoint = new ScriptedEndpoint(EndpointReply.Raw() with { Ending = EndpointEnding.Hang });
        var reading = FaultAsync(endpoint.Address, time, retries: 0);
        await UntilAsync(() => endpoint.Requests.Count == 1);

        time.Advance(TimeSpan.FromSeconds(20.1));

        Assert.Equal(ChatFault.TimedOut, (await reading).Fault);
    }

    [Fact]
    public async Task Stream_StallsInTheMiddle_TimesOutAndIsNotMadeAgain()
    {
        var time = new ManualTime();
        await using var endpoint = new ScriptedEndpoint(EndpointReply.Unfinished("One "));
        await using var updates = Client(endpoint.Address, time).GetStreamingResponseAsync(Messages).GetAsyncEnumerator();
        Assert.True(await updates.MoveNextAsync());
        var next = updates.MoveNextAsync().AsTask();

        time.Advance(TimeSpan.FromSeconds(20.1));

        Assert.Equal(ChatFault.TimedOut, (await Assert.ThrowsAsync<ChatFaultException>(() => next)).Fault);
        Assert.Single(endpoint.Requests);
    }

    [Theory]
    [InlineData(EndpointEnding.Cut)]
    [InlineData(EndpointEnding.Reset)]
    public async Task Stream_BrokenOff_IsACut(EndpointEnding ending)
    {
        await using var endpoint = new ScriptedEndpoint(EndpointReply.Stream(["One "], finish: null, usage: false) with { Ending = ending, Pieces = EndpointReply.Stream("One two.").Pieces.Take(1) });

        var thrown = await Assert.ThrowsAsync<ChatFaultException>(() => TextAsync(Client(endpoint.Address)));

        Assert.Equal(ChatFault.Cut, thrown.Fault);
    }

    [Theory]
    [InlineData("data: {\"choices\":[{\"delta\":{\"content\":\n\n")]
    [InlineData("data: not json\n\n")]
    [InlineData("<html>Log in</html>")]
    [InlineData("data: {\"id\":\"1\",\"created\":\"yesterday\",\"choices\":7}\n\n")]
    [InlineData("data: []\n\n")]
    public async Task Stream_OtherForm_IsMalformed(string body)
    {
        await using var endpoint = new ScriptedEndpoint(EndpointReply.Raw(body));

        Assert.Equal(ChatFault.Malformed, (await FaultAsync(endpoint.Address)).Fault);
    }

    [Theory]
    [InlineData("data: {\"error\":{\"message\":\"sk-very-secret\",\"code\":500}}\n\n")]
    [InlineData("{\"error\":{\"message\":\"sk-very-secret\"}}")]
    public async Task Stream_ErrorWithStatus200_IsTriedAgainAndNotRepeated(string body)
    {
        await using var endpoint = new ScriptedEndpoint(EndpointReply.Raw(body));

        var thrown = await FaultAsync(endpoint.Address, retries: 1);

        Assert.Equal(ChatFault.ServerError, thrown.Fault);
        Assert.DoesNotContain(Key, thrown.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, endpoint.Requests.Count);
    }

    [Theory]
    [InlineData(200, ChatFault.Malformed)]
    [InlineData(400, ChatFault.BadRequest)]
    public async Task Stream_BodyWithoutAnEnd_IsGivenUpBeforeItFillsTheMemory(int status, ChatFault fault)
    {
        var sent = 0L;
        var megabyte = new byte[1 << 20];
        var pieces = Enumerable.Range(0, 1000).Select(_ => Interlocked.Increment(ref sent) > 0 ? megabyte : []);
        await using var endpoint = new ScriptedEndpoint(new EndpointReply { Status = status, Pieces = pieces });

        Assert.Equal(fault, (await FaultAsync(endpoint.Address, retries: 0)).Fault);
        Assert.InRange(sent, 1, 200);
    }

    [Fact]
    public async Task Stream_ErrorWhoseBodyHangs_IsNamedAtOnce()
    {
        await using var endpoint = new ScriptedEndpoint(EndpointReply.Error(500) with { Ending = EndpointEnding.Hang });

        Assert.Equal(ChatFault.ServerError, (await FaultAsync(endpoint.Address, retries: 0).WaitAsync(TimeSpan.FromSeconds(10))).Fault);
    }

    [Theory]
    [InlineData(302)]
    [InlineData(307)]
    public async Task Stream_Redirection_IsNotFollowed(int status)
    {
        await using var other = new ScriptedEndpoint(EndpointReply.Stream("One two."));
        await using var endpoint = new ScriptedEndpoint(EndpointReply.Error(status).With("Location", other.Address));

        Assert.Equal(ChatFault.Malformed, (await FaultAsync(endpoint.Address)).Fault);
        Assert.Empty(other.Requests);
    }

    [Fact]
    public async Task Stream_NobodyListens_IsUnreachable()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/v1");
        listener.Stop();

        var thrown = await FaultAsync(address, retries: 0);

        Assert.Equal(ChatFault.Unreachable, thrown.Fault);
        Assert.Contains(address, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stream_FailsAgainAndAgain_IsLeftAloneForAWhile()
    {
        var time = new ManualTime();
        await using var endpoint = new ScriptedEndpoint([.. Enumerable.Repeat(EndpointReply.Error(500), 5), EndpointReply.Stream("One two.")]);
        using var client = Client(endpoint.Address, time, retries: 0);
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(ChatFault.ServerError, (await Assert.ThrowsAsync<ChatFaultException>(() => TextAsync(client))).Fault);
        }

        Assert.Equal(ChatFault.CircuitOpen, (await Assert.ThrowsAsync<ChatFaultException>(() => TextAsync(client))).Fault);
        Assert.Equal(5, endpoint.Requests.Count);
        time.Advance(TimeSpan.FromSeconds(31));

        Assert.Equal("One two.", await TextAsync(client));
    }

    [Fact]
    public async Task GetResponseAsync_FaultsAreTheSame()
    {
        await using var endpoint = new ScriptedEndpoint(EndpointReply.Error(401));
        await using var broken = new ScriptedEndpoint(EndpointReply.Json("{\"choices\": 5}"));

        Assert.Equal(ChatFault.WrongKey, (await Assert.ThrowsAsync<ChatFaultException>(() => Client(endpoint.Address).GetResponseAsync(Messages))).Fault);
        Assert.Equal(ChatFault.Malformed, (await Assert.ThrowsAsync<ChatFaultException>(() => Client(broken.Address).GetResponseAsync(Messages))).Fault);
    }

    [Fact]
    public async Task GenerateAsync_Faults_NameTheSectionOfVectors()
    {
        await using var endpoint = new ScriptedEndpoint(EndpointReply.Error(401));
        using var generator = ChatEndpoint.CreateEmbeddingGenerator(Options(endpoint.Address, retries: 0));

        var thrown = await Assert.ThrowsAsync<ChatFaultException>(() => generator.GenerateAsync(["a"]));

        Assert.Contains("Embeddings:ApiKey", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ftp://somewhere/v1", "m")]
    [InlineData("somewhere", "m")]
    [InlineData("http://somewhere/v1", " ")]
    public void CreateChatClient_NoAddressOrModel_IsRefused(string address, string model) =>
        Assert.ThrowsAny<ArgumentException>(() => ChatEndpoint.CreateChatClient(new ChatEndpointOptions { Endpoint = address, Model = model }));

    [Theory]
    [InlineData("sk-1\n", "", "X-A", "b", "ApiKey")]
    [InlineData("schlüssel", "", "X-A", "b", "ApiKey")]
    [InlineData("", "o\0", "X-A", "b", "Organization")]
    [InlineData("", "", "X A", "b", "Headers:X A")]
    [InlineData("", "", "X-A", "b\r\nc", "Headers:X-A")]
    [InlineData("sk-1", "org-1", "X-A", "b c", null)]
    public void Unsendable_Setting_IsNamed(string key, string organization, string name, string value, string? expected) => Assert.Equal(
        expected, ChatEndpoint.Unsendable(new ChatEndpointOptions { ApiKey = key, Organization = organization, Headers = { [name] = value } }));

    private static ChatEndpointOptions Options(string address, int retries) =>
        new() { Endpoint = address, Model = "scripted-1", ApiKey = Key, Retries = retries };

    private static IChatClient Client(string address, TimeProvider? time = null, int retries = 2) => ChatEndpoint.CreateChatClient(Options(address, retries), time);

    private static Task<ChatFaultException> FaultAsync(string address, TimeProvider? time = null, int retries = 2) =>
        Assert.ThrowsAsync<ChatFaultException>(() => TextAsync(Client(address, time, retries)));

    private static async Task<string> TextAsync(IChatClient client)
    {
        var text = "";
        await foreach (var update in client.GetStreamingResponseAsync(Messages))
        {
            text += update.Text;
        }

        return text;
    }

    /// <summary>Lets others run until something is so.</summary>
    private static async Task UntilAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!condition())
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
