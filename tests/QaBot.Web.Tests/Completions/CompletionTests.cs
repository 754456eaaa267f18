using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Web;

namespace QaBot.Web.Tests.Completions;

public sealed class CompletionTests
{
    [Fact]
    public async Task Complete_Question_CitesWithAddressesOfThePage()
    {
        await using var scene = await WebScene.StartAsync();

        var completion = await CompleteAsync(scene, Body(("user", WebScene.Question))).OkAsync();

        var message = completion["choices"]![0]!["message"]!;
        var content = message.Text("content");
        Assert.EndsWith("born in Bergen. [1]", content, StringComparison.Ordinal);
        var citation = Assert.Single(message["annotations"]!.AsArray())!["url_citation"]!;
        Assert.Equal("[1]", content[citation["start_index"]!.GetValue<int>()..citation["end_index"]!.GetValue<int>()]);
        var url = new Uri(citation.Text("url"));
        Assert.Equal($"{scene.Client.BaseAddress}", url.GetLeftPart(UriPartial.Path));
        var place = HttpUtility.ParseQueryString(url.Fragment[1..]);
        var document = WebScene.Corpus.Find(place["doc"]!)!;
        Assert.StartsWith($"sha256:{place["hash"]}", document.Hash, StringComparison.Ordinal);
        Assert.Equal(12, place["hash"]!.Length);
        Assert.Equal("Aldermann was born in Bergen.", document.Text[int.Parse(place["start"]!, null)..int.Parse(place["end"]!, null)]);
        Assert.Equal("stop", completion["choices"]![0]!.Text("finish_reason"));
        Assert.Equal(0, completion["usage"]!["total_tokens"]!.GetValue<int>());
    }

