using QaBot.Answering;
using QaBot.Conversations;

namespace QaBot.Core.Tests.Conversations;

/// <summary>Answers and conversations without an answerer.</summary>
internal static class Talk
{
    private static readonly EngineInfo Engine = new("lucene", "extractive", "0.0.0");

    public static Answer Answer(string question, string? shortAnswer = null) =>
        new() { Question = question, Outcome = AnswerOutcome.Answered, Text = "Text. [1]", ShortAnswer = shortAnswer, Engine = Engine };

    /// <summary>A conversation of questions, each with its short answer behind a bar: "Who directed Blue?|Eva Hill".</summary>
    public static Conversation Of(params string[] turns)
    {
        var conversation = new Conversation();
        foreach (var turn in turns)
        {
            conversation.Add(turn.Split('|') is [var question, var shortAnswer] ? Answer(question, shortAnswer) : Answer(turn));
        }

        return conversation;
    }
}
