using Microsoft.SemanticKernel;

namespace QaBot.Chat;

/// <summary>Puts QaBot into a kernel.</summary>
public static class KernelPluginExtensions
{
    /// <summary>The name of the plugin that answers.</summary>
    public const string PluginName = "QaBot";

    /// <summary>The name of the plugin with the steps of an answer.</summary>
    public const string StepsName = StepsPlugin.Name;

    /// <summary>Adds the functions <c>QaBot.ask</c> and <c>QaBot.search</c>, which a model may call too.</summary>
    /// <param name="plugins">The plugins of a kernel.</param>
    /// <param name="answerer">What answers.</param>
    /// <returns>The plugin that was added.</returns>
    public static KernelPlugin AddQaBot(this ICollection<KernelPlugin> plugins, QuestionAnswerer answerer)
    {
        ArgumentNullException.ThrowIfNull(plugins);
        ArgumentNullException.ThrowIfNull(answerer);
        return plugins.AddFromObject(new QaBotPlugin(answerer), PluginName);
    }

    /// <summary>Adds the steps of an answer, one by one: <c>resolve</c>, <c>search</c>, <c>word</c>, <c>read</c> and <c>verify</c> of <c>QaBotSteps</c>.</summary>
    /// <param name="plugins">The plugins of a kernel.</param>
    /// <param name="answerer">What answers.</param>
    /// <returns>The plugin that was added.</returns>
    public static KernelPlugin AddQaBotSteps(this ICollection<KernelPlugin> plugins, QuestionAnswerer answerer)
    {
        ArgumentNullException.ThrowIfNull(plugins);
        ArgumentNullException.ThrowIfNull(answerer);
        return plugins.AddFromObject(new StepsPlugin(answerer), StepsName);
    }
}
