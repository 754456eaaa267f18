using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using QaBot.Answering;
using QaBot.Chat.Prompts;
using QaBot.Testing;

namespace QaBot.Chat.Tests;

/// <summary>Answerers over the invented biography with a scripted model and the prompts of the repository.</summary>
internal static class Chats
{
    public static PromptLibrary Prompts { get; } = PromptLibrary.LoadAsync(Repository.PathOf("prompts")).GetAwaiter().GetResult();

    public static AnswerGenerator Generator(IChatClient client, ILogger? log = null) => new(AnswerGenerator.KernelOver(client), Prompts, temperature: 0, log);

    public static QuestionAnswerer Answerer(ScriptedChatClient client, GenerationOptions? options = null, TimeProvider? time = null) => new(
        InventedBiography.Corpus, InventedBiography.Index, options: null, time, new KernelOrchestrator(Generator(client), options));

    public static Task<Answer> AskAsync(string question, params ScriptedReply[] replies) => Answerer(new ScriptedChatClient(replies)).AskAsync(question);

    /// <summary>The text that the model was sent in a request.</summary>
    public static string Sent(this ScriptedChatClient client, int request = 0) => string.Join("\n\n", client.Requests[request].Select(message => message.Text));
}
