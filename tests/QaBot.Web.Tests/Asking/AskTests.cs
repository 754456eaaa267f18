using System.Net;
using QaBot.Answering;
using QaBot.Chunking;
using QaBot.Indexing;
using QaBot.Testing;
using QaBot.Text;

namespace QaBot.Web.Tests.Asking;

public sealed class AskTests
{
    [Fact]
    public async Task Ask_Question_IsTheObjectOfTheCommandLineAndVerifies()
    {
        await using var scene = await WebScene.StartAsync();

        var json = await scene.AskAsync(WebScene.Question).OkAsync();

        var answer = AnswerJson.Parse(json.ToJsonString());
        Assert.Equal("answered", answer.Outcome);
        Assert.Contains("born in Bergen. [1]", answer.Answer, StringComparison.Ordinal);
        var citation = Assert.Single(answer.Citations);
        Assert.Equal(WebScene.Corpus.Find(WebScene.Life)!.Text[citation.Start..citation.End], citation.Quote);
        Assert.Equal(22, answer.Conversation!.Length);
        var verified = await scene.PostAsync("api/verify", json.ToJsonString()).OkAsync();
        Assert.Empty(verified["faults"]!.AsArray());
    }

    [Fact]
    public async Task Ask_FollowUp_IsReadFromItsConversationAlone()
    {
        await using var scene = await WebScene.StartAsync();
        var first = await scene.AskAsync("When did Aldermann marry Sigurd Brekke?").OkAsync();

        var second = await scene.AskAsync("Where?", first.Text("conversation")).OkAsync();
        var other = await scene.AskAsync("Where?").OkAsync();

        Assert.Equal(first.Text("conversation"), second.Text("conversation"));
        Assert.StartsWith("Where did Aldermann marry", second.Text("readAs"), StringComparison.Ordinal);
        Assert.Null(other["readAs"]);
        Assert.NotEqual(first.Text("conversation"), other.Text("conversation"));
    }

    [Fact]
    public async Task Ask_ConversationThatIsNotThere_BeginsOneWithAnotherId()
    {
        await using var scene = await WebScene.StartAsync();

        Assert.NotEqual("mine", (await scene.AskAsync(WebScene.Question, "mine").OkAsync()).Text("conversation"));
    }

    [Fact]
    public async Task Ask_Abstention_HasTheNearestSentences()
    {
        var corpus = await Corpus.LoadAsync(Repository.PathOf("seeds"));
        await using var scene = await WebScene.StartAsync(answerer: new QuestionAnswerer(corpus, PassageIndex.Build(corpus, new ChunkingOptions())));

        var json = await scene.AskAsync("What is the capital of Peru?").OkAsync();

        Assert.Equal("abstained", json.Text("outcome"));
        Assert.NotEmpty(json["nearest"]!.AsArray());
    }

    [Fact]
    public async Task Ask_Events_AreHowItIsReadAndTheAnswer()
    {
        await using var scene = await WebScene.StartAsync();
        var first = Assert.Single(await scene.EventsAsync("When did Aldermann marry Sigurd Brekke?"));

        var events = await scene.EventsAsync("Where?", first.Data.Text("conversation"));

        Assert.Equal("answer", first.Type);
        Assert.Equal(["read-as", "answer"], events.Select(e => e.Type));
        Assert.Equal(events[1].Data.Text("readAs"), events[0].Data.Text("readAs"));
    }

    [Fact]
    public async Task Ask_EventsOfAModel_AreItsVerifiedSentencesFirst()
    {
        await using var scene = await WebScene.StartAsync(answerer: WebScene.Model("Aldermann was born in Bergen [1]. She was an astronaut [1]. She had four brothers [1]."));

        var events = await scene.EventsAsync(WebScene.Question);

        Assert.Equal(["sentence", "sentence", "answer"], events.Select(e => e.Type));
        Assert.Equal(events[2].Data.Text("answer"), $"{events[0].Data.Text("text")} {events[1].Data.Text("text")}");
        Assert.Equal("Aldermann was born in Bergen.", events[0].Data["citations"]![0]!.Text("quote"));
    }

