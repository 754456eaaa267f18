using Microsoft.Extensions.AI;

namespace QaBot.Chat;

/// <summary>The services of a kernel that has a chat client and nothing else: no container is made for one.</summary>
internal sealed class ChatService(IChatClient client) : IServiceProvider
{
    /// <summary>The chat client; an empty array of whatever a kernel asks for all of.</summary>
    public object? GetService(Type serviceType) => serviceType == typeof(IChatClient) ? client
        : serviceType.IsGenericType && serviceType.GetGenericTypeDefinition() == typeof(IEnumerable<>) ? Array.CreateInstance(serviceType.GenericTypeArguments[0], 0)
        : null;
}
