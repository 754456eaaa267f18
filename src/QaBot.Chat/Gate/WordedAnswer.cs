using QaBot.Answering;
using QaBot.Citations;

namespace QaBot.Chat.Gate;

/// <summary>The sentences of a model that hold, and their citations with numbers in the order of appearance.</summary>
internal sealed class WordedAnswer
{
    private readonly List<string> _sentences = [];
    private readonly List<Citation> _citations = [];
    private double _share;

    /// <summary>How many sentences there are.</summary>
    public int Count => _sentences.Count;

    /// <summary>Whether the model began with yes or no.</summary>
    public bool? Affirms { get; set; }

    /// <summary>Adds a sentence with its markers.</summary>
    public VerifiedSentence Add(ModelSentence sentence, Support support)
    {
        Affirms ??= _sentences.Count == 0 ? sentence.Affirms : null;
        var known = _citations.Count;
        var numbers = support.Citations.Select(Number).Distinct().Order().ToList();
        var text = $"{sentence.Text} {string.Concat(numbers.Select(CitedText.Marker))}";
        _sentences.Add(text);
        _share += support.Share;
        return new VerifiedSentence(text, _citations[known..]);
    }

    /// <summary>The answer as proposed to the verifier.</summary>
    /// <param name="question">The question as read.</param>
    /// <param name="refused">Sentences that were left out.</param>
    public AnswerDraft ToDraft(string question, int refused) => new(
        AnswerOutcome.Answered,
        Reason: null,
        string.Join(' ', _sentences),
        ShortAnswer(question),
        _share / (_sentences.Count + refused),
        [.. _citations]);

    /// <summary>Yes or No where the question asks for it, the model says so and the negations of question and citation do not speak against it.</summary>
    private string? ShortAnswer(string question)
    {
        if (Affirms is not { } affirms || Question.Parse(question).Kind != QuestionKind.YesNo)
        {
            return null;
        }

        var denied = Claim.Read(CitedText.Display(_citations[0].Quote)).NegationCount % 2 != Claim.Read(question).NegationCount % 2;
        return affirms == denied ? null : affirms ? "Yes" : "No";
    }

    private int Number(Citation citation)
    {
        var at = _citations.FindIndex(other => other.Document == citation.Document && other.Span == citation.Span);
        if (at < 0)
        {
            at = _citations.Count;
            _citations.Add(citation with { Number = at + 1 });
        }

        return at + 1;
    }
}
