using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using QaBot.Chunking;
using QaBot.Indexing;
using QaBot.Testing;
using QaBot.Text;

namespace QaBot.Web.Tests.Documents;

public sealed class DocumentTests
{
    private static readonly string Notes = WebScene.Corpus.Find(WebScene.Notes)!.Text;
    private static readonly int Violin = Notes.IndexOf("🎻", StringComparison.Ordinal);

    [Fact]
    public async Task List_Corpus_HasEveryDocument()
    {
        await using var scene = await WebScene.StartAsync();

        var documents = (await scene.Client.GetAsync("api/documents").OkAsync())["documents"]!.AsArray();

        Assert.Equal([WebScene.Life, WebScene.Notes], documents.Select(document => document!.Text("name")));
        Assert.Equal("Notes", documents[1]!.Text("title"));
        Assert.Equal(WebScene.Corpus.Find(WebScene.Notes)!.Hash, documents[1]!.Text("hash"));
        Assert.Equal(Notes.Length, documents[1]!["length"]!.GetValue<int>());
        Assert.Null(documents[1]!["outline"]);
    }

    [Theory]
    [InlineData("lives/tove-aldermann.txt")]
    [InlineData("lives%2Ftove-aldermann.txt")]
    [InlineData("notes%20%231.md")]
    public async Task Show_NameInAPath_IsFound(string path)
    {
        await using var scene = await WebScene.StartAsync();

        var document = await scene.Client.GetAsync("api/documents/" + path).OkAsync();

        Assert.NotNull(WebScene.Corpus.Find(document.Text("name")));
        Assert.Null(document["text"]);
    }

    [Fact]
    public async Task Show_Outline_IsTheHeadingsWhereTheyStand()
    {
        await using var scene = await WebScene.StartAsync();

        var outline = (await scene.Client.GetAsync("api/documents/notes%20%231.md").OkAsync())["outline"]!.AsArray();

        Assert.Equal([(1, "Notes"), (2, "The barn")], outline.Select(heading => (heading!["level"]!.GetValue<int>(), heading!.Text("text"))));
        Assert.Equal("## The barn", Notes[outline[1]!["start"]!.GetValue<int>()..outline[1]!["end"]!.GetValue<int>()]);
    }

    [Fact]
    public async Task Show_Range_IsItsText()
    {
        await using var scene = await WebScene.StartAsync();

        Assert.Equal("🎻", (await ShowAsync(scene, $"?start={Violin}&end={Violin + 2}").OkAsync()).Text("text"));
        Assert.Equal(Notes, (await ShowAsync(scene, "?start=0").OkAsync()).Text("text"));
        Assert.Equal("", (await ShowAsync(scene, $"?start={Notes.Length}").OkAsync()).Text("text"));
    }

