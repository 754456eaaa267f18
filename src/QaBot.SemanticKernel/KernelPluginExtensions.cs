using Microsoft.SemanticKernel;

namespace QaBot.SemanticKernel;

/// <summary>Puts QaBot into a kernel.</summary>
public static class KernelPluginExtensions
{
    /// <summary>The plugin's name there.</summary>
    public const string PluginName = "QaBot";

    /// <summary>Adds the functions <c>QaBot.ask</c> and <c>QaBot.search</c>.</summary>
    /// <param name="plugins">The plugins of a kernel.</param>
    /// <param name="answerer">What answers.</param>
    /// <returns>The plugin that was added.</returns>
    public static KernelPlugin AddQaBot(this ICollection<KernelPlugin> plugins, QuestionAnswerer answerer)
    {
        ArgumentNullException.ThrowIfNull(plugins);
        ArgumentNullException.ThrowIfNull(answerer);
        return plugins.AddFromObject(new QaBotPlugin(answerer), PluginName);
    }
}
