using System.Buffers.Text;
using System.Security.Cryptography;

namespace QaBot.Web.Asking;

/// <summary>The conversations that clients may continue, in memory.</summary>
internal sealed class ConversationShelf
{
    private const int IdBytes = 16;
    private readonly BoundedStore<SharedConversation> _conversations;

    /// <summary>Creates an empty shelf.</summary>
    public ConversationShelf(WebOptions options, TimeProvider time) =>
        _conversations = new BoundedStore<SharedConversation>(options.Conversations, TimeSpan.FromMinutes(options.ConversationMinutes), time);

    /// <summary>The conversation of an id, or null where it is not remembered.</summary>
    public SharedConversation? Find(string id) => _conversations.TryGet(id, out var conversation) ? conversation : null;

    /// <summary>The conversation of an id; a new one, with an id of its own, where there is no id or its conversation is forgotten.</summary>
    public SharedConversation Open(string? id)
    {
        if (id is not null && Find(id) is { } known)
        {
            return known;
        }

        // Nobody guesses 128 random bits, and no client chooses an id, which somebody else might use.
        var conversation = new SharedConversation(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(IdBytes)));
        _conversations.Set(conversation.Id, conversation);
        return conversation;
    }
}
