using Microsoft.Extensions.AI;
using QaBot.Answering.Chat;
using QaBot.Testing;

namespace QaBot.Core.Tests.Answering.Chat;

public sealed class ChatAnswerGeneratorTests : AnswerGeneratorConformance
{
    protected override IAnswerGenerator Create(IChatClient client) => new ChatAnswerGenerator(client, Chats.Prompts);
}
