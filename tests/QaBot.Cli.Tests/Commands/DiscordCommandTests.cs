using System.Diagnostics;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using QaBot.Testing.Discord;
using QaBot.Testing.Endpoints;

namespace QaBot.Cli.Tests.Commands;

public sealed class DiscordCommandTests : IDisposable
{
    private const string Question = "Where was Nora Lindqvist born?";
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [UnixFact]
    public async Task Discord_RealProcess_AnswersEveryWayAndLeavesOnTerm()
    {
        await using var server = await DiscordDouble.StartAsync();
        server.Guilds[DiscordDouble.Guild] = new Dictionary<ulong, ulong>();
        using var process = Start(server, [("QABOT_Web__PublicUrl", "https://qabot.example/reader/")]);

        await server.UntilAsync(() => server.Commands.Count == 7);
        var command = server.Ask(Question);
        await server.UntilAsync(() => command.Answers.Count == 1);
        var mention = await ReplyAsync(server, server.Write($"{DiscordDouble.Mention} When did Lindqvist receive the Vega Medal?"));
        var reply = await ReplyAsync(server, server.Write("Where?", replyTo: mention));
        var direct = await ReplyAsync(server, server.Write(Question, channel: DiscordDouble.Direct, guild: null));
        var click = server.Press(command.Answers[0], "1");
        await server.UntilAsync(() => click.Answers.Count == 1);
        var vote = server.Press(command.Answers[0], "👎");
        await server.UntilAsync(() => vote.Form is not null);
        Terminate(process);
        var result = await Workspace.FinishAsync(process);

        Assert.Equal(0, result.ExitCode);
        await server.UntilAsync(() => server.CloseCodes.Contains(1000));
        Assert.Contains("[1]", command.Answers[0].Content, StringComparison.Ordinal);
        Assert.Matches(@"^https://qabot\.example/reader/#doc=[^&]+&start=\d+&end=\d+&hash=[0-9a-f]{12}$", Assert.Single(command.Answers[0].Links).Url);
        Assert.StartsWith("-# read as: ", reply.Content, StringComparison.Ordinal);
        Assert.Contains("Bergen", direct.Content, StringComparison.Ordinal);
        Assert.Contains("**Lindqvist was born in Bergen, the daughter of a baker.**", click.Answers[0].Content, StringComparison.Ordinal);
        Assert.Empty(server.Violations);
        Assert.Equal("", result.Out);
        Assert.Contains("Stopped: shards", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Options.Token, result.Error, StringComparison.Ordinal);

        var exported = await _workspace.RunAsync("feedback", "export");
        Assert.Equal(Question, JsonNode.Parse(Assert.Single(exported.Lines))!["question"]!.GetValue<string>());
    }

    [UnixFact]
    public async Task Discord_ChatMode_AnswerGrowsBySentencesOfTheModel()
    {
        var end = new TaskCompletionSource();

        // The first answer of a model is held back until a tag says that its thoughts are over.
        string[] pieces = ["<think></think>", "Lindqvist was born in Bergen, the daughter of a baker [1].", " The map was ", "printed in Oslo in 1952 [2]."];
        await using var endpoint = new ScriptedEndpoint(EndpointReply.Stream(pieces) with { Gate = (3, end.Task) });
        await using var server = await DiscordDouble.StartAsync();
        (string, string)[] model = [("QABOT_Answering__Mode", "Chat"), ("QABOT_Chat__Endpoint", endpoint.Address), ("QABOT_Chat__Model", "scripted")];
        using var process = Start(server, model);
        await server.UntilAsync(() => server.Commands.Count == 7);

        var asked = server.Ask(Question);
        await server.UntilAsync(() => asked.Answers.Count == 1);
        var first = asked.Answers[0].Content;
        end.SetResult();
        await server.UntilAsync(() => asked.Answers[0].Content.Contains("1952", StringComparison.Ordinal));
        Terminate(process);
        var result = await Workspace.FinishAsync(process);

        Assert.Contains("daughter of a baker. [1]", first, StringComparison.Ordinal);
        Assert.DoesNotContain("1952", first, StringComparison.Ordinal);
        Assert.Empty(server.Violations);
        Assert.Equal(0, result.ExitCode);
    }

    [UnixFact]
    public async Task Discord_HealthPort_TellsStateAndMetrics()
    {
        await using var server = await DiscordDouble.StartAsync();
        var port = FreePort();
        using var process = Start(server, [("QABOT_Discord__HealthPort", $"{port}")]);
        await server.UntilAsync(() => server.Commands.Count == 7);
        var asked = server.Ask(Question);
        await server.UntilAsync(() => asked.Answers.Count == 1);
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };

