using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using OpenAI;

namespace QaBot.SemanticKernel;

/// <summary>The chat client of Semantic Kernel's OpenAI connector: for OpenAI, Azure OpenAI, Ollama and whatever else is compatible.</summary>
public static class OpenAIConnector
{
    /// <summary>A chat client that invokes the functions its model calls.</summary>
    /// <param name="client">The endpoint with its key.</param>
    /// <param name="model">The model's name there.</param>
    public static IChatClient CreateChatClient(OpenAIClient client, string model)
    {
        ArgumentNullException.ThrowIfNull(client);
        return Kernel.CreateBuilder().AddOpenAIChatClient(model, client).Build().GetRequiredService<IChatClient>();
    }
}
