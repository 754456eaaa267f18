using Microsoft.Extensions.AI;
using QaBot.Text;

namespace QaBot.Answering.Chat;

/// <summary>The prompts of a directory, read and checked once.</summary>
public sealed class PromptLibrary
{
    private static readonly Dictionary<PromptName, string[]> Placeholders = new()
    {
        [PromptName.Answer] = ["passages", "question"],
        [PromptName.Repair] = ["sentences"],
        [PromptName.Rewrite] = ["history", "question"],
        [PromptName.Grade] = ["question", "accepted", "quotes", "answer"],
    };

    private readonly Dictionary<PromptName, PromptTemplate> _templates;

    private PromptLibrary(Dictionary<PromptName, PromptTemplate> templates, string hash) => (_templates, Hash) = (templates, hash);

    /// <summary>The hash over all of them: another prompt, another model's answer.</summary>
    public string Hash { get; }

    /// <summary>The file of a prompt.</summary>
    public static string FileOf(PromptName name) => name.ToString().ToLowerInvariant() + ".txt";

    /// <summary>Reads every prompt.</summary>
    /// <param name="directory">Where the files are.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="PromptException">A file is missing, or is no template with its placeholders.</exception>
    public static async Task<PromptLibrary> LoadAsync(string directory, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(directory);
        var templates = new Dictionary<PromptName, PromptTemplate>();
        var documents = new List<Document>();
        foreach (var (name, placeholders) in Placeholders)
        {
            var file = Path.Combine(directory, FileOf(name));
            try
            {
                var document = Document.FromBytes(FileOf(name), await StoredFile.ReadAsync(file, cancellationToken).ConfigureAwait(false));
                documents.Add(document);
                templates[name] = PromptTemplate.Parse(file, document.Text, placeholders);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or CorpusException)
            {
                throw new PromptException(
                    $"The prompt {file} cannot be read: {e.Message}", "Put the files of the repository's prompts folder there, or set Prompts:Directory.", e);
            }
        }

        return new PromptLibrary(templates, new Corpus(documents).Hash);
    }

    /// <summary>The messages of prompts, one after the other, with the values in their places.</summary>
    public IReadOnlyList<ChatMessage> Render(IEnumerable<PromptName> prompts, IReadOnlyDictionary<string, string> values)
    {
        ArgumentNullException.ThrowIfNull(prompts);
        return [.. prompts.SelectMany(name => _templates[name].Render(values))];
    }
}
