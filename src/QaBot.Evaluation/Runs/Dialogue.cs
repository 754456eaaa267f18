using QaBot.Answering;
using QaBot.Conversations;
using QaBot.Evaluation.Questions;
using QaBot.Indexing;
using QaBot.Text;

namespace QaBot.Evaluation.Runs;

/// <summary>Asks a row of a question set: first the earlier questions, then the one that counts, in one conversation.</summary>
internal static class Dialogue
{
    /// <summary>The answerer that a run's options ask for.</summary>
    public static QuestionAnswerer Answerer(EvaluationOptions options, Corpus corpus, PassageIndex index) =>
        options.Answerer?.Invoke(corpus, index) ?? new QuestionAnswerer(corpus, index, options.Answering);

    /// <summary>The answer to the last question and the time it took, in milliseconds.</summary>
    public static async Task<(AnswerJson Answer, double ElapsedMs)> AskAsync(
        QuestionAnswerer answerer, EvaluationQuestion question, TimeProvider time, CancellationToken cancellationToken)
    {
        var conversation = new Conversation();
        foreach (var earlier in question.Context)
        {
            await answerer.AskAsync(earlier, conversation, cancellationToken).ConfigureAwait(false);
        }

        var started = time.GetTimestamp();
        var answer = await answerer.AskAsync(question.Question, conversation, cancellationToken).ConfigureAwait(false);
        return (AnswerJson.Of(answer), time.GetElapsedTime(started).TotalMilliseconds);
    }
}
