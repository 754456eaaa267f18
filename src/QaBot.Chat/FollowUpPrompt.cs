using System.Text.RegularExpressions;
using QaBot.Answering;
using QaBot.Chat.Prompts;
using QaBot.Citations;
using QaBot.Conversations;

namespace QaBot.Chat;

/// <summary>Has a model rewrite a follow-up, and takes from it only what the conversation and the question have.</summary>
internal static partial class FollowUpPrompt
{
    private const int ShortQuestion = 4;
    private const int OutputTokens = 120;

    /// <summary>Whether a question may lean on the conversation, so that a model is worth asking: a pronoun, an ellipsis, a few words.</summary>
    public static bool MayLean(string question, Conversation? conversation, string? byRules) => conversation is { Turns.Count: > 0 }
        && question.Length <= FollowUpResolver.LongestRead
        && (byRules is not null || Leaning().IsMatch(question) || question.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length <= ShortQuestion);

    /// <summary>The request, with as many of the last turns as there is room for.</summary>
    public static GenerationRequest Of(string question, Conversation conversation, int historyTokens)
    {
        var turns = new List<string>();
        var used = 0;
        foreach (var turn in conversation.Turns.Reverse())
        {
            var lines = PromptData.Lines([$"question: {turn.Question}", $"answer: {turn.Answer.ShortAnswer ?? turn.Answer.Text}"]);
            used += TokenEstimate.Of(lines);
            if (used > historyTokens)
            {
                break;
            }

            turns.Add(lines);
        }

        turns.Reverse();
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["history"] = string.Join('\n', turns),
            ["question"] = PromptData.Escape(question),
        };
        return new GenerationRequest([PromptName.Rewrite], values, OutputTokens);
    }

    /// <summary>The question that a model wrote; null when it is none, too long, or says what nobody said.</summary>
    public static string? Read(string written, string question, Conversation conversation)
    {
        var read = Label().Replace(written.Trim(), "").Trim().Trim('"', '“', '”', '`', '|', ' ');
        if (read.Length is 0 or > FollowUpResolver.LongestRead || read.Contains('\n', StringComparison.Ordinal) || QuestionIntake.Refusal(read, new AnsweringOptions()) is not null)
        {
            return null;
        }

        var said = Claim.Read(string.Join(' ', conversation.Turns.SelectMany(turn => new[] { turn.Question, turn.Answer.Text, turn.Answer.ShortAnswer }).Append(question)));
        var (claim, asked) = (Claim.Read(read), Claim.Read(question));
        var isFaithful = asked.ContentTerms.All(claim.Terms.Contains)
            && (!question.TrimEnd().EndsWith('?') || read.EndsWith('?'))
            && claim.Names.All(said.Terms.Contains)
            && claim.Numbers.Keys.All(said.Numbers.ContainsKey)
            && claim.NegationCount == asked.NegationCount;
        return isFaithful ? read : null;
    }

    [GeneratedRegex(
        @"\b(it|its|he|she|him|his|her|hers|they|them|their|this|that|these|those|there|then|one|ones|former|latter|same|else|too|other|others)\b|^(and|but|so|what about|how about|why)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Leaning();

    [GeneratedRegex(@"^(rewritten )?question:\s*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Label();
}
