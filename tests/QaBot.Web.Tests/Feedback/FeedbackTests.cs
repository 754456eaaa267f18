using System.Net;
using System.Text.Json.Nodes;
using QaBot.Web.Feedback;

namespace QaBot.Web.Tests.Feedback;

public sealed class FeedbackTests
{
    [Fact]
    public async Task Keep_JudgementOfAnAnswer_HasTheAnswer()
    {
        var kept = new List<AnswerFeedback>();
        await using var scene = await WebScene.StartAsync(keep: kept.Add);
        var conversation = (await scene.AskAsync(WebScene.Question).OkAsync()).Text("conversation");

        using var response = await PostAsync(scene, WebScene.Question, conversation, "down", "It is a harbour.");

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        var feedback = Assert.Single(kept);
        Assert.Equal((conversation, false, "It is a harbour."), (feedback.Conversation, feedback.IsGood, feedback.Reason));
        Assert.Contains("Bergen", feedback.Answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keep_WhatCannotBeAJudgement_IsRefused()
    {
        await using var scene = await WebScene.StartAsync(keep: _ => Assert.Fail("Nothing is to be kept."));
        var conversation = (await scene.AskAsync(WebScene.Question).OkAsync()).Text("conversation");

        await PostAsync(scene, WebScene.Question, conversation, "sideways").ProblemAsync(HttpStatusCode.BadRequest);
        await PostAsync(scene, "Who?", conversation, "up").ProblemAsync(HttpStatusCode.NotFound);
        await PostAsync(scene, WebScene.Question, "another", "up").ProblemAsync(HttpStatusCode.NotFound);
        await PostAsync(scene, WebScene.Question, conversation, "up", new string('x', 1001)).ProblemAsync(HttpStatusCode.UnprocessableEntity);
    }

    private static Task<HttpResponseMessage> PostAsync(WebScene scene, string question, string conversation, string value, string? reason = null) => scene.PostAsync(
        "api/feedback", new JsonObject { ["question"] = question, ["conversation"] = conversation, ["value"] = value, ["reason"] = reason }.ToJsonString());
}
