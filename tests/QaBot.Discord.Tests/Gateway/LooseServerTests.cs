using System.Text.Json.Nodes;
using QaBot.Discord.Commands;
using QaBot.Discord.Messages;
using QaBot.Testing;
using QaBot.Testing.Discord;

namespace QaBot.Discord.Tests.Gateway;

/// <summary>Servers that speak the protocol in their own way.</summary>
public sealed class LooseServerTests
{
    [Fact]
    public async Task Token_OfAnotherServer_MayBeLong()
    {
        var token = string.Concat(Enumerable.Repeat("eyJhbGciOi.", 100));

        await using var scene = await TransportScene.ReadyAsync(new DiscordDoubleOptions { Token = token });

        Assert.True(scene.Transport.Health.IsConnected);
    }

    [Fact]
    public void Token_TooLong_SaysHowLongItIs()
    {
        var refused = Assert.Throws<DiscordException>(() => BotToken.Parse(new string('x', 2001)));

        Assert.Contains("2001 characters", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Close_WithAReason_IsLoggedWithIt()
    {
        await using var scene = await TransportScene.ReadyAsync(time: new ManualTime());

        await scene.Server.CloseConnectionsAsync(4002, "no such thing, " + scene.Server.Options.Token);
        await scene.Server.UntilAsync(() => scene.Log.Lines.Any(line => line.Contains("closed with code 4002: no such thing, [token]", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Commands_WithAFieldThatIsRefused_AreRegisteredPlainer()
    {
        await using var scene = await TransportScene.ReadyAsync(new DiscordDoubleOptions { RefusedFields = ["max_length"] });

        await scene.Transport.RegisterCommandsAsync(BotCommands.All);

        Assert.Equal(7, scene.Server.Commands.Count);
        Assert.DoesNotContain("max_length", scene.Server.Commands.ToJsonString(), StringComparison.Ordinal);
        Assert.All(scene.Server.Commands, command => Assert.NotNull(command!["contexts"] ?? command["name_localizations"]));
        Assert.Contains(scene.Log.Lines, line => line.StartsWith("Warning", StringComparison.Ordinal) && line.Contains("0.options.0.max_length: is not known here", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Commands_WithOneTranslationThatIsRefused_LoseThatAlone()
    {
        await using var scene = await TransportScene.ReadyAsync();
        scene.Server.OnCall = call => call.Method == "PUT" && call.Body![1]!["name_localizations"]!["de"] is not null ? RestFault.Invalid("1.name_localizations.de", "is no name") : null;

        await scene.Transport.RegisterCommandsAsync(BotCommands.All);

        Assert.Equal(7, scene.Server.Commands.Count);
        Assert.Equal(["es-419", "es-ES", "fr"], scene.Server.Commands[1]!["name_localizations"]!.AsObject().Select(pair => pair.Key).Order());
        Assert.Equal("fragen", scene.Server.Commands[0]!["name_localizations"]!["de"]!.GetValue<string>());
        Assert.All(scene.Server.Commands, command => Assert.NotNull(command!["integration_types"]));
        Assert.True(scene.Server.Commands[1]!["options"]![0]!["autocomplete"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Commands_OnAServerWithoutThoseForMessages_LoseThatOne()
    {
        await using var scene = await TransportScene.ReadyAsync();
        scene.Server.OnCall = call => call.Method == "PUT" && call.Body!.AsArray().Count == 7 ? RestFault.Invalid("6.type", "is none of 1") : null;

        await scene.Transport.RegisterCommandsAsync(BotCommands.All);

        Assert.Equal(["ask", "source", "help", "about", "forget", "setup"], scene.Server.Commands.Select(command => command!["name"]!.GetValue<string>()));
        Assert.All(scene.Server.Commands, command => Assert.NotNull(command!["contexts"]));
    }

    [Fact]
    public async Task Commands_WithAFieldThatCannotBeLeftOut_AreRegisteredBare()
    {
        await using var scene = await TransportScene.ReadyAsync();
        scene.Server.OnCall = call => call.Method == "PUT" && call.Body![0]!["contexts"] is not null ? RestFault.Invalid("0.description", "is too long") : null;

        await scene.Transport.RegisterCommandsAsync(BotCommands.All);

        Assert.Equal(6, scene.Server.Commands.Count);
        Assert.Equal(2, scene.Server.Calls.Count(call => call.Method == "PUT"));
    }

    [Fact]
    public async Task Card_WithOneBadLabel_IsPlainAlone()
    {
        const string Label = "components.0.components.1.components.0.label";
        await using var scene = await TransportScene.ReadyAsync();
        scene.Server.OnCall = call => call.IsMessage && call.Body!["content"] is null && call.Body.ToJsonString().Contains("bad", StringComparison.Ordinal) ? RestFault.Invalid(Label, "is bad") : null;

        await scene.Transport.SendAsync(1, Card("bad"), null, "n1");
        await scene.Transport.SendAsync(1, Card("good"), null, "n2");

        Assert.Equal([false, true], scene.Server.Messages.Select(message => message.IsCard));
        Assert.Contains(scene.Log.Lines, line => line.StartsWith("Warning", StringComparison.Ordinal) && line.Contains(Label + ": is bad", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("flags")]
    [InlineData("components.0.type")]
    [InlineData("components.0.components.0.type")]
    [InlineData(null)]
    public async Task Card_OnAServerWithoutCards_IsNotTriedAgain(string? field)
    {
        await using var scene = await TransportScene.ReadyAsync();
        scene.Server.OnCall = call => !call.IsMessage || call.Body!["content"] is not null ? null
            : field is null ? new RestFault(400, new JsonObject { ["code"] = 50006, ["message"] = "Cannot send an empty message" }) : RestFault.Invalid(field, "is not known here");

        await scene.Transport.SendAsync(1, Card("one"), null, "n1");
        await scene.Transport.SendAsync(1, Card("two"), null, "n2");

        Assert.Equal([false, false], scene.Server.Messages.Select(message => message.IsCard));
        Assert.Single(scene.Server.Calls, call => call.Status == 400);
    }

    [Theory]
    [InlineData("flags")]
    [InlineData("nonce")]
    [InlineData("message_reference")]
    public async Task Message_WithAFieldThatIsRefused_IsSentPlainer(string field)
    {
        await using var scene = await TransportScene.ReadyAsync(new DiscordDoubleOptions { RefusedFields = [field] });

        await scene.Transport.SendAsync(1, new OutgoingMessage("plain"), 5, "n1");

        var message = Assert.Single(scene.Server.Messages);
        Assert.Equal(("plain", field == "message_reference" ? null : (ulong?)5), (message.Content, message.RepliesTo));
    }

    [Theory]
    [InlineData(403, 160002)]
    [InlineData(400, 10008)]
    [InlineData(404, 0)]
    public async Task Reply_Refused_IsSentWithoutTheReference(int status, int code)
    {
        await using var scene = await TransportScene.ReadyAsync();
        scene.Server.OnCall = call => call.Body is JsonObject body && body.ContainsKey("message_reference")
            ? new RestFault(status, new JsonObject { ["code"] = code, ["message"] = "No." }) : null;

        await scene.Transport.SendAsync(1, new OutgoingMessage("stands alone"), 5, "n1");

        var message = Assert.Single(scene.Server.Messages);
        Assert.Null(message.RepliesTo);
        Assert.Equal("n1", scene.Server.Calls.Last(call => call.IsMessage).Body!["nonce"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reply_ToADeletedMessage_IsSentOnce(bool isLoose)
    {
        await using var scene = await TransportScene.ReadyAsync(new DiscordDoubleOptions { IsLoose = isLoose });
        scene.Server.Deleted.Add(5);

        await scene.Transport.SendAsync(1, new OutgoingMessage("stands alone"), 5, "n1");

        Assert.Null(Assert.Single(scene.Server.Messages).RepliesTo);
    }

    [Fact]
    public async Task Refusal_OfAnUnknownChannel_IsNotTriedAgain()
    {
        await using var scene = await TransportScene.ReadyAsync();
        scene.Server.OnCall = call => call.IsMessage ? new RestFault(404, new JsonObject { ["code"] = 10003, ["message"] = "Unknown Channel" }) : null;

        await Assert.ThrowsAsync<DiscordException>(() => scene.Transport.SendAsync(1, new OutgoingMessage("lost"), 5, "n1"));

        Assert.Single(scene.Server.Calls, call => call.IsMessage);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    public async Task Code40001_WhateverItsStatus_IsTheToken(int status)
    {
        await using var scene = await TransportScene.ReadyAsync();
        scene.Server.OnCall = call => new RestFault(status, new JsonObject { ["code"] = 40001, ["message"] = "Unauthorized" });

        var refused = await Assert.ThrowsAsync<DiscordException>(() => scene.Transport.SendAsync(1, new OutgoingMessage("one"), null, "n1"));

        Assert.True(refused.IsFatal);
        Assert.Contains("Discord:Token", refused.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Close_BeforeReadyWithoutACodeForIt_AsksWhetherTheTokenIsKnown()
    {
        await using var scene = await TransportScene.StartAsync(prepare: server =>
        {
            server.IdentifyFault = 4000;
            server.OnCall = call => call.Path == "users/@me" ? new RestFault(401) : null;
        });

        var refused = await Assert.ThrowsAsync<DiscordException>(() => scene.Events.Ended);

        Assert.True(refused.IsFatal);
        Assert.Equal(1, scene.Server.ConnectionCount);
    }

    [Fact]
    public async Task Close_BeforeReadyAgainAndAgain_AsksOnce()
    {
        await using var scene = await TransportScene.StartAsync(prepare: server => server.IdentifyFault = 4000, time: new ManualTime());

        await scene.PassUntilAsync(() => scene.Server.ConnectionCount == 4, step: 2);

        Assert.Single(scene.Server.Calls, call => call.Path == "users/@me");
    }

    private static OutgoingMessage Card(string label) => new("a card", [[new Button(label, "x")]]) { Accent = 1 };
}