        Assert.Equal("ok\n", await http.GetStringAsync("/healthz"));
        Assert.Contains("qabot_discord_questions_total 1\n", await http.GetStringAsync("/metrics"), StringComparison.Ordinal);
        Assert.Equal(404, (int)(await http.GetAsync("/else")).StatusCode);
        Terminate(process);
        await Workspace.FinishAsync(process);
    }

    [Fact]
    public async Task Check_AllWell_SaysSoAndEnds()
    {
        await using var server = await DiscordDouble.StartAsync();
        server.Guilds[DiscordDouble.Guild] = new Dictionary<ulong, ulong>();

        var result = await _workspace.RunAsync(null, ["discord", "--check"], Environment(server));

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("Discord knows the bot as qabot-double", result.Out, StringComparison.Ordinal);
        Assert.Contains("permissions=274877975552", result.Out, StringComparison.Ordinal);
        Assert.Empty(server.Identifies);
        Assert.Empty(server.Violations);
    }

    [Fact]
    public async Task Check_PermissionsMissing_SaysWhatToDo()
    {
        await using var server = await DiscordDouble.StartAsync(new DiscordDoubleOptions { Permissions = 1UL << 10 });
        server.Guilds[DiscordDouble.Guild] = new Dictionary<ulong, ulong>();

        var result = await _workspace.RunAsync(null, ["discord", "--check"], Environment(server));

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("missing Send Messages, Send Messages in Threads, Read Message History", result.Out, StringComparison.Ordinal);
        Assert.Contains("→ Server Settings", result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("discord")]
    [InlineData("discord", "--check")]
    public async Task Discord_WrongToken_IsRefusedWithoutShowingIt(params string[] args)
    {
        await using var server = await DiscordDouble.StartAsync();

        var result = await _workspace.RunAsync(null, args, [.. Environment(server), ("QABOT_Discord__Token", "d3Jvbmc.wrong.token")]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("does not accept the bot's token", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("d3Jvbmc", result.Error + result.Out, StringComparison.Ordinal);
        Assert.True(server.Calls.Count <= 2);
    }

    [Theory]
    [InlineData("discord")]
    [InlineData("discord", "--check")]
    public async Task Discord_WithoutANetwork_SaysSoInOneLine(params string[] args)
    {
        var result = await _workspace.RunAsync(null, args, [("QABOT_Discord__Token", "a.b.c"), ("QABOT_Discord__ApiUrl", "http://no-such-host.invalid/api/")]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("no-such-host.invalid cannot be reached", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Stopped", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Discord_WithoutToken_SaysWhereToPutIt() =>
        (await _workspace.RunAsync("discord")).AssertRefused(2, "Discord:Token is not set", "QABOT_Discord__Token");

    [Theory]
    [InlineData("QABOT_Discord__Shards", "many")]
    [InlineData("QABOT_Discord__ApiUrl", "discord.com")]
    [InlineData("QABOT_Discord__Guilds", "mine")]
    [InlineData("QABOT_Discord__Guilds", "99999999999999999999")]
    [InlineData("QABOT_Discord__Channels", "99999999999999999999")]
    [InlineData("QABOT_Discord__HealthPort", "99999")]
    public async Task Discord_WrongSetting_NamesIt(string name, string value) =>
        (await _workspace.RunAsync(null, ["discord"], (name, value), ("QABOT_Discord__Token", "a.b.c"))).AssertRefused(2, name);

    [Theory]
    [InlineData("qabot.example")]
    [InlineData("ftp://qabot.example")]
    [InlineData("https://qabot.example/#there")]
    [InlineData("https://[qabot")]
    public async Task Discord_PublicUrlThatIsNone_SaysWhatIsWanted(string url) =>
        (await _workspace.RunAsync(null, ["discord"], ("QABOT_Web__PublicUrl", url), ("QABOT_Discord__Token", "a.b.c"))).AssertRefused(2, "QABOT_Web__PublicUrl", "an absolute address of http or https");

#if !DISCORD_NET
    [Fact]
    public async Task Discord_TransportThatIsNotBuiltIn_SaysHowToBuildItIn() =>
        (await _workspace.RunAsync(null, ["discord"], ("QABOT_Discord__Transport", "DiscordNet"))).AssertRefused(2, "Discord.Net", "-p:DiscordNet=true");
#endif

    [Fact]
    public async Task Feedback_WithoutData_SaysSo() => (await _workspace.RunAsync("feedback", "export")).AssertRefused(2, "There is no feedback in data");

    private Process Start(DiscordDouble server, (string, string)[] more) => _workspace.Start(["discord"], [.. Environment(server), .. more]);

    private static (string, string)[] Environment(DiscordDouble server) =>
        [("QABOT_Discord__Token", server.Options.Token), ("QABOT_Discord__ApiUrl", server.ApiUrl)];

    private static Task<DoubleMessage> ReplyAsync(DiscordDouble server, ulong question) => server.MessageAsync(message => message.RepliesTo == question);

    private static void Terminate(Process process)
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
