using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using QaBot.Answering;
using QaBot.Citations;
using QaBot.Web.Access;
using QaBot.Web.Asking;
using QaBot.Web.Completions;
using QaBot.Web.Documents;
using QaBot.Web.Faults;
using QaBot.Web.Feedback;
using QaBot.Web.Hosting;
using QaBot.Web.Limits;
using QaBot.Web.Pages;
using QaBot.Web.Verification;

namespace QaBot.Web;

/// <summary>Serves the page and the interfaces for programs over HTTP.</summary>
public sealed class WebServer : IAsyncDisposable
{
    /// <summary>Bytes a second; who sends or takes them more slowly is cut off.</summary>
    private const double SlowestClient = 16_384;

    private const int SendBuffer = 262_144;

    private readonly WebApplication _app;
    private readonly string _urls;

    private WebServer(WebApplication app, string urls) => (_app, _urls) = (app, urls);

    /// <summary>The addresses that it listens on, once it is started, with their ports.</summary>
    public IReadOnlyCollection<string> Addresses => [.. _app.Urls];

    /// <summary>Starts a server.</summary>
    /// <param name="site">What it serves.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellationToken">Stops the starting.</param>
    /// <exception cref="WebException">The options are wrong, or an address cannot be had.</exception>
    public static async Task<WebServer> StartAsync(WebSite site, WebOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(options);
        var server = new WebServer(Build(site, options, Reach.Of(options)), options.Urls);
        try
        {
            await server._app.StartAsync(cancellationToken).ConfigureAwait(false);
            return server;
        }
        catch (Exception e)
        {
            await server.DisposeAsync().ConfigureAwait(false);
            throw server.Explain(e) ?? e;
        }
    }

