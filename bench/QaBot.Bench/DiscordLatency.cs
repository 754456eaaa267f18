using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging.Abstractions;
using QaBot.Answering;
using QaBot.Conversations;
using QaBot.Discord;
using QaBot.Discord.Conversations;
using QaBot.Discord.Gateway;
using QaBot.Testing;
using QaBot.Testing.Discord;

namespace QaBot.Bench;

/// <summary>What the bot adds between a message's dispatch by the server and the arrival of the reply there, over loopback.</summary>
internal static class DiscordLatency
{
    private const int WarmUps = 200;
    private const int Questions = 2000;

    /// <summary>Asks one question after another, each when the one before is answered, and prints the percentiles.</summary>
    public static async Task RunAsync()
    {
        await using var server = await DiscordDouble.StartAsync(new DiscordDoubleOptions { BucketLimit = 1_000_000, GlobalLimit = 1_000_000 });
        using var directory = new TempDirectory();
        var options = new DiscordOptions
        {
            Token = server.Options.Token,
            ApiUrl = server.ApiUrl,
            QuestionsPerUser = 10_000,
            QuestionsPerChannel = 10_000,
            RequestsPerSecond = 10_000,
        };
        using var database = BotDatabase.Open(directory.Path);
        await using var transport = new GatewayTransport(options, NullLogger.Instance);
        var (corpus, index, answerer) = Biography.OpenAll();
        using var bot = new DiscordBot(transport, Asking(answerer), corpus, index, database, options, NullLogger.Instance);
        using var stopping = new CancellationTokenSource();
        var running = bot.RunAsync(stopping.Token);
        await server.UntilAsync(() => server.Commands.Count > 0);

        var times = new List<double>();
        for (var i = 0; i < WarmUps + Questions; i++)
        {
            var elapsed = await AskAsync(server, i);
            if (i >= WarmUps)
            {
                times.Add(elapsed.TotalMilliseconds);
            }
        }

        await stopping.CancelAsync();
        await running;
        Report.Line("discord, MESSAGE_CREATE to the reply's POST", Quantiles.Of(times));
        Console.WriteLine($"{times.Count} questions, {server.Violations.Count} refused requests, {bot.Counters.Errors} errors");
    }

    /// <summary>The channel changes from question to question, so that each has its typing shown, as most have.</summary>
    private static async Task<TimeSpan> AskAsync(DiscordDouble server, int number)
    {
        var sent = server.Options.Time.GetTimestamp();
        var question = server.Write($"{DiscordDouble.Mention} {Biography.Questions[number % Biography.Questions.Length]}", channel: 10_000UL + (ulong)number);
        await server.MessageAsync(message => message.RepliesTo == question);
        return server.Options.Time.GetElapsedTime(sent, server.Calls.Last(call => call.IsMessage).At);
    }

    private static AskQuestion Asking(QuestionAnswerer answerer)
    {
        return AskAsync;

        async IAsyncEnumerable<Answer> AskAsync(string question, Conversation conversation, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            yield return await answerer.AskAsync(question, conversation, cancellationToken);
        }
    }
}
