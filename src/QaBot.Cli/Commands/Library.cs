using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;
using QaBot.Chat;
using QaBot.Cli.Configuration;
using QaBot.Cli.Rendering;
using QaBot.Indexing;
using QaBot.Text;

namespace QaBot.Cli.Commands;

/// <summary>The documents and their index, opened as the settings say.</summary>
/// <param name="Settings">The settings.</param>
/// <param name="Corpus">The documents.</param>
/// <param name="Opened">The index.</param>
internal sealed record Library(QaBotSettings Settings, Corpus Corpus, OpenedIndex Opened)
{
    /// <summary>The index.</summary>
    public PassageIndex Index => Opened.Index;

    /// <summary>Opens the library; builds the index where that is needed.</summary>
    public static async Task<Library> OpenAsync(QaBotSettings settings, Terminal terminal, bool rebuild, CancellationToken cancellationToken)
    {
        var corpus = await Corpus.LoadAsync(settings.Corpus.Path, cancellationToken);
        foreach (var file in corpus.Skipped)
        {
            terminal.Say($"{file.Reason} {file.Remedy}");
        }

        var progress = new BuildProgress(terminal);
        var opening = new IndexStore(settings.Index.Directory).OpenAsync(corpus, settings.Chunking, rebuild, progress, cancellationToken);
        return new Library(settings, corpus, await progress.WaitAsync(opening));
    }

    /// <summary>The options of answerers over it.</summary>
    public QuestionAnswererOptions AnswererOptions =>
        new() { Retrieval = Settings.Retrieval, Reading = Settings.Reading, Answering = Settings.Answering };

    /// <summary>An answerer over it, with the models that the settings ask for.</summary>
    public async Task<QuestionAnswerer> CreateAnswererAsync(Terminal terminal, ILogger? log, CancellationToken cancellationToken)
    {
        var model = await ChatModel.OpenAsync(Settings, log, cancellationToken);
        var vectors = await Vectors.OpenAsync(this, terminal, cancellationToken);
        var orchestrator = model?.Orchestrator ?? new KernelOrchestrator(new Kernel(), log);
        return new QuestionAnswerer(Corpus, Index, AnswererOptions, time: null, orchestrator, vectors is null ? null : vectors.RankAsync);
    }

    /// <summary>One sentence on where the index comes from, or null when it was there.</summary>
    public string? Notice()
    {
        var directory = Path.TrimEndingDirectorySeparator(Settings.Index.Directory) + "/";
        return Opened.Origin switch
        {
            IndexOrigin.Built => $"Built the index of {Index.Count} passage{(Index.Count == 1 ? "" : "s")} in {directory} ({Opened.Reason}).",
            IndexOrigin.Memory => $"{Unsaved()} Answers come from memory this time. {UnsavedRemedy()}",
            _ => null,
        };
    }

    /// <summary>Why the index of an <see cref="IndexOrigin.Memory"/> could not be saved, in one sentence.</summary>
    public string Unsaved() => $"The index could not be saved in {Settings.Index.Directory}: {Opened.Reason}.";

    /// <summary>What to do about it.</summary>
    public string UnsavedRemedy() => File.Exists(Settings.Index.Directory)
        ? "Give a directory with --index."
        : "Make it writable, or give another directory with --index.";
}
