using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;

namespace QaBot.Web.Tests;

/// <summary>What tests look for in responses.</summary>
internal static class Responses
{
    public static async Task<JsonNode> JsonAsync(this HttpResponseMessage response) => JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

    public static async Task<JsonNode> OkAsync(this Task<HttpResponseMessage> sending)
    {
        using var response = await sending;
        Assert.True(response.IsSuccessStatusCode, $"{response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
        return await response.JsonAsync();
    }

    /// <summary>Checks that a response is a problem with one sentence, and returns the sentence.</summary>
    public static async Task<string> ProblemAsync(this Task<HttpResponseMessage> sending, HttpStatusCode status)
    {
        using var response = await sending;
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == status, $"{response.StatusCode}: {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonNode.Parse(text)!;
        Assert.Equal((int)status, problem["status"]!.GetValue<int>());
        var detail = problem["detail"]!.GetValue<string>();
        Assert.EndsWith(".", detail, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
        return detail;
    }

    public static async IAsyncEnumerable<(string Type, string Data)> EventsAsync(this Stream stream)
    {
        await foreach (var item in SseParser.Create(stream).EnumerateAsync())
        {
            yield return (item.EventType, item.Data);
        }
    }

    public static string Text(this JsonNode node, string name) => node[name]!.GetValue<string>();
}
