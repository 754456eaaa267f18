using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace QaBot.Web.Tests.Access;

public sealed class AccessTests
{
    private const string Token = "0123456789abcdef";

    [Theory]
    [InlineData("")]
    [InlineData("api/documents")]
    [InlineData("api/text/lives/tove-aldermann.txt")]
    [InlineData("v1/models")]
    [InlineData("openapi/v1.json")]
    public async Task Request_WithoutTheToken_IsNotLetIn(string path)
    {
        await using var scene = await WebScene.StartAsync(options => options.Token = Token);
        foreach (var authorization in new[] { null, "Bearer", "Bearer 0123456789abcdee", $"Bearer {Token}0", Token, "Basic !", Basic("", "wrong"), Basic(Token, "") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
            using var response = await scene.Client.SendAsync(request);

            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
            Assert.Equal(["Bearer", "Basic"], response.Headers.WwwAuthenticate.Select(challenge => challenge.Scheme));
            Assert.DoesNotContain(Token, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        foreach (var authorization in new[] { $"Bearer {Token}", $"bearer {Token}", Basic("anybody", Token) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
            using var response = await scene.Client.SendAsync(request);

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }

    [Fact]
    public async Task Health_WithoutTheToken_IsTold()
    {
        await using var scene = await WebScene.StartAsync(options => options.Token = Token);

        Assert.Equal("ok\n", await scene.Client.GetStringAsync("healthz"));
    }

    [Theory]
    [InlineData("attacker.example")]
    [InlineData("attacker.example:5080")]
    [InlineData("127.0.0.1.attacker.example")]
    [InlineData("192.168.1.7")]
    public async Task Request_AddressedToAnotherName_IsRefused(string host)
    {
        await using var scene = await WebScene.StartAsync();

        var response = await RawHttp.GetAsync(scene.Port, "/api/documents", host);

        Assert.StartsWith("HTTP/1.1 400", response, StringComparison.Ordinal);
        Assert.Contains("Web:Hosts", response, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST:5080")]
    [InlineData("[::1]:80")]
    [InlineData("qabot.example")]
    public async Task Request_AddressedToLoopbackOrANameOfTheOptions_IsAnswered(string host)
    {
        await using var scene = await WebScene.StartAsync(options => (options.Hosts, options.Token) = ("qabot.example", Token));

        Assert.StartsWith("HTTP/1.1 401", await RawHttp.GetAsync(scene.Port, "/api/documents", host), StringComparison.Ordinal);
        Assert.StartsWith(
            "HTTP/1.1 200",
            await RawHttp.SendAsync(scene.Port, $"GET /api/documents HTTP/1.1\r\nHost: {host}\r\nAuthorization: Bearer {Token}\r\nConnection: close\r\n\r\n"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_AddressedToNoName_IsRefused()
    {
        await using var scene = await WebScene.StartAsync();

        Assert.StartsWith("HTTP/1.1 400", await RawHttp.SendAsync(scene.Port, "GET /api/documents HTTP/1.0\r\n\r\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_OfTwoOrigins_IsRefused()
    {
        await using var scene = await WebScene.StartAsync();
        var own = $"127.0.0.1:{scene.Port}";

        var response = await RawHttp.SendAsync(
            scene.Port, $"GET /api/documents HTTP/1.1\r\nHost: {own}\r\nOrigin: http://attacker.example\r\nOrigin: http://{own}\r\nConnection: close\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 403", response, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_BehindAProxyWithoutAToken_SaysThatItIsNeeded()
    {
        var fault = await Assert.ThrowsAsync<WebException>(() => WebScene.StartAsync(options => options.Hosts = "qabot.example"));

        Assert.True(fault.IsUsage);
        Assert.Contains("Web:Token is not set", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://attacker.example", HttpStatusCode.Forbidden)]
    [InlineData("http://127.0.0.1:1", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    [InlineData("http://{own}", HttpStatusCode.OK)]
    [InlineData("https://{own}", HttpStatusCode.OK)]
    public async Task Request_OfAPage_IsAnsweredToItsOwnAlone(string origin, HttpStatusCode status)
    {
        await using var scene = await WebScene.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/documents");
        request.Headers.Add("Origin", origin.Replace("{own}", $"127.0.0.1:{scene.Port}", StringComparison.Ordinal));

        using var response = await scene.Client.SendAsync(request);

        Assert.Equal(status, response.StatusCode);
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("", HttpStatusCode.OK)]
    [InlineData("api/documents", HttpStatusCode.OK)]
    [InlineData("nowhere", HttpStatusCode.NotFound)]
    [InlineData("api/documents?start=x", HttpStatusCode.OK)]
    [InlineData("api/search", HttpStatusCode.UnprocessableEntity)]
    public async Task Response_OfAnyKind_HasTheHeadersOfSecurity(string path, HttpStatusCode status)
    {
        await using var scene = await WebScene.StartAsync();

        using var response = await scene.Client.GetAsync(path);

        Assert.Equal(status, response.StatusCode);
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; script-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["no-referrer"], response.Headers.GetValues("Referrer-Policy"));
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Page_AtTheRoot_IsThere()
    {
        await using var scene = await WebScene.StartAsync();

        using var response = await scene.Client.GetAsync("");

        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("<title>", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://0.0.0.0:0", "", "Web:Token is not set")]
    [InlineData("http://*:0", "", "Web:Token is not set")]
    [InlineData("http://127.0.0.1:0;http://[::]:0", "", "Web:Token is not set")]
    [InlineData("http://127.0.0.1:0", "short", "Web:Token")]
    [InlineData("http://127.0.0.1:0", "0123456789 abcdef", "Web:Token")]
    [InlineData("https://127.0.0.1:0", "", "https")]
    [InlineData("http://example.com:80", "", "example.com")]
    [InlineData("127.0.0.1:80", "", "127.0.0.1:80")]
    [InlineData("http://127.0.0.1", "", "http://127.0.0.1")]
    [InlineData("http://127.0.0.1:99999", "", "99999")]
    [InlineData(";", "", "no address")]
    public async Task Start_WithWrongOptions_SaysWhatIsWrongAndNotTheToken(string urls, string token, string words)
    {
        var fault = await Assert.ThrowsAsync<WebException>(() => WebScene.StartAsync(options => (options.Urls, options.Token) = (urls, token)));

        Assert.True(fault.IsUsage);
        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", fault.Remedy, StringComparison.Ordinal);
        Assert.True(token.Length == 0 || !(fault.Message + fault.Remedy).Contains(token, StringComparison.Ordinal));
    }

    private static string Basic(string name, string password) => new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{name}:{password}"))).ToString();
}
