using System.Diagnostics;
using QaBot.Testing.Discord;

namespace QaBot.Cli.Tests.Commands;

public sealed class DiscordBurstTests : IDisposable
{
    private const int Questions = 3000;
    private const int Users = 200;
    private const int Channels = 40;

    /// <summary>Questions at once: those by command have to be deferred within three seconds, on the slowest machine too.</summary>
    private const int AtOnce = 600;
    private const int MostWaves = 5;
    private static readonly string[] Asked = ["Where was Nora Lindqvist born?", "When did Lindqvist receive the Vega Medal?", "What did she draw in 1950?", "Who was the king of Mars?"];
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [UnixFact]
    public async Task Burst_OfThreeThousandQuestions_EachIsAnsweredOnceAndMemoryStaysFlat()
    {
        await using var server = await DiscordDouble.StartAsync(new DiscordDoubleOptions
        {
            GlobalLimit = 100_000,
            BucketLimit = 50,
            BucketWindow = TimeSpan.FromMilliseconds(200),
        });
        for (var guild = 0; guild < 4; guild++)
        {
            server.Guilds[DiscordDouble.Guild + ((ulong)guild << 22)] = new Dictionary<ulong, ulong>();
        }

        using var process = Start(server);
        await server.UntilAsync(() => server.Commands.Count == 7);

        // A leak grows with every wave; what the collector has not yet got round to does not. One wave without growth shows which of them it is.
        await WaveAsync(server);
        var memory = new List<double> { Memory(process) };
        do
        {
            await WaveAsync(server);
            memory.Add(Memory(process));
        }
        while (IsGrowing(memory) && memory.Count < MostWaves);

        Assert.Empty(server.Violations);
        Assert.DoesNotContain(server.Calls, call => call.Status is >= 400);
        Assert.False(IsGrowing(memory), $"MB after each {Questions} questions: {string.Join(", ", memory.Select(bytes => $"{bytes / 1e6:0}"))}");
        process.Kill();
        await Workspace.FinishAsync(process);
    }

    private static bool IsGrowing(List<double> memory) => memory[^1] >= (memory[^2] * 1.25) + 20e6;

    /// <summary>Everybody asks at once, two of three by mention and one by command; every dispatch comes twice.</summary>
    private static async Task WaveAsync(DiscordDouble server)
    {
        server.DispatchTimes = 2;
        var before = server.Messages.Count;
        var messages = new HashSet<ulong>();
        var interactions = new List<DoubleInteraction>();
        for (var i = 0; i < Questions; i++)
        {
            var (user, channel) = (1_000_000UL + (ulong)(i % Users), 2_000_000UL + (ulong)(i % Channels));
            var guild = DiscordDouble.Guild + ((channel % 4) << 22);
            if (i % 3 == 0)
            {
                interactions.Add(server.Ask(Asked[i % Asked.Length], user, channel, guild));
            }
            else
            {
                messages.Add(server.Write($"{DiscordDouble.Mention} {Asked[i % Asked.Length]}", user, channel, guild));
            }

            if (i % AtOnce == AtOnce - 1)
            {
                await server.UntilAsync(() => interactions.TrueForAll(interaction => interaction.ResponseType is not null));
            }
        }

        await server.UntilAsync(() => server.Messages.Count >= before + Questions);
        var replies = server.Messages.Skip(before).Where(message => message.Interaction is null).Select(message => message.RepliesTo!.Value).ToList();
        Assert.Equal(messages.Order(), replies.Order());
        Assert.All(interactions, interaction => Assert.Single(interaction.Answers));
        Assert.DoesNotContain(server.Messages, message => message.Content.Contains("Please", StringComparison.Ordinal));
    }

    private Process Start(DiscordDouble server) => _workspace.Start(
        ["discord"],
        ("QABOT_Discord__Token", server.Options.Token),
        ("QABOT_Discord__ApiUrl", server.ApiUrl),
        ("QABOT_Discord__RequestsPerSecond", "10000"),
        ("QABOT_Discord__QuestionsPerUser", "10000"),
        ("QABOT_Discord__QuestionsPerChannel", "10000"),
        ("QABOT_Discord__QueueCapacity", "100000"),
        ("QABOT_Discord__Concurrency", "64"));

    private static double Memory(Process process)
    {
        process.Refresh();
        return process.WorkingSet64;
    }
}