    public static TheoryData<string, HttpStatusCode, string> WrongBodies => new()
    {
        { "", HttpStatusCode.BadRequest, "JSON" },
        { "{", HttpStatusCode.BadRequest, "JSON" },
        { "[]", HttpStatusCode.BadRequest, "JSON" },
        { "null", HttpStatusCode.BadRequest, "JSON" },
        { "{}", HttpStatusCode.BadRequest, "JSON" },
        { """{"question":1}""", HttpStatusCode.BadRequest, "$.question" },
        { """{"question":null}""", HttpStatusCode.BadRequest, "$.question" },
        { """{"question":"Who?","qestion":"Who?"}""", HttpStatusCode.BadRequest, "$.qestion" },
        { """{"question":"Who?","question":"Where?"}""", HttpStatusCode.BadRequest, "JSON" },
        { """{"question":"\ud800"}""", HttpStatusCode.BadRequest, "JSON" },
        { """{"question":"Who?"} {"question":"Who?"}""", HttpStatusCode.BadRequest, "JSON" },
        { """{"question":""}""", HttpStatusCode.UnprocessableEntity, "empty" },
        { """{"question":"Who\u0000?"}""", HttpStatusCode.UnprocessableEntity, "control character" },
    };

    [Theory]
    [MemberData(nameof(WrongBodies))]
    public async Task Ask_WrongBody_IsRefusedWithASentence(string body, HttpStatusCode status, string words)
    {
        await using var scene = await WebScene.StartAsync();

        Assert.Contains(words, await scene.PostAsync("api/ask", body).ProblemAsync(status), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_LongQuestion_IsRefusedWithTheLimit()
    {
        await using var scene = await WebScene.StartAsync();

        Assert.Contains("2000", await scene.AskAsync(new string('x', 2001)).ProblemAsync(HttpStatusCode.UnprocessableEntity), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_BadUtf8_IsRefused()
    {
        await using var scene = await WebScene.StartAsync();
        byte[] body = [.. "{\"question\":\""u8, 0xC3, 0x28, .. "\"}"u8];

        Assert.Contains("UTF-8", await scene.PostAsync("api/ask", body).ProblemAsync(HttpStatusCode.BadRequest), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_BodyOfAForm_IsRefused()
    {
        await using var scene = await WebScene.StartAsync();

        Assert.Contains("application/json", await scene.PostAsync("api/ask", """{"question":"Who?"}""", "text/plain").ProblemAsync(HttpStatusCode.UnsupportedMediaType), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Content-Length: 10000000", "")]
    [InlineData("Transfer-Encoding: chunked", "F4241\r\n")]
    public async Task Ask_BodyOf10Megabytes_IsRefusedBeforeItIsRead(string header, string start)
    {
        await using var scene = await WebScene.StartAsync();

        var response = await RawHttp.SendAsync(
            scene.Port,
            $"POST /api/ask HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nConnection: close\r\n{header}\r\n\r\n{start}{new string(' ', 1_000_001)}\r\nF4240\r\n{new string(' ', 1_000)}");

        Assert.StartsWith("HTTP/1.1 413", response, StringComparison.Ordinal);
        Assert.Contains("too large", response, StringComparison.Ordinal);
        await scene.AskAsync(WebScene.Question).OkAsync();
    }

    [Fact]
    public async Task Ask_Get_IsNoMethodHere()
    {
        await using var scene = await WebScene.StartAsync();

        await scene.Client.GetAsync("api/ask").ProblemAsync(HttpStatusCode.MethodNotAllowed);
        await scene.Client.GetAsync("api/asks").ProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Ask_ClientGoes_AnsweringStopsAndNothingIsRemembered()
    {
        using var held = new HeldRanking();
        await using var scene = await WebScene.StartAsync(answerer: WebScene.Ranking(held.RankAsync));
        using var gone = new CancellationTokenSource();
        var asking = scene.AskAsync(WebScene.Question, cancellationToken: gone.Token);
        await held.EnteredAsync();

        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        await held.Cancelled;
        held.Open();
        await scene.AskAsync(WebScene.Question).OkAsync();
        Assert.DoesNotContain(scene.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ask_TakesTooLong_SaysSoInEitherForm()
    {
        await using var scene = await WebScene.StartAsync(options => options.QuestionTimeout = 0.1, WebScene.Ranking(new HeldRanking().RankAsync));

        var sentence = await scene.AskAsync(WebScene.Question).ProblemAsync(HttpStatusCode.ServiceUnavailable);
        var problem = Assert.Single(await scene.EventsAsync(WebScene.Question));

        Assert.Contains("too long", sentence, StringComparison.Ordinal);
        Assert.Equal("problem", problem.Type);
        Assert.Equal(sentence, problem.Data.Text("detail"));
    }

    [Fact]
    public async Task Ask_AnswererFails_LogSaysWhyAndTheClientDoesNotLearnIt()
    {
        await using var scene = await WebScene.StartAsync(answerer: WebScene.Ranking((_, _, _) => throw new InvalidOperationException("the disk is on fire")));

        var sentence = await scene.AskAsync(WebScene.Question).ProblemAsync(HttpStatusCode.InternalServerError);

        Assert.DoesNotContain("fire", sentence, StringComparison.Ordinal);
        Assert.Contains(scene.Log.Lines, line => line.Contains("the disk is on fire", StringComparison.Ordinal));
        Assert.DoesNotContain(scene.Log.Lines, line => line.Contains(WebScene.Question, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ask_OneConversation_OneQuestionAtATime()
    {
        var (open, held) = (new HeldRanking(), new HeldRanking());
        open.Open();
        var isFirst = true;
        await using var scene = await WebScene.StartAsync(
            options => options.Concurrency = 2, WebScene.Ranking((question, count, cancellationToken) => (isFirst ? open : held).RankAsync(question, count, cancellationToken)));
        var id = (await scene.AskAsync(WebScene.Question).OkAsync()).Text("conversation");
        isFirst = false;

        // They wait for one another, and none but the first of them holds a place while it waits.
        var inOne = Enumerable.Range(0, 4).Select(_ => scene.AskAsync("Who directed The Silent Harbour?", id)).ToList();
        await held.EnteredAsync();
        var inAnother = scene.AskAsync(WebScene.Question);
        await held.EnteredAsync();
        held.Open();

        await Task.WhenAll(inOne.Append(inAnother).Select(asking => asking.OkAsync()));
        Assert.Equal(2, held.Most);
    }

    [Fact]
    public async Task Ask_ManyClients_EachIsAnsweredOrToldWhenToComeBack()
    {
        await using var scene = await WebScene.StartAsync(options => options.QueueCapacity = 10);

        var responses = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => scene.AskAsync(WebScene.Question)));

        Assert.All(responses, response => Assert.True(
            response.StatusCode == HttpStatusCode.OK || (response.StatusCode == HttpStatusCode.TooManyRequests && response.Headers.RetryAfter?.Delta > TimeSpan.Zero)));
        Assert.Contains(responses, response => response.StatusCode == HttpStatusCode.OK);
        await scene.AskAsync(WebScene.Question).OkAsync();
    }

    [Fact]
    public async Task OpenApi_Document_DescribesEveryEndpoint()
    {
        await using var scene = await WebScene.StartAsync(keep: _ => { });

        var paths = (await scene.Client.GetAsync("openapi/v1.json").OkAsync())["paths"]!.AsObject();

        string[] expected =
        [
            "/api/ask", "/api/documents", "/api/documents/{name}", "/api/text/{name}", "/api/search", "/api/examples", "/api/verify", "/api/feedback", "/v1/models",
            "/v1/models/{model}", "/v1/chat/completions",
        ];
        Assert.Equal(expected.Order(StringComparer.Ordinal), paths.Select(path => path.Key).Order(StringComparer.Ordinal));
        var ask = paths["/api/ask"]!["post"]!;
        Assert.NotNull(ask["requestBody"]!["content"]!["application/json"]);
        Assert.NotNull(ask["responses"]!["200"]!["content"]!["text/event-stream"]);
    }

    [Fact]
    public async Task OpenApi_Document_SaysWhatIsRefusedAndByWhatOneIsLetIn()
    {
        const string Token = "0123456789abcdef";
        await using var scene = await WebScene.StartAsync(options => options.Token = Token);
        scene.Client.DefaultRequestHeaders.Authorization = new("Bearer", Token);

        var document = await scene.Client.GetAsync("openapi/v1.json").OkAsync();

        Assert.Equal("bearer", document["components"]!["securitySchemes"]!["bearer"]!.Text("scheme"));
        Assert.NotNull(document["security"]![0]!["bearer"]);
        var ask = document["paths"]!["/api/ask"]!["post"]!["responses"]!;
        Assert.Equal(["200", "400", "401", "413", "415", "422", "429", "503"], ask.AsObject().Select(response => response.Key).Order(StringComparer.Ordinal));
        Assert.NotNull(ask["429"]!["content"]!["application/problem+json"]);
        Assert.Equal("string", ask["200"]!["content"]!["text/event-stream"]!["schema"]!.Text("type"));
        var completion = document["paths"]!["/v1/chat/completions"]!["post"]!["responses"]!["400"]!["content"]!["application/json"]!["schema"]!;
        Assert.EndsWith("/CompletionErrorJson", completion.Text("$ref"), StringComparison.Ordinal);
        Assert.Equal("integer", document["components"]!["schemas"]!["SearchResultJson"]!["properties"]!["start"]!.Text("type"));
    }

    [Fact]
    public async Task OpenApi_AnotherDocument_IsNotThere()
    {
        await using var scene = await WebScene.StartAsync();

        await scene.Client.GetAsync("openapi/zz.json").ProblemAsync(HttpStatusCode.NotFound);
    }
}
