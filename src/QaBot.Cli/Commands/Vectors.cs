using QaBot.Answering;
using QaBot.Chat.Endpoints;
using QaBot.Cli.Configuration;
using QaBot.Cli.Rendering;
using QaBot.Retrieval;

namespace QaBot.Cli.Commands;

/// <summary>The ranking by vectors of the settings.</summary>
internal static class Vectors
{
    /// <summary>The ranker, or null where none is asked for; makes and stores the vectors where there are none.</summary>
    /// <exception cref="CommandException">One is asked for, and cannot be had.</exception>
    public static async Task<VectorRanker?> OpenAsync(Library library, Terminal terminal, CancellationToken cancellationToken)
    {
        var options = library.Settings.Embeddings;
        if (options.Model.Length == 0)
        {
            return null;
        }

        var endpoint = Endpoint(library.Settings);
        if (!ChatEndpoint.IsAddress(endpoint.Endpoint))
        {
            throw CommandException.Usage(
                "Embeddings:Model is set, and neither Embeddings:Endpoint nor Chat:Endpoint is an http or https address.", "Set one of them, or leave Embeddings:Model out.");
        }

        if (ChatEndpoint.Unsendable(endpoint) is { } key)
        {
            var section = key == nameof(endpoint.ApiKey) && library.Settings.Embeddings.ApiKey.Length > 0 ? "Embeddings" : "Chat";
            throw CommandException.Usage($"{section}:{key} cannot be sent as a header.", "Give it in visible ASCII characters, without spaces or line ends around it.");
        }

        var generator = ChatEndpoint.CreateEmbeddingGenerator(endpoint);
        try
        {
            var progress = new BuildProgress(terminal);
            var opening = new VectorStore(library.Settings.Index.Directory).OpenAsync(library.Corpus, library.Index, generator, options, progress, cancellationToken);
            return new VectorRanker(await progress.WaitAsync(opening), generator, terminal.Say);
        }
        catch (ChatFaultException e)
        {
            throw CommandException.Failure($"The vectors cannot be made: {e.Message}", "See docs/CHAT.md, or leave Embeddings:Model out.");
        }
    }

    /// <summary>The chat's endpoint with the model and what else is given for vectors; another endpoint does not get the chat's key and headers.</summary>
    private static ChatEndpointOptions Endpoint(QaBotSettings settings)
    {
        var (chat, own) = (settings.Chat, settings.Embeddings);
        var isOther = own.Endpoint.Length > 0 && own.Endpoint != chat.Endpoint;
        return new ChatEndpointOptions
        {
            Provider = isOther ? ChatProvider.OpenAI : chat.Provider,
            Endpoint = isOther ? own.Endpoint : chat.Endpoint,
            Model = own.Model,
            ApiKey = own.ApiKey.Length > 0 || isOther ? own.ApiKey : chat.ApiKey,
            Organization = isOther ? "" : chat.Organization,
            Headers = isOther ? [] : chat.Headers,
            AttemptTimeout = chat.AttemptTimeout,
            Retries = chat.Retries,
            BreakDuration = chat.BreakDuration,
        };
    }
}
