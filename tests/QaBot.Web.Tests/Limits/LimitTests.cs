using System.Net;
using System.Net.Sockets;
using System.Text;

namespace QaBot.Web.Tests.Limits;

public sealed class LimitTests
{
    [Fact]
    public async Task Questions_OfOneClient_AreSoManyAMinute()
    {
        await using var scene = await WebScene.StartAsync(options => options.QuestionsPerMinute = 1);

        // A question that is refused counts too.
        await scene.AskAsync("").ProblemAsync(HttpStatusCode.UnprocessableEntity);
        using var refused = await scene.AskAsync("");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Contains("try again", (await refused.JsonAsync()).Text("detail"), StringComparison.Ordinal);
        await scene.Client.GetAsync("api/documents").OkAsync();
    }

    [Fact]
    public async Task Requests_OfOneClient_AreSoManyAMinuteAndThePageAndHealthDoNotCount()
    {
        await using var scene = await WebScene.StartAsync(options => options.RequestsPerMinute = 1);
        await scene.Client.GetAsync("api/documents").OkAsync();

        using var refused = await scene.Client.GetAsync("api/documents");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        using var page = await scene.Client.GetAsync("");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal("ok\n", await scene.Client.GetStringAsync("healthz"));
        await scene.AskAsync(WebScene.Question).OkAsync();
    }

    [Fact]
    public async Task Queue_Full_RefusesTheNext()
    {
        using var held = new HeldRanking();
        await using var scene = await WebScene.StartAsync(options => (options.Concurrency, options.QueueCapacity) = (1, 1), WebScene.Ranking(held.RankAsync));
        var first = scene.AskAsync(WebScene.Question);
        await held.EnteredAsync();

        // One of them waits, the other finds no place.
        var (second, third) = (scene.AskAsync(WebScene.Question), scene.AskAsync(WebScene.Question));
        var ended = await Task.WhenAny(second, third);
        using var refused = await ended;
        held.Open();

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.True(refused.Headers.RetryAfter!.Delta > TimeSpan.Zero);
        await first.OkAsync();
        Assert.Equal(HttpStatusCode.OK, (await (ended == second ? third : second)).StatusCode);
        Assert.Equal(1, held.Most);
    }

    [Fact]
    public async Task Question_WhoseBodyIsUnderWay_HoldsNoPlace()
    {
        await using var scene = await WebScene.StartAsync(options => (options.Concurrency, options.QueueCapacity) = (1, 0));
        using var slow = await BeginAsync(scene.Port, "Expect: 100-continue\r\n");
        using var reader = new StreamReader(slow.GetStream(), Encoding.ASCII);

        // The server says so when it reads the body.
        Assert.Equal("HTTP/1.1 100 Continue", await reader.ReadLineAsync());
        await scene.AskAsync(WebScene.Question).OkAsync();
    }

    [Fact]
    public async Task Body_ThatComesTooSlowly_IsCutOff()
    {
        await using var scene = await WebScene.StartAsync();
        using var slow = await BeginAsync(scene.Port);
        using var reader = new StreamReader(slow.GetStream(), Encoding.UTF8);
        var answered = reader.ReadToEndAsync();
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(100));

        // A kilobyte a second.
        for (var i = 0; i < 1000 && !answered.IsCompleted; i++)
        {
            await slow.GetStream().WriteAsync(new byte[100]).AsTask().ContinueWith(_ => { }, TaskScheduler.Default);
            await tick.WaitForNextTickAsync();
        }

        Assert.True(answered.IsCompletedSuccessfully);
        Assert.StartsWith("HTTP/1.1 408", await answered, StringComparison.Ordinal);
    }

    /// <summary>Sends the head of a question with a long body.</summary>
    private static async Task<TcpClient> BeginAsync(int port, string headers = "")
    {
        var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, port);
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /api/ask HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 900000\r\n{headers}\r\n"));
        return socket;
    }
}
