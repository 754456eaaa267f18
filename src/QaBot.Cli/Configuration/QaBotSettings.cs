using QaBot.Answering;
using QaBot.Chat;
using QaBot.Chat.Endpoints;
using QaBot.Chunking;
using QaBot.Discord;
using QaBot.Reading;
using QaBot.Retrieval;
using QaBot.Web;

namespace QaBot.Cli.Configuration;

/// <summary>Everything that can be configured: each property is a section, each of its properties a key.</summary>
internal sealed class QaBotSettings
{
    /// <summary>The documents.</summary>
    public CorpusOptions Corpus { get; set; } = new();

    /// <summary>The index.</summary>
    public IndexOptions Index { get; set; } = new();

    /// <summary>How documents are cut into passages.</summary>
    public ChunkingOptions Chunking { get; set; } = new();

    /// <summary>How passages are found.</summary>
    public RetrievalOptions Retrieval { get; set; } = new();

    /// <summary>How the reader runs.</summary>
    public ReadingOptions Reading { get; set; } = new();

    /// <summary>How questions are answered.</summary>
    public AnsweringOptions Answering { get; set; } = new();

    /// <summary>The model that words answers.</summary>
    public ChatEndpointOptions Chat { get; set; } = new();

    /// <summary>How it is asked.</summary>
    public GenerationOptions Generation { get; set; } = new();

    /// <summary>The vectors that passages are found by too.</summary>
    public EmbeddingOptions Embeddings { get; set; } = new();

    /// <summary>What it is told.</summary>
    public PromptOptions Prompts { get; set; } = new();

    /// <summary>The Discord bot.</summary>
    public DiscordOptions Discord { get; set; } = new();

    /// <summary>The server.</summary>
    public WebOptions Web { get; set; } = new();
}
