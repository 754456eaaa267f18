using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using QaBot.Testing;
using QaBot.Testing.Discord;

namespace QaBot.Discord.Tests;

/// <summary>The judge of every recorded request, tried on requests that were changed.</summary>
public sealed partial class OpenApiJudgeTests
{
    private const string Description = "discord/openapi.json";

    [SharedFact(Description)]
    public async Task Judge_WhatTheBotSends_HasNothingToSay()
    {
        var calls = await CallsAsync();

        Assert.All(calls, call => Assert.Empty(OpenApiJudge.Shared!.Judge(call)));
        Assert.Contains(calls, call => call.Path.EndsWith("/callback", StringComparison.Ordinal));
        Assert.Contains(calls, call => call.Method == "PUT");
        Assert.Contains(calls, call => call.Method == "PATCH");
    }

    [SharedFact(Description)]
    public async Task Judge_ChangedRequests_FindsEveryChange()
    {
        foreach (var call in (await CallsAsync()).Where(call => call.Body is not null))
        {
            foreach (var (change, body) in Changes(call.Body!))
            {
                Assert.True(OpenApiJudge.Shared!.Judge(call with { Body = body }).Count > 0, $"{change} in {call.Method} {call.Path}: {body.ToJsonString()}");
            }

            Assert.NotEmpty(OpenApiJudge.Shared!.Judge(call with { Body = null }));
            Assert.NotEmpty(OpenApiJudge.Shared.Judge(call with { Path = call.Path + "/else" }));
            Assert.NotEmpty(OpenApiJudge.Shared.Judge(call with { Method = "DELETE", Path = "gateway/bot" }));
        }
    }

    /// <summary>The body with something unknown in each of its objects, with each text replaced by an object, and with each text far too long.</summary>
    private static IEnumerable<(string Change, JsonNode Body)> Changes(JsonNode body)
    {
        // Items of a list are alike, and so are languages.
        var paths = Paths(body).DistinctBy(path => Item().Replace(path, "/#")).ToList();
        foreach (var path in paths)
        {
            var copy = body.DeepClone();
            switch (At(copy, path))
            {
                case JsonObject inner when !path.EndsWith("_localizations", StringComparison.Ordinal):
                    inner["nobody_knows"] = 1;
                    yield return ($"unknown field at {path}", copy);
                    break;
                case JsonValue leaf when path.Length > 0:
                    Replace(leaf, new JsonObject { ["a"] = 1 });
                    yield return ($"an object at {path}", copy);
                    break;
                default:
                    break;
            }
        }

        foreach (var path in paths.Where(path => At(body, path) is JsonValue value && value.TryGetValue<string>(out _) && !path.EndsWith("/url", StringComparison.Ordinal)))
        {
            var copy = body.DeepClone();
            Replace(At(copy, path)!, JsonValue.Create(new string('x', 9000)));
            yield return ($"a long text at {path}", copy);
        }
    }

    private static IEnumerable<string> Paths(JsonNode? node, string at = "") => node switch
    {
        JsonObject members => members.SelectMany(member => Paths(member.Value, $"{at}/{member.Key}")).Prepend(at),
        JsonArray items => items.SelectMany((item, i) => Paths(item, $"{at}/{i}")),
        _ => [at],
    };

    private static JsonNode? At(JsonNode node, string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries)
        .Aggregate((JsonNode?)node, (inner, name) => inner is JsonArray items ? items[int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)] : inner![name]);

    [GeneratedRegex(@"/[0-9]+(?=/|$)|(?<=_localizations)/.*")]
    private static partial Regex Item();

    private static void Replace(JsonNode node, JsonNode by) => node.ReplaceWith(by);

    /// <summary>What the bot sends while it is used in every way.</summary>
    private static async Task<IReadOnlyList<RestCall>> CallsAsync()
    {
        await using var scene = await BotScene.StartAsync();
        await scene.AnswerAsync(scene.Server.Use("setup", new JsonObject { ["threads"] = true }, permissions: 1 << 5));
        var answer = await scene.AnswerAsync(scene.Server.Ask(BotScene.Where));
        await scene.Server.MessageAsync(message => message.Interaction is not null && message.Content.Contains("Bristol", StringComparison.Ordinal));
        scene.Server.Write($"{DiscordDouble.Mention} {BotScene.Where}");
        await scene.Server.MessageAsync(message => message.Interaction is null);
        var page = await scene.AnswerAsync(scene.Server.Press(answer, "1"));
        var turned = scene.Server.Press(page, "▶");
        await scene.Server.UntilAsync(() => turned.ResponseType == 7);
        var pressed = scene.Server.Press(answer, "👎");
        await scene.Server.UntilAsync(() => pressed.Form is not null);
        await scene.AnswerAsync(scene.Server.Submit(pressed, "because"));
        var typing = scene.Server.Type("source", "place", "");
        await scene.Server.UntilAsync(() => typing.Suggestions is not null);
        await scene.AnswerAsync(scene.Server.Use("about"));
        return [.. scene.Server.Calls];
    }
}
