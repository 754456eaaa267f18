using QaBot.Analysis;
using QaBot.Reading;
using QaBot.Text;

namespace QaBot.Answering.Candidates;

/// <summary>What the ranking weighs of a candidate: what the reader, the retrieval, the shared words and the kind of question say.</summary>
internal static class CandidateFeatures
{
    /// <summary>The features' names.</summary>
    public static string[] Names { get; } =
    [
        "reader-score", "retrieval", "sentence-words", "context-words",
        "others-missing", "repeats-question", "opening-of-source", "possessor", "says-whether", "meaning",
    ];

    /// <summary>The features of a candidate.</summary>
    /// <param name="question">The question's words.</param>
    /// <param name="span">What the reader found.</param>
    /// <param name="sentence">The sentence it stands in.</param>
    /// <param name="window">The window's words.</param>
    /// <param name="retrieval">The passage's score, as a share of the best passage's.</param>
    /// <param name="likeness">The cosine of the question's vector and the window's.</param>
    public static float[] Of(AskedWords question, ReadSpan span, TextSpan sentence, WindowWords window, double retrieval, double likeness)
    {
        var document = span.Window.Passage.Document;
        var text = document.Slice(span.Span);
        var inSentence = WindowWords.Terms(document.Slice(sentence));
        inSentence.UnionWith(document.BlockOf(sentence).Columns.SelectMany(WindowWords.Terms));
        var own = EnglishAnalyzer.Analyze(text);
        double[] features =
        [
            span.Score / 10,
            retrieval,
            question.Share(inSentence.Contains),
            question.Share(window.Has),
            question.MissingOthers(window.Has),
            own.Count == 0 ? 0 : own.Count(token => question.IsKnown(token.Term)) / (double)own.Count,
            question.Question.Kind == QuestionKind.Description && sentence.Start == document.Sentences[0].Start ? 1 : 0,
            AnswerFit.IsPossessor(document.Text, span.Span) ? 1 : 0,
            question.Question.Kind == QuestionKind.YesNo ? YesNo.Evidence(question, span.Window.Passage, sentence) : 0,
            likeness,
        ];
        return Array.ConvertAll(features, value => (float)value);
    }
}
