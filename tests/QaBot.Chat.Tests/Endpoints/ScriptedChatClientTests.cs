using Microsoft.Extensions.AI;
using QaBot.Testing;

namespace QaBot.Chat.Tests.Endpoints;

/// <summary>The client of the tests does what a real one does.</summary>
public sealed class ScriptedChatClientTests : ChatClientConformance
{
    protected override IChatClient Create(IReadOnlyList<string> pieces, string finish) => new ScriptedChatClient(
        new ScriptedReply(pieces) { Finish = new ChatFinishReason(finish), Usage = new UsageDetails { InputTokenCount = 120, OutputTokenCount = 12 } });

    protected override IChatClient CreateHanging(string piece) => new ScriptedChatClient(new ScriptedReply(piece) { Gate = new TaskCompletionSource().Task });
}
