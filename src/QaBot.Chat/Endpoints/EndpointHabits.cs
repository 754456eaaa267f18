using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace QaBot.Chat.Endpoints;

/// <summary>What a model behind an endpoint was found to refuse, remembered for the life of the process. Safe for concurrent use.</summary>
internal sealed class EndpointHabits
{
    private static readonly ConcurrentDictionary<(string Endpoint, string Model), EndpointHabits> Known = [];
    private ImmutableHashSet<ChatRequestPart> _refused = [];
    private ImmutableHashSet<ChatRequestPart> _told = [];

    /// <summary>The parts that are left out from now on.</summary>
    public ImmutableHashSet<ChatRequestPart> Refused => Volatile.Read(ref _refused);

    /// <summary>The habits of the model that is set.</summary>
    public static EndpointHabits Of(ChatEndpointOptions options) => Known.GetOrAdd((options.Endpoint.TrimEnd('/'), options.Model), _ => new EndpointHabits());

    /// <summary>Remembers parts without which a request was taken.</summary>
    public void Learn(IEnumerable<ChatRequestPart> parts) => ImmutableInterlocked.Update(ref _refused, (refused, more) => refused.Union(more), parts);

    /// <summary>Of what was learnt, a part that stands for a setting which is not kept, to be told once; null for none.</summary>
    public ChatRequestPart? TakeNews()
    {
        foreach (var part in Refused.Where(part => part is ChatRequestPart.Temperature or ChatRequestPart.Tools))
        {
            if (ImmutableInterlocked.Update(ref _told, (told, one) => told.Add(one), part))
            {
                return part;
            }
        }

        return null;
    }
}
