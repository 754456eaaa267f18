using QaBot.Discord.Messages;
using QaBot.Discord.Questions;
using QaBot.Discord.Tests.Gateway;

namespace QaBot.Discord.Tests.Questions;

public sealed class ReplyTargetTests
{
    [Fact]
    public async Task Show_FewerMessagesThanBefore_LeavesNothingOfTheOthers()
    {
        await using var scene = await TransportScene.ReadyAsync();
        var target = new ReplyTarget(scene.Transport, 1, 7);
        await target.ShowAsync([new OutgoingMessage("the first part"), new OutgoingMessage("the second part", [[new Button("1", "x")]])], default);

        await target.ShowAsync([new OutgoingMessage("I am being restarted.")], default);
        await target.ShowAsync([new OutgoingMessage("I am being restarted.")], default);

        Assert.Equal(["I am being restarted.", "…"], scene.Server.Messages.Select(message => message.Content));
        Assert.Empty(scene.Server.Messages.Last().Buttons);
        Assert.Equal(2, scene.Server.Calls.Count(call => call.Method == "PATCH"));
    }
}