    /// <summary>Takes no more requests, and lets those that are under way end.</summary>
    /// <param name="patience">How long they may take; what is under way then is cut off.</param>
    public async Task StopAsync(TimeSpan patience)
    {
        using var late = new CancellationTokenSource(patience);
        try
        {
            await _app.StopAsync(late.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested)
        {
            // What was under way is cut off.
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static WebApplication Build(WebSite site, WebOptions options, Reach reach)
    {
        // Empty: neither a file of settings nor the environment says otherwise than the options.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = typeof(WebServer).Assembly.GetName().Name });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = JsonBody.MostBytes;
            kestrel.Limits.MaxConcurrentConnections = 2000;

            // By default 240 bytes a second: who reads nothing would hold what fits the buffers for hours, and who sends so a connection.
            kestrel.Limits.MinRequestBodyDataRate = kestrel.Limits.MinResponseDataRate = new MinDataRate(SlowestClient, TimeSpan.FromSeconds(10));
            kestrel.ConfigureEndpointDefaults(listen => listen.Protocols = HttpProtocols.Http1);
            foreach (var address in reach.Addresses)
            {
                address.ListenOn(kestrel);
            }
        });
        builder.WebHost.UseSockets(sockets => sockets.CreateBoundListenSocket = endpoint =>
        {
            // What a connection inherits; else the system keeps megabytes for whoever does not read, and they count as read.
            var socket = SocketTransportOptions.CreateDefaultBoundListenSocket(endpoint);
            socket.SendBufferSize = SendBuffer;
            return socket;
        });
        AddServices(builder, site, options, reach);
        var app = builder.Build();
        Use(app);
        Map(app, site);
        return app;
    }

    private static void AddServices(WebApplicationBuilder builder, WebSite site, WebOptions options, Reach reach)
    {
        var services = builder.Services;
        services.AddSingleton<IHostLifetime, CallersLifetime>();
        // What keeps it from starting is thrown, and said once.
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        if (site.Log is { } log)
        {
            builder.Logging.AddProvider(log);
        }

        services.AddRoutingCore().Configure<RouteHandlerOptions>(handlers => handlers.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(json => WebJson.Configure(json.SerializerOptions));
        services.AddSingleton<IProblemDetailsWriter, CompletionErrors>().AddProblemDetails(problems => problems.CustomizeProblemDetails = Problem.Complete).AddExceptionHandler<ExceptionFaults>();
        services.AddHostFiltering(hosts => (hosts.AllowedHosts, hosts.AllowEmptyHosts, hosts.IncludeFailureMessage) = ([.. reach.Hosts], false, false));
        services.AddRateLimiter(limiter => RequestLimits.Configure(limiter, options));
        services.AddOpenApi(description => ApiDescription.Configure(description, options));
        services.AddSingleton(options).AddSingleton(site).AddSingleton(site.Time).AddSingleton(site.Answerer).AddSingleton(site.Corpus).AddSingleton(site.Audit);
        services.AddSingleton<ConversationShelf>().AddSingleton<QuestionQueue>().AddSingleton<Questions>().AddSingleton<Transcript>();
        services.AddSingleton<AskEndpoint>().AddSingleton<DocumentCatalog>().AddSingleton<DocumentEndpoints>().AddSingleton<DocumentPages>().AddSingleton<VerifyEndpoint>().AddSingleton<CompletionEndpoints>();
        site.AddServices?.Invoke(services);
    }

    private static void Use(WebApplication app)
    {
        app.Use((HttpContext context, RequestDelegate next) => SecurityHeaders.AddAsync(context, next));
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseHostFiltering();
        app.UseMiddleware<AccessCheck>();
        app.UseFileServer(new FileServerOptions { FileProvider = new EmbeddedFileProvider(typeof(WebServer).Assembly, "QaBot.Web.wwwroot") });
        app.Use(AnswerHeadAsGet);
        app.UseRouting();
        app.UseRateLimiter();
        app.UseMiddleware<QuestionGate>();
    }

    /// <summary>HEAD is GET without the content (RFC 9110, 9.3.2), which Kestrel leaves out by itself.</summary>
    private static Task AnswerHeadAsGet(HttpContext context, RequestDelegate next)
    {
        context.Request.Method = HttpMethods.IsHead(context.Request.Method) ? HttpMethods.Get : context.Request.Method;
        return next(context);
    }

    private static void Map(WebApplication app, WebSite site)
    {
        app.MapGet("/healthz", () => TypedResults.Text("ok\n")).DisableRateLimiting().ExcludeFromDescription();
        app.MapOpenApi("/openapi/v1.json");
        var ask = app.Services.GetRequiredService<AskEndpoint>();
        app.MapPost("/api/ask", (Delegate)ask.AskAsync).WithMetadata(new QuestionMark(WaitsItself: true))
            .Accepts<AskRequest>("application/json").Produces<AnswerJson>(StatusCodes.Status200OK, "application/json", AskEndpoint.Events)
            .StreamsEvents("read-as (readAs), sentence (text, citations), then answer (the object of application/json) or problem (status, detail); the data of each is JSON.")
            .Refuses(400, 413, 415, 422, 503);
        var documents = app.Services.GetRequiredService<DocumentEndpoints>();
        app.MapGet("/api/documents", documents.List).Refuses();
        app.MapGet("/api/documents/{**name}", documents.Show).Produces<DocumentJson>().Refuses(400, 404);
        app.MapGet("/api/text/{**name}", documents.Text).Produces<string>(StatusCodes.Status200OK, "text/plain").Refuses(404);
        var pages = app.Services.GetRequiredService<DocumentPages>();
        app.MapGet("/documents", pages.List).ExcludeFromDescription();
        app.MapGet("/documents/{**name}", pages.Show).ExcludeFromDescription();
        app.MapGet("/api/search", documents.Search).Produces<SearchJson>().Refuses(400, 422);
        app.MapGet("/api/examples", documents.ExamplesAsync).Refuses();
        app.MapPost("/api/verify", (Delegate)app.Services.GetRequiredService<VerifyEndpoint>().VerifyAsync).AnswersQuestions()
            .Accepts<AnswerJson>("application/json", VerifyEndpoint.Lines).Produces<VerifiedJson>(StatusCodes.Status200OK, VerifyEndpoint.Lines).Refuses(400, 413, 415, 503);
        var completions = app.Services.GetRequiredService<CompletionEndpoints>();
        app.MapGet("/v1/models", completions.Models).RefusesAsOpenAI();
        app.MapGet("/v1/models/{model}", completions.Model).RefusesAsOpenAI(404);
        app.MapPost("/v1/chat/completions", (Delegate)completions.CompleteAsync).AnswersQuestions()
            .Accepts<CompletionRequest>("application/json").RefusesAsOpenAI(400, 404, 413, 415, 503);
        if (site.KeepFeedback is { } keep)
        {
            var feedback = new FeedbackEndpoint(app.Services.GetRequiredService<ConversationShelf>(), keep);
            app.MapPost("/api/feedback", (Delegate)feedback.KeepAsync).Accepts<FeedbackRequest>("application/json").Produces(StatusCodes.Status204NoContent).Refuses(400, 404, 413, 415, 422);
        }

        site.MapEndpoints?.Invoke(app);
    }

    private WebException? Explain(Exception exception) => exception switch
    {
        IOException { InnerException: AddressInUseException } => new WebException(
            $"{_urls} is taken: another program listens there.", "End it, or give another address with --urls.", isUsage: false, exception),
        IOException or SocketException => new WebException(
            $"{_urls} cannot be listened on: {exception.Message.TrimEnd('.')}.", "Give another address with --urls.", isUsage: false, exception),
        _ => null,
    };
}
