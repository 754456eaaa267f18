using System.Xml.Linq;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using QaBot.Answering.Chat;

namespace QaBot.SemanticKernel;

/// <summary>The files of a prompts folder as templates of Semantic Kernel's own engine.</summary>
/// <remarks>
/// The engine encodes every value before it puts it in, so that no value can open a message; its markup is read as what it is, XML.
/// </remarks>
public sealed class KernelPrompts
{
    private readonly Dictionary<PromptName, IPromptTemplate> _templates;

    private KernelPrompts(Dictionary<PromptName, IPromptTemplate> templates) => _templates = templates;

    /// <summary>Reads every prompt.</summary>
    /// <param name="directory">Where the files are.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="PromptException">A file is missing, or is no template with its placeholders.</exception>
    public static async Task<KernelPrompts> LoadAsync(string directory, CancellationToken cancellationToken = default)
    {
        // The same checks as without Semantic Kernel.
        await PromptLibrary.LoadAsync(directory, cancellationToken).ConfigureAwait(false);
        var factory = new KernelPromptTemplateFactory();
        var templates = new Dictionary<PromptName, IPromptTemplate>();
        foreach (var name in Enum.GetValues<PromptName>())
        {
            var text = await File.ReadAllTextAsync(Path.Combine(directory, PromptLibrary.FileOf(name)), cancellationToken).ConfigureAwait(false);
            templates[name] = factory.Create(new PromptTemplateConfig(text));
        }

        return new KernelPrompts(templates);
    }

    /// <summary>The messages of prompts, one after the other, with the values in their places.</summary>
    internal List<ChatMessage> Render(Kernel kernel, IEnumerable<PromptName> prompts, IReadOnlyDictionary<string, string> values)
    {
        var arguments = new KernelArguments(values.ToDictionary(pair => pair.Key, pair => (object?)pair.Value));
        return [.. prompts.SelectMany(name => Messages(Rendered(_templates[name], kernel, arguments)))];
    }

    /// <summary>Templates of text and variables are rendered at once; only ones that call functions would be waited for.</summary>
    private static string Rendered(IPromptTemplate template, Kernel kernel, KernelArguments arguments) =>
        template.RenderAsync(kernel, arguments).GetAwaiter().GetResult();

    private static IEnumerable<ChatMessage> Messages(string rendered) => XElement.Parse($"<prompt>{rendered}</prompt>", LoadOptions.PreserveWhitespace)
        .Elements("message").Select(message => new ChatMessage(new ChatRole(message.Attribute("role")!.Value), message.Value.Trim()));
}