    [Fact]
    public async Task Complete_BehindAProxy_CitesTheAddressThatOthersOpen()
    {
        await using var scene = await WebScene.StartAsync(options => options.PublicUrl = "https://qabot.example/docs/");

        var completion = await CompleteAsync(scene, Body(("user", WebScene.Question))).OkAsync();

        var citation = Assert.Single(completion["choices"]![0]!["message"]!["annotations"]!.AsArray())!["url_citation"]!;
        Assert.StartsWith("https://qabot.example/docs/#doc=", citation.Text("url"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Complete_WhatTheSourceDoesNotSay_IsANormalAnswerThatSaysSo()
    {
        await using var scene = await WebScene.StartAsync();

        var completion = await CompleteAsync(scene, Body(("user", "What colour were the goats on Aldermann's farm?"))).OkAsync();

        Assert.StartsWith("The source does not say.", completion["choices"]![0]!["message"]!.Text("content"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Complete_MessagesBefore_AreTheConversation()
    {
        await using var scene = await WebScene.StartAsync();
        const string First = "When was Aldermann born?";
        var before = (await CompleteAsync(scene, Body(("user", First))).OkAsync())["choices"]![0]!["message"]!.Text("content");

        var followUp = await CompleteAsync(scene, Body(("system", "Be brief."), ("user", First), ("assistant", before), ("user", "Where?"))).OkAsync();
        var elsewhere = await CompleteAsync(scene, Body(("user", First), ("assistant", "Somebody else said this."), ("user", "Where?"))).OkAsync();

        Assert.Contains("Bergen", followUp["choices"]![0]!["message"]!.Text("content"), StringComparison.Ordinal);
        Assert.Contains("Bergen", elsewhere["choices"]![0]!["message"]!.Text("content"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Complete_PartsOfText_AreRead()
    {
        await using var scene = await WebScene.StartAsync();

        var completion = await CompleteAsync(scene, """{"model":"qabot","messages":[{"role":"user","content":[{"type":"text","text":"Where was Aldermann born?"}]}],"temperature":0.7,"tools":[]}""").OkAsync();

        Assert.Contains("Bergen", completion["choices"]![0]!["message"]!.Text("content"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Complete_Streamed_IsTheSameTextAndItsCitations()
    {
        await using var scene = await WebScene.StartAsync(answerer: WebScene.Model("Aldermann was born in Bergen [1]. She had four brothers [1]."));

        var whole = await CompleteAsync(scene, Body(("user", WebScene.Question))).OkAsync();
        using var response = await CompleteAsync(scene, Body(stream: true, ("user", WebScene.Question)));
        var events = await (await response.Content.ReadAsStreamAsync()).EventsAsync().Select(item => item.Data).ToListAsync();

        Assert.Equal("[DONE]", events[^1]);
        var chunks = events[..^1].Select(data => JsonNode.Parse(data)!).ToList();
        var deltas = chunks.SelectMany(chunk => chunk["choices"]!.AsArray()).Select(choice => choice!["delta"]!).ToList();
        Assert.Equal(whole["choices"]![0]!["message"]!.Text("content"), string.Concat(deltas.Select(delta => delta["content"]?.GetValue<string>())));
        Assert.True(deltas.Count(delta => delta["content"]?.GetValue<string>().Length > 0) >= 2);
        Assert.True(JsonNode.DeepEquals(whole["choices"]![0]!["message"]!["annotations"], deltas[^1]["annotations"]));
        Assert.Equal("stop", chunks[^2]["choices"]![0]!.Text("finish_reason"));
        Assert.Empty(chunks[^1]["choices"]!.AsArray());
        Assert.True(JsonNode.DeepEquals(whole["usage"], chunks[^1]["usage"]));
        Assert.Equal(110, whole["usage"]!["total_tokens"]!.GetValue<int>());
    }

    [Fact]
    public async Task Complete_StreamTakesTooLong_EndsWithAnError()
    {
        await using var scene = await WebScene.StartAsync(options => options.QuestionTimeout = 0.1, WebScene.Ranking(new HeldRanking().RankAsync));

        using var response = await CompleteAsync(scene, Body(stream: true, ("user", WebScene.Question)));
        var events = await (await response.Content.ReadAsStreamAsync()).EventsAsync().Select(item => item.Data).ToListAsync();

        Assert.Equal("server_error", JsonNode.Parse(events[^1])!["error"]!.Text("type"));
    }

    [Theory]
    [InlineData("{", HttpStatusCode.BadRequest)]
    [InlineData("{}", HttpStatusCode.BadRequest)]
    [InlineData("""{"messages":[]}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"messages":[null]}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"messages":[{"role":"assistant","content":"Hm."}]}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"messages":[{"role":"user","content":""}]}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"messages":[{"role":"user","content":7}]}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"messages":[{"role":"user","content":[{"type":"image_url","image_url":{"url":"data:,"}}]}]}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"n":2,"messages":[{"role":"user","content":"Who?"}]}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"n":"1","messages":[{"role":"user","content":"Who?"}]}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"response_format":{"type":"json_object"},"messages":[{"role":"user","content":"Who?"}]}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"model":"gpt-4o","messages":[{"role":"user","content":"Who?"}]}""", HttpStatusCode.NotFound)]
    public async Task Complete_WrongRequest_IsAnErrorOfOpenAIsShape(string body, HttpStatusCode status)
    {
        await using var scene = await WebScene.StartAsync();

        using var response = await CompleteAsync(scene, body);

        Assert.Equal(status, response.StatusCode);
        var error = (await response.JsonAsync())["error"]!;
        Assert.Equal("invalid_request_error", error.Text("type"));
        Assert.EndsWith(".", error.Text("message"), StringComparison.Ordinal);
        Assert.Equal(status == HttpStatusCode.NotFound ? "model_not_found" : null, error["code"]?.GetValue<string>());
    }

    [Fact]
    public async Task Complete_TooMany_IsAnErrorOfOpenAIsShapeWithRetryAfter()
    {
        await using var scene = await WebScene.StartAsync(options => options.QuestionsPerMinute = 1);
        using var first = await CompleteAsync(scene, "{}");

        using var response = await CompleteAsync(scene, "{}");

        Assert.Equal(HttpStatusCode.BadRequest, first.StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.True(response.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        Assert.Equal("rate_limit_exceeded", (await response.JsonAsync())["error"]!.Text("code"));
    }

    [Fact]
    public async Task Models_AreOne()
    {
        await using var scene = await WebScene.StartAsync();

        Assert.Equal("qabot", Assert.Single((await scene.Client.GetAsync("v1/models").OkAsync())["data"]!.AsArray())!.Text("id"));
        Assert.Equal("qabot", (await scene.Client.GetAsync("v1/models/qabot").OkAsync()).Text("id"));
        using var unknown = await scene.Client.GetAsync("v1/models/gpt-4o");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Equal(("model", "model_not_found"), ((await unknown.JsonAsync())["error"]!.Text("param"), (await unknown.JsonAsync())["error"]!.Text("code")));
    }

    [Fact]
    public async Task Complete_OneAnswerAsAFraction_IsOne()
    {
        await using var scene = await WebScene.StartAsync();

        await CompleteAsync(scene, """{"n":1.0,"messages":[{"role":"user","content":"Where was Aldermann born?"}]}""").OkAsync();
    }

    /// <summary>Each character is a byte: ÿ is none of UTF-8.</summary>
    [Theory]
    [InlineData("""{"messages":[{"role":"user","content":"ÿ"}]}""")]
    [InlineData("""{"messages":[{"role":"user","content":"\ud800"}]}""")]
    [InlineData("""{"messages":[{"role":"user","content":[{"type":"text","text":"\udc00"}]}]}""")]
    [InlineData("""{"messages":[{"role":"user","content":[{"type":"ÿ","text":"Who?"}]}]}""")]
    [InlineData("""{"messages":[{"role":"assistant","content":"ÿ"},{"role":"user","content":"Who?"}]}""")]
    [InlineData("""{"response_format":{"type":"\ud800"},"messages":[{"role":"user","content":"Who?"}]}""")]
    public async Task Complete_NoUnicode_IsRefused(string body)
    {
        await using var scene = await WebScene.StartAsync();

        using var response = await scene.PostAsync("v1/chat/completions", Encoding.Latin1.GetBytes(body));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("UTF-8", (await response.JsonAsync())["error"]!.Text("message"), StringComparison.Ordinal);
        Assert.DoesNotContain(scene.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("GET", "nix", "application/json", HttpStatusCode.NotFound, "/openapi/v1.json lists")]
    [InlineData("POST", "completions", "application/json", HttpStatusCode.NotFound, "/openapi/v1.json lists")]
    [InlineData("GET", "chat/completions", "application/json", HttpStatusCode.MethodNotAllowed, "does not take that method")]
    [InlineData("POST", "chat/completions", "text/plain", HttpStatusCode.UnsupportedMediaType, "application/json")]
    public async Task Request_OutOfPlace_IsAnErrorThatSaysWhy(string method, string path, string type, HttpStatusCode status, string words)
    {
        await using var scene = await WebScene.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), "v1/" + path) { Content = method == "GET" ? null : new StringContent("{}", Encoding.UTF8, type) };

        using var response = await scene.Client.SendAsync(request);

        Assert.Equal(status, response.StatusCode);
        var error = (await response.JsonAsync())["error"]!;
        Assert.Contains(words, error.Text("message"), StringComparison.Ordinal);
        Assert.Null(error["code"]);
        Assert.Null(error["param"]);
    }

    [Fact]
    public async Task Request_AddressedToAnotherName_IsAnErrorThatSaysWhy()
    {
        await using var scene = await WebScene.StartAsync();

        Assert.Contains("Web:Hosts", await RawHttp.GetAsync(scene.Port, "/v1/models", "attacker.example"), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> CompleteAsync(WebScene scene, string body) => scene.PostAsync("v1/chat/completions", body);

    private static string Body(params (string Role, string Content)[] messages) => Body(stream: false, messages);

    private static string Body(bool stream, params (string Role, string Content)[] messages) => new JsonObject
    {
        ["model"] = "qabot",
        ["stream"] = stream,
        ["stream_options"] = stream ? new JsonObject { ["include_usage"] = true } : null,
        ["messages"] = new JsonArray([.. messages.Select(message => new JsonObject { ["role"] = message.Role, ["content"] = message.Content })]),
    }.ToJsonString();
}
