using Microsoft.AspNetCore.Http;
using QaBot.Citations;
using QaBot.Web.Asking;
using QaBot.Web.Limits;

namespace QaBot.Web.Tests.Limits;

public sealed class QuestionQueueTests
{
    [Fact]
    public async Task Enter_TurnThatDoesNotCome_IsRefusedWithTheTimeToComeBack()
    {
        using var queue = new QuestionQueue(
            new WebOptions { QuestionTimeout = 0.1, Concurrency = 1, QueueCapacity = 0 }, new WebSite(WebScene.Answerer, WebScene.Corpus, new AnswerAudit(WebScene.Corpus, new())));
        var conversation = new SharedConversation("c");
        using var turn = await conversation.EnterAsync(Timeout.InfiniteTimeSpan, CancellationToken.None);
        var waiting = new DefaultHttpContext();

        var refusal = await queue.EnterAsync(waiting, conversation);

        Assert.Equal(StatusCodes.Status429TooManyRequests, refusal?.StatusCode);
        Assert.False(string.IsNullOrEmpty(waiting.Response.Headers.RetryAfter));
        Assert.Null(await queue.EnterAsync(new DefaultHttpContext()));
    }
}
