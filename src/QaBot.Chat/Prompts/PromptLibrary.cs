using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using QaBot.Text;

namespace QaBot.Chat.Prompts;

/// <summary>The prompts of a directory, read and checked once: messages, each a template of Semantic Kernel.</summary>
/// <remarks>Messages are found before values are put in, and values are put in once: nothing in a value can open a message or be a placeholder.</remarks>
public sealed partial class PromptLibrary
{
    private const string Form = "It is messages, <message role=\"system\">…</message>, with {{$name}} where a value goes.";
    private static readonly string[] Roles = ["system", "user", "assistant"];
    private static readonly KernelPromptTemplateFactory Factory = new() { AllowDangerouslySetContent = true };

    /// <summary>Templates call no functions.</summary>
    private static readonly Kernel NoFunctions = new();

    private static readonly Dictionary<PromptName, string[]> Placeholders = new()
    {
        [PromptName.Answer] = ["passages", "question"],
        [PromptName.Repair] = ["sentences"],
        [PromptName.Rewrite] = ["history", "question"],
        [PromptName.Grade] = ["question", "accepted", "quotes", "answer"],
    };

    private readonly Dictionary<PromptName, List<(ChatRole Role, IPromptTemplate Template)>> _templates;

    private PromptLibrary(Dictionary<PromptName, List<(ChatRole Role, IPromptTemplate Template)>> templates, string hash) => (_templates, Hash) = (templates, hash);

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
        var templates = new Dictionary<PromptName, List<(ChatRole Role, IPromptTemplate Template)>>();
        var documents = new List<Document>();
        foreach (var (name, placeholders) in Placeholders)
        {
            var file = Path.Combine(directory, FileOf(name));
            try
            {
                var document = Document.FromBytes(FileOf(name), await StoredFile.ReadAsync(file, cancellationToken).ConfigureAwait(false));
                documents.Add(document);
                templates[name] = Parse(file, document.Text, placeholders);
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
    /// <param name="prompts">Which.</param>
    /// <param name="values">A value for every placeholder.</param>
    public IReadOnlyList<ChatMessage> Render(IEnumerable<PromptName> prompts, IReadOnlyDictionary<string, string> values)
    {
        ArgumentNullException.ThrowIfNull(prompts);
        ArgumentNullException.ThrowIfNull(values);
        var arguments = new KernelArguments(values.ToDictionary(pair => pair.Key, pair => (object?)pair.Value));

        // Templates of text and variables are rendered at once; only ones that call functions would be waited for.
        return [.. prompts.SelectMany(name => _templates[name])
            .Select(message => new ChatMessage(message.Role, message.Template.RenderAsync(NoFunctions, arguments).GetAwaiter().GetResult()))];
    }

    /// <summary>Reads a prompt.</summary>
    /// <param name="file">What faults call it.</param>
    /// <param name="text">Its text.</param>
    /// <param name="placeholders">The names that it must have, and the only ones it may.</param>
    /// <exception cref="PromptException">It has another form, lacks a placeholder or has one that is not known.</exception>
    internal static List<(ChatRole Role, IPromptTemplate Template)> Parse(string file, string text, IReadOnlyCollection<string> placeholders)
    {
        var messages = Messages(file, text);
        var found = messages.SelectMany(message => Braces().Matches(message.Text)).Select(match => match.Groups["inner"].Value.Trim()).ToList();
        if (found.Find(inner => !Variable().IsMatch(inner)) is { } wrong)
        {
            throw new PromptException($"{file} has {{{{{wrong}}}}}, which is no placeholder.", Form);
        }

        var known = string.Join(", ", placeholders.Select(Written));
        if (found.Find(inner => !placeholders.Contains(inner[1..])) is { } unknown)
        {
            throw new PromptException($"{file} has the unknown placeholder {Written(unknown[1..])}.", $"Its placeholders are {known}.");
        }

        return placeholders.FirstOrDefault(name => !found.Contains("$" + name)) is { } missing
            ? throw new PromptException($"{file} lacks the placeholder {Written(missing)}.", $"Put {Written(missing)} where it goes; its placeholders are {known}.")
            : [.. messages.Select(message => (message.Role, Template(message.Text)))];
    }

    private static List<(ChatRole Role, string Text)> Messages(string file, string text)
    {
        try
        {
            var nodes = XElement.Parse($"<prompt>{text}</prompt>", LoadOptions.PreserveWhitespace).Nodes().Where(node => node is not XText { Value: var white } || !string.IsNullOrWhiteSpace(white)).ToList();
            return nodes.Count > 0 && nodes.TrueForAll(node => node is XElement { Name.LocalName: "message", HasElements: false } message && Roles.Contains(message.Attribute("role")?.Value))
                ? [.. nodes.Cast<XElement>().Select(message => (new ChatRole(message.Attribute("role")!.Value), message.Value.Trim()))]
                : throw new PromptException($"{file} is no prompt: there is no message, text outside of a message, or a role that is none.", Form);
        }
        catch (XmlException e)
        {
            throw new PromptException($"{file} is no prompt: {e.Message} “<” and “&” stand for markup.", Form, e);
        }
    }

    /// <summary>Values are not encoded: what is rendered is not read as markup any more.</summary>
    private static IPromptTemplate Template(string text) => Factory.Create(new PromptTemplateConfig(text) { AllowDangerouslySetContent = true });

    private static string Written(string name) => $"{{{{${name}}}}}";

    [GeneratedRegex(@"\{\{(?<inner>.*?)\}\}", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Braces();

    [GeneratedRegex(@"^\$[A-Za-z]\w*$", RegexOptions.CultureInvariant)]
    private static partial Regex Variable();
}
