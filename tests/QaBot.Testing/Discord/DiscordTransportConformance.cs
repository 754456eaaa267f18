using System.Text.Json.Nodes;
using QaBot.Discord;
using QaBot.Discord.Commands;
using QaBot.Discord.Events;
using QaBot.Discord.Interactions;
using QaBot.Discord.Messages;
using Xunit;

namespace QaBot.Testing.Discord;

/// <summary>What every transport does, whichever library it is made of.</summary>
public abstract class DiscordTransportConformance : IAsyncLifetime, IAsyncDisposable
{
    private const ulong Thread = 400_000_000_000_000_077;
    private DiscordDouble _server = null!;
    private IDiscordTransport _transport = null!;
    private ReceivedEvents _events = null!;

    /// <summary>How the double is set up for the transport.</summary>
    protected virtual DiscordDoubleOptions ServerOptions => new();

    /// <summary>Whether it shows cards as such.</summary>
    protected virtual bool HasCards => true;

    /// <summary>A transport to a double.</summary>
    protected abstract IDiscordTransport Create(DiscordDouble server, string token);

    public async Task InitializeAsync()
    {
        _server = await DiscordDouble.StartAsync(ServerOptions);
        _server.Guilds[DiscordDouble.Guild] = new Dictionary<ulong, ulong> { [Thread] = DiscordDouble.Channel };
        _transport = Create(_server, _server.Options.Token);
        _events = new ReceivedEvents(_transport, _server);
        await _events.NextAsync<ReadyEvent>();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _events.DisposeAsync();
        await _server.DisposeAsync();
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    [Fact]
    public async Task Receive_Connected_SaysWhoTheBotIs()
    {
        var ready = await _events.NextAsync<ReadyEvent>();

        Assert.Equal((DiscordDouble.BotId, DiscordDouble.ApplicationId, "qabot-double"), (ready.UserId, ready.ApplicationId, ready.UserName));
        await _server.UntilAsync(() => _transport.Health is { IsConnected: true, Shards: 1 });
        Assert.Empty(_server.Violations);
    }

    [Fact]
    public async Task Receive_Mention_HasItsPlaceAndText()
    {
        var id = _server.Write($"{DiscordDouble.Mention} Who?");

        var message = await _events.NextAsync<MessageEvent>();

        Assert.Equal((id, DiscordDouble.Alice, false), (message.Id, message.AuthorId, message.IsAutomatic));
        Assert.Equal(new Place(DiscordDouble.Channel, DiscordDouble.Guild, PlaceKind.Channel), message.Place);
        Assert.Equal([DiscordDouble.BotId], message.Mentions);
        Assert.Equal($"{DiscordDouble.Mention} Who?", message.Content);
        Assert.Null(message.RepliesTo);
    }

    [Fact]
    public async Task Receive_DirectMessageAndThread_SayWhatTheyAre()
    {
        _server.Write("Who?", channel: DiscordDouble.Direct, guild: null);
        _server.Write($"{DiscordDouble.Mention} Where?", channel: Thread);

        var direct = await _events.NextAsync<MessageEvent>(message => message.Place.ChannelId == DiscordDouble.Direct);
        var thread = await _events.NextAsync<MessageEvent>(message => message.Place.ChannelId == Thread);

        Assert.Equal(PlaceKind.Direct, direct.Place.Kind);
        Assert.Equal(new Place(Thread, DiscordDouble.Guild, PlaceKind.Thread, DiscordDouble.Channel), thread.Place);
    }

    [Fact]
    public async Task Receive_MessagesOfBotsAndOfDiscord_AreAutomatic()
    {
        _server.Write($"{DiscordDouble.Mention} I am a bot", author: DiscordDouble.Bob, isBot: true);
        _server.Write($"{DiscordDouble.Mention} pinned a message", type: 6);
        _server.Write("from a person", guild: null);

        await _events.NextAsync<MessageEvent>(message => message.Content == "from a person");

        Assert.Equal([true, true, false], _events.All.OfType<MessageEvent>().Select(message => message.IsAutomatic));
    }

    [Fact]
    public async Task Receive_Reply_NamesWhatItRepliesTo()
    {
        var sent = await _transport.SendAsync(DiscordDouble.Channel, new OutgoingMessage("An answer."), null, "n1");
        var own = await _server.MessageAsync(message => message.Id == sent.Id);
        _server.Write("And when?", replyTo: own);

        var reply = await _events.NextAsync<MessageEvent>(message => message.RepliesTo is not null);

        Assert.Equal(((ulong?)own.Id, (ulong?)DiscordDouble.BotId), (reply.RepliesTo, reply.RepliesToAuthor));
    }

    [Fact]
    public async Task Command_DeferredThenCompleted_IsAnswered()
    {
        var used = _server.Ask("Who?", isPrivate: true);
        var command = await _events.NextAsync<CommandEvent>();
        Assert.Equal(("ask", "Who?", "true"), (command.Name, command.Options["question"], command.Options["private"]));
        Assert.Equal(DiscordDouble.Alice, command.Interaction.UserId);

        await _transport.DeferAsync(command.Interaction, isPrivate: true);
        var sent = await _transport.CompleteAsync(command.Interaction, new OutgoingMessage("First."));
        var second = await _transport.FollowUpAsync(command.Interaction, new OutgoingMessage("Second."), isPrivate: true);
        await _transport.EditAsync(sent, new OutgoingMessage("First, again."));
        await _transport.EditAsync(second, new OutgoingMessage("Second, again."));

        Assert.Equal(5, used.ResponseType);
        Assert.Equal(["First, again.", "Second, again."], used.Answers.Select(answer => answer.Content));
        Assert.All(used.Answers, answer => Assert.True(answer.IsPrivate));
        Assert.Equal(used.Answers.Select(answer => answer.Id), [sent.Id, second.Id]);
        Assert.Empty(_server.Violations);
    }

    [Fact]
    public async Task Button_Pressed_IsAnsweredPrivatelyAndChanged()
    {
        var sent = await _transport.SendAsync(
            DiscordDouble.Channel, new OutgoingMessage("An answer.", [new Button("1", "first"), new Button("2", "second", isEnabled: false)]), null, "n1");
        var message = await _server.MessageAsync(message => message.Id == sent.Id);
        Assert.Equal([("1", "first", true), ("2", "second", false)], message.Buttons);

        var first = _server.Press(message, "1");
        var pressed = await _events.NextAsync<ButtonEvent>();
        Assert.Equal(("first", message.Id), (pressed.CustomId, pressed.MessageId));
        await _transport.RespondAsync(pressed.Interaction, new OutgoingMessage("Only for you."), isPrivate: true);
        var second = _server.Press(message, "1");
        var again = await _events.NextAsync<ButtonEvent>(press => press.Interaction.Id == second.Id);
        await _transport.UpdateAsync(again.Interaction, new OutgoingMessage("Changed."));

        Assert.True(Assert.Single(first.Answers).IsPrivate);
        Assert.Equal(7, second.ResponseType);
        Assert.Equal("Changed.", message.Content);
        Assert.Empty(message.Buttons);
        Assert.Empty(_server.Violations);
    }

    [Fact]
    public async Task Card_WithMenuAndLink_IsShownAndStaysOne()
    {
        var card = new OutgoingMessage("An answer.", [new Button("👍", "good"), Button.Link("Web", new Uri("https://qabot.example/a"))])
        {
            Accent = 0x3BA55D,
            Menu = new Menu("Choose", [new Choice("1 · here", "first", "a quote"), new Choice("2 · there", "second")]),
        };

        var sent = await _transport.SendAsync(DiscordDouble.Channel, card, null, "n1");
        var message = await _server.MessageAsync(message => message.Id == sent.Id);
        await _transport.EditAsync(sent, card with { Menu = null });

        Assert.Equal(("An answer.", HasCards), (message.Content, message.IsCard));
        Assert.Empty(message.Choices);
        Assert.Equal([("Web", "https://qabot.example/a")], message.Links);
        Assert.Empty(_server.Violations);
    }

    [Fact]
    public async Task Menu_Chosen_IsAButtonPressed()
    {
        var sent = await _transport.SendAsync(
            DiscordDouble.Channel, new OutgoingMessage("An answer.") { Menu = new Menu("Choose", [new Choice("1", "first")]) }, null, "n1");
        var message = await _server.MessageAsync(message => message.Id == sent.Id);

        _server.Choose(message, "first");

        Assert.Equal("first", (await _events.NextAsync<ButtonEvent>()).CustomId);
    }

    [Fact]
    public async Task Form_OpenedAndSent_GivesItsText()
    {
        var sent = await _transport.SendAsync(DiscordDouble.Channel, new OutgoingMessage("An answer.", [new Button("1", "first")]), null, "n1");
        var pressed = _server.Press(await _server.MessageAsync(message => message.Id == sent.Id), "1");
        await _transport.OpenAsync((await _events.NextAsync<ButtonEvent>()).Interaction, new Form("why", "A title", "A label"));

        _server.Submit(pressed, "because");

        var form = await _events.NextAsync<FormEvent>();
        Assert.Equal(("why", "because"), (form.CustomId, form.Text));
        Assert.Empty(_server.Violations);
    }

    [Fact]
    public async Task Option_Typed_GetsSuggestions()
    {
        var typing = _server.Type("source", "place", "na");
        var typed = await _events.NextAsync<SuggestionEvent>();

        await _transport.SuggestAsync(typed.Interaction, [new Choice("Name", "name#1")]);

        Assert.Equal(("source", "na"), (typed.Name, typed.Text));
        Assert.Equal([("Name", "name#1")], typing.Suggestions!);
        Assert.Empty(_server.Violations);
    }

    [Fact]
    public async Task Command_OnAMessage_HasItsText()
    {
        _server.UseOn("Ask about this message", "Who made it?");

        var command = await _events.NextAsync<CommandEvent>();

        Assert.Equal(("Ask about this message", "Who made it?"), (command.Name, command.Target));
    }

    [Fact]
    public async Task Thread_Started_IsKnownAsOne()
    {
        var question = _server.Write($"{DiscordDouble.Mention} Who?");

        var thread = await _transport.StartThreadAsync(DiscordDouble.Channel, question, "Who?");
        _server.Write($"{DiscordDouble.Mention} And when?", channel: thread);

        var message = await _events.NextAsync<MessageEvent>(message => message.Place.ChannelId == thread);
        Assert.Equal(new Place(thread, DiscordDouble.Guild, PlaceKind.Thread, DiscordDouble.Channel), message.Place);
    }

    [Fact]
    public async Task Send_Message_RepliesAndMayBeEdited()
    {
        var question = _server.Write($"{DiscordDouble.Mention} Who?");
        var longest = new string('x', OutgoingMessage.LongestContent);

        var sent = await _transport.SendAsync(DiscordDouble.Channel, new OutgoingMessage(longest), question, "n1");
        await _transport.EditAsync(sent, new OutgoingMessage("Short."));

        var message = Assert.Single(_server.Messages);
        Assert.Equal([longest, "Short."], message.Contents);
        Assert.Equal((question, sent.Id), (message.RepliesTo!.Value, message.Id));
        Assert.Empty(_server.Violations);
    }

    [Fact]
    public async Task Type_InChannel_IsShown()
    {
        await _transport.TypeAsync(DiscordDouble.Channel);

        Assert.Single(_server.Calls, call => call.IsTyping && call.Status == 204);
    }

    [Fact]
    public async Task RegisterCommands_Replaces_WhatWasThere()
    {
        await _transport.RegisterCommandsAsync([new BotCommand("old", "An old one")]);
        await _transport.RegisterCommandsAsync(
        [
            new BotCommand("ask", "Ask something", new CommandOption("question", "What", CommandOptionKind.Text, IsRequired: true, LongestText: 200)),
            new BotCommand("about", "About the bot"),
        ]);

        Assert.Equal(["ask", "about"], _server.Commands.Select(command => command!["name"]!.GetValue<string>()));
        Assert.Equal(200, _server.Commands[0]!["options"]![0]!["max_length"]!.GetValue<int>());
        Assert.Empty(_server.Violations);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(429)]
    public async Task Send_RefusedForTheMoment_ArrivesOnce(int status)
    {
        var refusals = 2;
        _server.OnCall = call => call.IsMessage && Interlocked.Decrement(ref refusals) >= 0
            ? status == 429 ? RestFault.TooMany("shared", 0.05) : new RestFault(status)
            : null;

        await _transport.SendAsync(DiscordDouble.Channel, new OutgoingMessage("Once."), null, "n1");

        Assert.Single(_server.Messages);
        Assert.Equal([status, status, 200], _server.Calls.Where(call => call.IsMessage).Select(call => call.Status));
    }

    [Fact]
    public async Task Send_RefusedForGood_IsAnException()
    {
        _server.OnCall = call => call.IsMessage ? new RestFault(403, new JsonObject { ["code"] = 50013, ["message"] = "Missing Permissions" }) : null;

        var refused = await Assert.ThrowsAsync<DiscordException>(() => _transport.SendAsync(DiscordDouble.Channel, new OutgoingMessage("No."), null, "n1"));

        Assert.Equal((50013, false), (refused.Code, refused.IsFatal));
        Assert.Empty(_server.Messages);
    }

    [Fact]
    public async Task Receive_ConnectionCut_MissesNothing()
    {
        _server.CutConnections();
        _server.Write("while away", guild: null);

        Assert.Equal("while away", (await _events.NextAsync<MessageEvent>()).Content);
        Assert.True(_server.Resumes >= 1);
        Assert.Single(_server.Identifies);
    }

    [Fact]
    public async Task Stop_Connected_ClosesNormally()
    {
        await _transport.StopAsync();

        await _events.Ended;
        await _server.UntilAsync(() => _server.CloseCodes.Contains(1000));
        Assert.False(_transport.Health.IsConnected);
    }

    [Fact]
    public async Task Receive_WrongToken_EndsForGood()
    {
        await using var transport = Create(_server, "d3Jvbmc.wrong.token");
        await using var events = new ReceivedEvents(transport, _server);

        var refused = await Assert.ThrowsAsync<DiscordException>(() => events.Ended);

        Assert.True(refused.IsFatal);
        Assert.DoesNotContain("d3Jvbmc", refused.ToString(), StringComparison.Ordinal);
    }
}
