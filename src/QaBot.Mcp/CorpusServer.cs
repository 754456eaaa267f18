using System.IO.Pipelines;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using QaBot.Mcp.Documents;
using QaBot.Mcp.Prompts;
using QaBot.Mcp.Tools;
using QaBot.Text;

namespace QaBot.Mcp;

/// <summary>A server of the Model Context Protocol over a corpus: tools that ask, search and read, the documents as resources, prompts.</summary>
/// <remarks>Safe for concurrent use; one may serve any number of sessions.</remarks>
public sealed class CorpusServer
{
    /// <summary>The name that clients are told.</summary>
    public const string Name = "qabot";

    private const int Chunk = 4096;
    private readonly QuestionAnswerer _answerer;
    private readonly Corpus _corpus;

    /// <summary>Creates a server.</summary>
    /// <param name="answerer">What answers.</param>
    /// <param name="corpus">Its documents.</param>
    public CorpusServer(QuestionAnswerer answerer, Corpus corpus)
    {
        ArgumentNullException.ThrowIfNull(answerer);
        ArgumentNullException.ThrowIfNull(corpus);
        (_answerer, _corpus) = (answerer, corpus);
    }

    /// <summary>How long a question may take. Default: as long as it does.</summary>
    public TimeSpan QuestionTimeout { get; init; } = Timeout.InfiniteTimeSpan;

    /// <summary>Cancelled when questions that are under way have to end; their clients are told so. Default: never.</summary>
    public CancellationToken Ending { get; init; }

    /// <summary>Makes the options of a session those of this server.</summary>
    public void Configure(McpServerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var documents = new DocumentResources(_corpus);
        options.ServerInfo = new Implementation { Name = Name, Title = "QaBot", Version = QuestionAnswerer.Version };
        options.ServerInstructions = Instructions.Of(_corpus);
        options.Filters.Message.IncomingFilters.Add(WholeTexts.Check);
        options.ToolCollection = [new AskTool(_answerer, QuestionTimeout, Ending), new SearchTool(_answerer), new ReadSourceTool(_answerer, _corpus)];
        options.Handlers.ListResourcesHandler = documents.ListAsync;
        options.Handlers.ListResourceTemplatesHandler = DocumentResources.ListTemplatesAsync;
        options.Handlers.ReadResourceHandler = documents.ReadAsync;
        options.Handlers.ListPromptsHandler = CorpusPrompts.ListAsync;
        options.Handlers.GetPromptHandler = CorpusPrompts.GetAsync;
    }

    /// <summary>Serves one client over a pair of streams, a message a line, until the input ends.</summary>
    /// <param name="input">The client's messages.</param>
    /// <param name="output">The server's; nothing else is written to it.</param>
    /// <param name="log">Told of errors; null for nobody.</param>
    /// <param name="cancellationToken">Ends the session as the end of the input does; calls in work are cancelled.</param>
    public async Task RunAsync(Stream input, Stream output, ILogger? log = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        var options = new McpServerOptions();
        Configure(options);
        using var logs = new FaultLog(log);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var pipe = new Pipe();

        // A console's read cannot be called off: it has a thread of its own, which a cancelled session leaves behind.
        var reading = Task.Factory.StartNew(() => Copy(input, pipe.Writer), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        await using var transport = new StreamServerTransport(pipe.Reader.AsStream(), output, Name, logs);
        await using var server = McpServer.Create(transport, options, logs);
        var running = server.RunAsync(ending.Token);
        await Task.WhenAny(running, reading).ConfigureAwait(false);
        await ending.CancelAsync().ConfigureAwait(false);
        try
        {
            await running.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The end of a session, and no fault.
        }
    }

    /// <summary>Copies until the end of the input; a client that breaks off has ended too.</summary>
    private static void Copy(Stream input, PipeWriter writer)
    {
        try
        {
            for (var count = input.Read(writer.GetSpan(Chunk)); count > 0; count = input.Read(writer.GetSpan(Chunk)))
            {
                writer.Advance(count);
                if (writer.FlushAsync().AsTask().GetAwaiter().GetResult().IsCompleted)
                {
                    break;
                }
            }
        }
        catch (IOException)
        {
            // Nobody is there any more.
        }

        writer.Complete();
    }
}
