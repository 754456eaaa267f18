using System.CommandLine;
using System.Runtime.CompilerServices;
using QaBot.Answering;
using QaBot.Citations;
using QaBot.Cli.Configuration;
using QaBot.Cli.Rendering;
using QaBot.Cli.Telemetry;
using QaBot.Conversations;
using QaBot.Discord;
using QaBot.Discord.Conversations;
using QaBot.Discord.Gateway;
using QaBot.Discord.Messages;
using QaBot.Discord.Operations;

namespace QaBot.Cli.Commands;

/// <summary><c>qabot discord</c>: answers in Discord until it is told to stop.</summary>
internal sealed class DiscordCommand : Verb
{
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(14);
    private readonly Option<bool> _check = new("--check")
    {
        Description = "Check token, intents, permissions and commands, say what is to be done, and end.",
        Arity = ArgumentArity.Zero,
    };

    private readonly CommandContext _context;

    public DiscordCommand(CommandContext context)
        : base("discord", "Answer in Discord: /ask, mentions, replies and direct messages.", "QABOT_Discord__Token=… qabot discord --check", "qabot discord")
    {
        _context = context;
        Options.Add(_check);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult command, CancellationToken cancellationToken)
    {
        try
        {
            var settings = _context.Settings(command);
            RequireTransport(settings.Discord.Transport);
            var options = settings.Discord;
            var log = new StandardErrorLog(_context.Terminal, BotToken.Parse(options.Token).Redact);
            return command.GetValue(_check) ? await CheckAsync(options, log, cancellationToken) : await ServeAsync(settings, log, cancellationToken);
        }
        catch (DiscordException e)
        {
            throw e is { Code: 0, IsFatal: true } ? CommandException.Usage(e.Message, e.Remedy) : CommandException.Failure(e.Message, e.Remedy);
        }
    }

#if DISCORD_NET
    private static IDiscordTransport Transport(DiscordOptions options, StandardErrorLog log) =>
        options.Transport == DiscordTransportKind.DiscordNet ? new QaBot.DiscordNet.DiscordNetTransport(options, log) : new GatewayTransport(options, log);

    private static void RequireTransport(DiscordTransportKind _)
    {
    }
#else
    private static GatewayTransport Transport(DiscordOptions options, StandardErrorLog log) => new(options, log);

    private static void RequireTransport(DiscordTransportKind kind)
    {
        if (kind == DiscordTransportKind.DiscordNet)
        {
            throw CommandException.Usage(
                "Discord:Transport=DiscordNet needs Discord.Net, which this build does not have.",
                "Build it in, from a feed that carries it: dotnet publish src/QaBot.Cli -o out -p:DiscordNet=true.");
        }
    }
#endif

    private async Task<int> CheckAsync(DiscordOptions options, StandardErrorLog log, CancellationToken cancellationToken)
    {
        var findings = await Checkup.RunAsync(options, log, cancellationToken: cancellationToken);
        var page = _context.Terminal.Page();
        foreach (var finding in findings)
        {
            page.Line(new Run(finding.IsGood ? "✓ " : "✗ "), new Run(finding.Text));
            if (finding.Remedy is { } remedy)
            {
                page.Line(new Run("  → " + remedy, Ink.Dim));
            }
        }

        return findings.All(finding => finding.IsGood) ? ExitCodes.Done : ExitCodes.Failure;
    }

    private async Task<int> ServeAsync(QaBotSettings settings, StandardErrorLog log, CancellationToken cancellationToken)
    {
        var options = settings.Discord;
        using var telemetry = TelemetryVariables.Export("qabot-discord");
        var library = await _context.OpenAsync(settings, cancellationToken);
        var answerer = await library.CreateAnswererAsync(_context.Terminal, log, cancellationToken);
        using var database = BotDatabase.Open(options.DataDirectory);
        await using var transport = Transport(options, log);
        using var bot = new DiscordBot(transport, Asking(answerer), library.Corpus, library.Index, database, options, log, settings.Corpus.Title, Linking(settings.Web.PublicUrl));
        await using var health = options.HealthPort == 0 ? null : HealthServer.Start(bot, options.HealthPort);
        _context.Interruption.Patience = LongestStop;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var watching = WatchAsync(bot, log, ended.Token);
        try
        {
            await bot.RunAsync(cancellationToken);
        }
        finally
        {
            await ended.CancelAsync();
            await watching;
            if (bot.Health.Shards > 0)
            {
                DiscordCommandLog.Stopped(log, HealthServer.Line(bot));
            }
        }

        return ExitCodes.Done;
    }

    /// <summary>The page of <c>qabot serve</c> at a quote, where it has an address.</summary>
    private static CitationLink? Linking(string page) => page.Length == 0 ? null : citation => new Uri(PageFragment.Address(page, citation));

    /// <summary>With a model the answer grows by its sentences, each verified; the last one is the answer.</summary>
    private static AskQuestion Asking(QuestionAnswerer answerer)
    {
        return AskAsync;

        async IAsyncEnumerable<Answer> AskAsync(string question, Conversation conversation, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            var growing = new Answer { Question = question, Outcome = AnswerOutcome.Answered, Text = "", Engine = new EngineInfo("", "", QuestionAnswerer.Version) };
            await foreach (var update in answerer.StreamAsync(question, conversation, cancellationToken))
            {
                growing = growing with { ReadAs = update.ReadAs ?? growing.ReadAs };
                if (update.Sentence is { } sentence)
                {
                    growing = growing with { Text = $"{growing.Text} {sentence.Text}".TrimStart(), Citations = [.. growing.Citations, .. sentence.Citations] };
                    yield return growing;
                }
                else if (update.Answer is { } answer)
                {
                    yield return answer;
                }
            }
        }
    }

    /// <summary>Logs how it goes every minute, and deletes what has expired every hour.</summary>
    private static async Task WatchAsync(DiscordBot bot, StandardErrorLog log, CancellationToken cancellationToken)
    {
        using var minute = new PeriodicTimer(TimeSpan.FromMinutes(1));
        try
        {
            for (var minutes = 1; await minute.WaitForNextTickAsync(cancellationToken); minutes++)
            {
                DiscordCommandLog.Minute(log, HealthServer.Line(bot));
                if (minutes % 60 == 0)
                {
                    bot.Expire();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The bot has stopped.
        }
    }
}
