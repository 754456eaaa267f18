using Microsoft.Extensions.Logging;
using QaBot.Answering;
using QaBot.Chat;
using QaBot.Chat.Endpoints;
using QaBot.Chat.Prompts;
using QaBot.Cli.Configuration;

namespace QaBot.Cli.Commands;

/// <summary>The model of the settings.</summary>
/// <param name="Generator">It, with its prompts.</param>
/// <param name="Orchestrator">What carries questions through their steps with it.</param>
/// <param name="Identity">What decides its answers: endpoint, model, how it is asked, and prompts.</param>
internal sealed record ChatModel(AnswerGenerator Generator, KernelOrchestrator Orchestrator, string Identity)
{
    private const string Remedy = "Set Chat:Endpoint and Chat:Model (docs/CHAT.md has examples), or answer without a model: Answering:Mode=Extractive and no --chat.";

    /// <summary>The model that words answers, or null where none is asked for.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="log">Told what functions the model calls; null for nobody.</param>
    /// <param name="cancellationToken">Stops the reading of the prompts.</param>
    /// <exception cref="CommandException">One is asked for, and the settings do not say which.</exception>
    /// <exception cref="PromptException">A prompt cannot be used.</exception>
    public static async Task<ChatModel?> OpenAsync(QaBotSettings settings, ILogger? log, CancellationToken cancellationToken)
    {
        if (settings.Answering.Mode != AnswerMode.Chat)
        {
            return null;
        }

        var chat = settings.Chat;
        if (chat.Endpoint.Length == 0 || chat.Model.Length == 0)
        {
            throw CommandException.Usage($"Chat:{(chat.Endpoint.Length == 0 ? "Endpoint" : "Model")} is not set.", Remedy);
        }

        if (!ChatEndpoint.IsAddress(chat.Endpoint))
        {
            throw CommandException.Usage("Chat:Endpoint is no http or https address.", Remedy);
        }

        if (ChatEndpoint.Unsendable(chat) is { } key)
        {
            throw CommandException.Usage($"Chat:{key} cannot be sent as a header.", "Give it in visible ASCII characters, without spaces or line ends around it.");
        }

        var directory = settings.Prompts.Directory.Length == 0 ? Path.Combine(AppContext.BaseDirectory, "prompts") : settings.Prompts.Directory;
        var prompts = await PromptLibrary.LoadAsync(directory, cancellationToken);
        float? temperature = chat.Temperature < 0 ? null : (float)chat.Temperature;
        var (asked, kernel) = (settings.Generation, AnswerGenerator.KernelOver(ChatEndpoint.CreateChatClient(chat)));
        var generator = new AnswerGenerator(kernel, prompts, temperature, log);
        var how = FormattableString.Invariant($"{asked.ContextTokens} {asked.OutputTokens} {asked.HistoryTokens} {asked.Repairs} {asked.LookFurther}");
        return new ChatModel(
            generator,
            new KernelOrchestrator(generator, asked),
            FormattableString.Invariant($"{chat.Endpoint} {chat.Model} {chat.Temperature} {how} {prompts.Hash}"));
    }
}
