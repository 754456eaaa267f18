using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using QaBot.Web.Limits;

namespace QaBot.Web.Tests.Hosting;

public sealed class HostingTests
{
    [Fact]
    public async Task Start_PortThatIsTaken_SaysSo()
    {
        await using var scene = await WebScene.StartAsync();

        var fault = await Assert.ThrowsAsync<WebException>(() => WebScene.StartAsync(options => options.Urls = $"http://127.0.0.1:{scene.Port}"));

        Assert.False(fault.IsUsage);
        Assert.Contains("taken", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_SeveralAddresses_ListensOnEach()
    {
        await using var scene = await WebScene.StartAsync();
        var options = new WebOptions { Urls = "http://127.0.0.1:0;http://127.0.0.2:0" };
        await using var server = await WebServer.StartAsync(new WebSite(WebScene.Answerer, WebScene.Corpus, new QaBot.Citations.AnswerAudit(WebScene.Corpus, new())), options);
        foreach (var address in server.Addresses)
        {
            Assert.Equal("ok\n", await scene.Client.GetStringAsync(new Uri(new Uri(address), "healthz")));
        }

        Assert.Equal(2, server.Addresses.Count);
        await server.StopAsync(TimeSpan.Zero);
    }

    [Fact]
    public async Task Stop_QuestionUnderWay_IsAnsweredFirst()
    {
        using var held = new HeldRanking();
        await using var scene = await WebScene.StartAsync(answerer: WebScene.Ranking(held.RankAsync));
        var asking = scene.AskAsync(WebScene.Question);
        await held.EnteredAsync();

        var stopping = scene.Server.StopAsync(TimeSpan.FromMinutes(2));
        await Assert.ThrowsAsync<HttpRequestException>(() => RefusedAsync(scene));
        held.Open();

        await asking.OkAsync();
        await stopping;
    }

    [Fact]
    public async Task Stop_QuestionThatDoesNotEnd_IsCutOff()
    {
        using var held = new HeldRanking();
        await using var scene = await WebScene.StartAsync(answerer: WebScene.Ranking(held.RankAsync));
        var asking = scene.AskAsync(WebScene.Question);
        await held.EnteredAsync();

        await scene.Server.StopAsync(TimeSpan.FromMilliseconds(100));

        await held.Cancelled;
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => asking);
    }

    [Fact]
    public async Task Ending_QuestionsUnderWay_AreToldSoInTheirForms()
    {
        using var held = new HeldRanking();
        using var ending = new CancellationTokenSource();
        await using var scene = await WebScene.StartAsync(
            options => (options.Concurrency, options.QueueCapacity) = (2, 1), WebScene.Ranking(held.RankAsync), site => site with { Ending = ending.Token });
        var events = scene.EventsAsync(WebScene.Question);
        await held.EnteredAsync();
        var asking = scene.AskAsync(WebScene.Question);
        await held.EnteredAsync();

        // One of them waits in the queue, whose fullness the other tells.
        var (third, fourth) = (scene.AskAsync(WebScene.Question), scene.AskAsync(WebScene.Question));
        var refused = await Task.WhenAny(third, fourth);
        await refused.ProblemAsync(HttpStatusCode.TooManyRequests);
        await ending.CancelAsync();

        var problem = Assert.Single(await events);
        Assert.Equal("problem", problem.Type);
        Assert.Equal(503, problem.Data["status"]!.GetValue<int>());
        Assert.Contains("being stopped", problem.Data.Text("detail"), StringComparison.Ordinal);
        Assert.Equal(problem.Data.Text("detail"), await asking.ProblemAsync(HttpStatusCode.ServiceUnavailable));
        Assert.Equal(problem.Data.Text("detail"), await (refused == third ? fourth : third).ProblemAsync(HttpStatusCode.ServiceUnavailable));
    }

    [Theory]
    [InlineData("documents")]
    [InlineData("documents/lives/tove-aldermann.txt")]
    [InlineData("api/documents")]
    [InlineData("api/text/lives/tove-aldermann.txt")]
    [InlineData("healthz")]
    [InlineData("")]
    public async Task Head_OfWhatThereIs_IsItsHeadersAlone(string path)
    {
        await using var scene = await WebScene.StartAsync();
        using var whole = await scene.Client.GetAsync(path);

        using var head = await scene.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));

        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(whole.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Endpoints_OfOthers_StandBehindTheSameChecks()
    {
        await using var scene = await WebScene.StartAsync(
            options => (options.Token, options.QuestionsPerMinute) = ("0123456789abcdef", 1),
            changeSite: site => site with { MapEndpoints = endpoints => endpoints.MapGet("/other", () => "here").AnswersQuestions() });

        using var stranger = await scene.Client.GetAsync("other");
        scene.Client.DefaultRequestHeaders.Authorization = new("Bearer", "0123456789abcdef");

        Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
        Assert.Equal("here", await scene.Client.GetStringAsync("other"));
        using var second = await scene.Client.GetAsync("other");
        Assert.Equal(HttpStatusCode.TooManyRequests, second.StatusCode);
    }

    [Fact]
    public async Task Reader_ThatDoesNotRead_IsCutOffAndOthersAreServed()
    {
        var cut = new TaskCompletionSource();
        await using var scene = await WebScene.StartAsync(changeSite: site => site with
        {
            MapEndpoints = endpoints => endpoints.MapGet("/flood", async (HttpContext context) =>
            {
                using var aborted = context.RequestAborted.Register(() => cut.TrySetResult());
                while (!context.RequestAborted.IsCancellationRequested)
                {
                    await context.Response.Body.WriteAsync(new byte[65_536], context.RequestAborted);
                }
            }),
        });
        using var socket = new TcpClient { ReceiveBufferSize = 4096 };
        await socket.ConnectAsync(IPAddress.Loopback, scene.Port);
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes("GET /flood HTTP/1.1\r\nHost: localhost\r\n\r\n"));

        await scene.AskAsync(WebScene.Question).OkAsync();
        await cut.Task.WaitAsync(TimeSpan.FromMinutes(2));
    }

    [Fact]
    public async Task Curl_AsTheHelpShowsIt_IsAnswered()
    {
        await using var scene = await WebScene.StartAsync();
        string[] arguments = ["-sS", $"{scene.Client.BaseAddress}api/ask", "-H", "Content-Type: application/json", "-d", "{\"question\":\"Where was Aldermann born?\"}"];
        using var curl = Process.Start(new ProcessStartInfo("curl", arguments) { RedirectStandardOutput = true })!;

        var answer = JsonNode.Parse(await curl.StandardOutput.ReadToEndAsync())!;

        Assert.Equal("answered", answer.Text("outcome"));
    }

    /// <summary>Asks for new connections until the server takes none any more.</summary>
    private static async Task RefusedAsync(WebScene scene)
    {
        while (true)
        {
            using var client = new HttpClient();
            await client.GetStringAsync(new Uri(scene.Client.BaseAddress!, "healthz"));
        }
    }
}
