using QaBot.Analysis;

namespace QaBot.Answering.Ranking;

/// <summary>What of a question short answers are compared with.</summary>
internal sealed class SpanQuestion
{
    public SpanQuestion(QuestionProfile profile)
    {
        Profile = profile;
        Kind = profile.Kind;
        var words = EnglishAnalyzer.Words(profile.Question.Text).ConvertAll(word => profile.Question.Text[word.Start..word.End].ToLowerInvariant());
        var at = words.FindIndex(w => w is "who" or "whom" or "whose" or "what" or "which" or "when" or "where" or "why" or "how");
        var wh = at < 0 ? "" : words[at];
        WhWord = SpanFeatures.Hash(wh);
        var next = at >= 0 && at + 1 < words.Count ? words[at + 1] : "";
        Lead = SpanFeatures.Hash(wh is "what" or "which" && profile.Question.Focus is { } focus ? "what " + focus : wh + " " + next);
    }

    /// <summary>The question's terms.</summary>
    public QuestionProfile Profile { get; }

    /// <summary>The kind of answer asked for.</summary>
    public QuestionKind Kind { get; }

    /// <summary>The question word.</summary>
    public int WhWord { get; }

    /// <summary>The question word with the noun it asks for, or with the word behind it.</summary>
    public int Lead { get; }
}
