using System.CommandLine;
using QaBot.Citations;
using QaBot.Cli.Configuration;
using QaBot.Cli.Rendering;
using QaBot.Cli.Telemetry;
using QaBot.Mcp;
using QaBot.Reading;
using QaBot.Web;
using QaBot.Web.Feedback;
using QaBot.Web.Limits;

namespace QaBot.Cli.Commands;

/// <summary><c>qabot serve</c>: answers in the browser and for other programs until it is told to stop.</summary>
internal sealed class ServeCommand : Verb
{
    /// <summary>How long answers that are under way may take at the end; whoever still waits then is told that there is none.</summary>
    private static readonly TimeSpan Answers = TimeSpan.FromSeconds(6);

    /// <summary>How long their connections may take, the answers' time included.</summary>
    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(7.5);

    /// <summary>How long all of it may take.</summary>
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(9.5);

    private readonly Option<string?> _urls = new("--urls")
    {
        Description = "Addresses to listen on, with semicolons between; beyond loopback, and with Web:Hosts, Web:Token is needed. [default: http://127.0.0.1:5080]",
        HelpName = "URLS",
    };

    private readonly CommandContext _context;

    public ServeCommand(CommandContext context)
        : base(
            "serve",
            "Answer in the browser, and for other programs: HTTP, and what speaks OpenAI's chat completions.",
            "qabot serve",
            "qabot serve --corpus notes --index notes/.index --urls http://127.0.0.1:8080",
            "QABOT_Web__Token=… qabot serve --urls http://0.0.0.0:5080",
            "curl http://127.0.0.1:5080/api/ask --json '{\"question\":\"When was she born?\"}'")
    {
        _context = context;
        Options.Add(_urls);
        Options.Add(context.Options.Chat);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult command, CancellationToken cancellationToken)
    {
        var settings = _context.Settings(command);
        settings.Web.Urls = command.GetValue(_urls) ?? settings.Web.Urls;
        SpanReader.OpenAhead(settings.Reading);
        using var telemetry = TelemetryVariables.Export("qabot-serve");
        using var metrics = new PrometheusMetrics();
        var library = await _context.OpenAsync(settings, cancellationToken);
        using var feedback = new FeedbackFile(settings.Discord.DataDirectory);
        using var ending = new CancellationTokenSource();
        try
        {
            await using var server = await StartAsync(library, feedback.Keep, metrics, ending.Token, cancellationToken);
            _context.Terminal.Say($"Listening on {string.Join(" and ", server.Addresses)}. Ctrl+C ends it.");
            _context.Interruption.Patience = LongestStop;
            await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            ending.CancelAfter(Answers);
            await server.StopAsync(Drain);
        }
        catch (WebException e)
        {
            throw e.IsUsage ? CommandException.Usage(e.Message, e.Remedy) : CommandException.Failure(e.Message, e.Remedy);
        }

        return ExitCodes.Done;
    }

    private async Task<WebServer> StartAsync(Library library, KeepFeedback keep, PrometheusMetrics metrics, CancellationToken ending, CancellationToken cancellationToken)
    {
        var settings = library.Settings;
        var log = new StandardErrorLog(_context.Terminal, line => Redact(settings, line));
        var answerer = await library.CreateAnswererAsync(_context.Terminal, log, cancellationToken);
        var assistants = new CorpusServer(answerer, library.Corpus) { QuestionTimeout = TimeSpan.FromSeconds(settings.Web.QuestionTimeout), Ending = ending };
        var site = new WebSite(answerer, library.Corpus, new AnswerAudit(library.Corpus, settings.Chunking))
        {
            KeepFeedback = keep,
            Ending = ending,
            Log = new StandardErrorLogs(log),
            AddServices = services => services.AddCorpusServer(assistants),
            MapEndpoints = endpoints =>
            {
                endpoints.MapCorpusServer().AnswersQuestions();
                metrics.Map(endpoints);
            },
        };
        return await WebServer.StartAsync(site, settings.Web, cancellationToken);
    }

    private static string Redact(QaBotSettings settings, string line) =>
        settings.Web.Token.Length == 0 ? line : line.Replace(settings.Web.Token, "[token]", StringComparison.Ordinal);
}