    [Theory]
    [InlineData("?start=-1")]
    [InlineData("?start=5&end=4")]
    [InlineData("?end=100000")]
    [InlineData("?start=abc")]
    [InlineData("?start=99999999999")]
    public async Task Show_WrongRange_IsRefused(string query)
    {
        await using var scene = await WebScene.StartAsync();

        await ShowAsync(scene, query).ProblemAsync(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Show_RangeThatCutsACharacter_IsRefused()
    {
        await using var scene = await WebScene.StartAsync();

        Assert.Contains("character", await ShowAsync(scene, $"?start={Violin + 1}").ProblemAsync(HttpStatusCode.BadRequest), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_WholeAndRangesOfBytes_AreThoseOfTheText()
    {
        await using var scene = await WebScene.StartAsync();
        var bytes = Encoding.UTF8.GetBytes(Notes);
        using var whole = await scene.Client.GetAsync("api/text/notes%20%231.md");
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/text/notes%20%231.md") { Headers = { Range = new RangeHeaderValue(2, 8) } };
        using var part = await scene.Client.SendAsync(request);
        using var unsatisfiable = await scene.Client.SendAsync(
            new HttpRequestMessage(HttpMethod.Get, "api/text/notes%20%231.md") { Headers = { Range = new RangeHeaderValue(100_000, null) } });
        using var known = await scene.Client.SendAsync(
            new HttpRequestMessage(HttpMethod.Get, "api/text/notes%20%231.md") { Headers = { IfNoneMatch = { whole.Headers.ETag! } } });

        Assert.Equal("text/plain; charset=utf-8", whole.Content.Headers.ContentType?.ToString());
        Assert.Equal(bytes, await whole.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(bytes[2..9], await part.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, unsatisfiable.StatusCode);
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
    }

    [Theory]
    [InlineData("../../../../../../etc/passwd")]
    [InlineData("..%2f..%2f..%2f..%2fetc%2fpasswd")]
    [InlineData("%2e%2e/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("..%5c..%5cetc%5cpasswd")]
    [InlineData("..%252f..%252fetc%252fpasswd")]
    [InlineData("/etc/passwd")]
    [InlineData("%2fetc%2fpasswd")]
    [InlineData("lives/../../../../etc/passwd")]
    [InlineData("lives/tove-aldermann.txt%00")]
    [InlineData("file:///etc/passwd")]
    public async Task Paths_OutOfTheCorpus_LeadNowhere(string path)
    {
        await using var scene = await WebScene.StartAsync();
        foreach (var prefix in new[] { "/api/documents/", "/api/text/", "/" })
        {
            var response = await RawHttp.GetAsync(scene.Port, prefix + path);

            Assert.Matches("^HTTP/1.1 40[04]", response);
            Assert.DoesNotContain("root:", response, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Search_Words_AreFoundWhereTheyStand()
    {
        await using var scene = await WebScene.StartAsync();

        var results = (await scene.Client.GetAsync("api/search?q=barn%20burned&count=3").OkAsync())["results"]!.AsArray();

        Assert.InRange(results.Count, 1, 3);
        Assert.Contains("The barn burned down", results[0]!.Text("text"), StringComparison.Ordinal);
        Assert.All(results, result => Assert.Equal(
            WebScene.Corpus.Find(result!.Text("document"))!.Text[result!["start"]!.GetValue<int>()..result!["end"]!.GetValue<int>()], result!.Text("text")));
        var scores = results.Select(result => result!["score"]!.GetValue<double>()).ToList();
        Assert.Equal(scores.OrderDescending(), scores);
    }

    [Theory]
    [InlineData("", HttpStatusCode.UnprocessableEntity)]
    [InlineData("?q=", HttpStatusCode.UnprocessableEntity)]
    [InlineData("?q=barn&count=0", HttpStatusCode.BadRequest)]
    [InlineData("?q=barn&count=101", HttpStatusCode.BadRequest)]
    [InlineData("?q=barn&count=many", HttpStatusCode.BadRequest)]
    public async Task Search_WrongQuery_IsRefused(string query, HttpStatusCode status)
    {
        await using var scene = await WebScene.StartAsync();

        await scene.Client.GetAsync("api/search" + query).ProblemAsync(status);
    }

    [Fact]
    public async Task Examples_OfTheCorpus_AreAnswered()
    {
        var corpus = await Corpus.LoadAsync(Repository.PathOf("seeds"));
        await using var scene = await WebScene.StartAsync(answerer: new QuestionAnswerer(corpus, PassageIndex.Build(corpus, new ChunkingOptions())));

        var questions = (await scene.Client.GetAsync("api/examples").OkAsync())["questions"]!.AsArray();

        Assert.NotEmpty(questions);
        Assert.All(await Task.WhenAll(questions.Select(question => scene.AskAsync(question!.GetValue<string>()).OkAsync())), answer => Assert.Equal("answered", answer.Text("outcome")));
    }

    [Fact]
    public async Task Verify_ChangedAnswers_AreNamedByTheirLine()
    {
        await using var scene = await WebScene.StartAsync();
        var right = (await scene.AskAsync(WebScene.Question).OkAsync()).ToJsonString();
        var wrong = right.Replace("born in Bergen. [1]", "born in Oslo. [1]", StringComparison.Ordinal);
        foreach (var (body, type) in new[] { ($"{right}\n{wrong}\n", "application/x-ndjson"), ($"[{right},{wrong}]", "application/json") })
        {
            using var response = await scene.PostAsync("api/verify", body, type);
            var lines = (await response.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToList();

            Assert.Equal([1, 2], lines.Select(line => line["line"]!.GetValue<int>()));
            Assert.Empty(lines[0]["faults"]!.AsArray());
            Assert.NotEmpty(lines[1]["faults"]!.AsArray());
        }
    }

    [Theory]
    [InlineData("", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("{", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("[]", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("3", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("{}", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("{}", "text/plain", HttpStatusCode.UnsupportedMediaType)]
    public async Task Verify_WrongBody_IsRefused(string body, string type, HttpStatusCode status)
    {
        await using var scene = await WebScene.StartAsync();

        await scene.PostAsync("api/verify", body, type).ProblemAsync(status);
    }

    [Fact]
    public async Task Verify_BadUtf8_IsRefused()
    {
        await using var scene = await WebScene.StartAsync();
        byte[] body = [.. "{\"question\":\""u8, 0xFF, .. "\"}"u8];

        await scene.PostAsync("api/verify", body).ProblemAsync(HttpStatusCode.BadRequest);
        Assert.DoesNotContain(scene.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    private static Task<HttpResponseMessage> ShowAsync(WebScene scene, string query) => scene.Client.GetAsync("api/documents/notes%20%231.md" + query);
}
