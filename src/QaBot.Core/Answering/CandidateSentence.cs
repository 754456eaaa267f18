using QaBot.Analysis;
using QaBot.Chunking;
using QaBot.Text;

namespace QaBot.Answering;

/// <summary>A sentence that may answer a question, with the terms that it and its surroundings have.</summary>
internal sealed class CandidateSentence
{
    public CandidateSentence(Passage passage, int number, double passageScore)
    {
        Passage = passage;
        Span = passage.Sentences[number];
        PassageScore = passageScore;
        Text = passage.Document.Slice(Span);
        Tokens = EnglishAnalyzer.Analyze(Text);
        Terms = Tokens.Select(t => t.Term).ToHashSet(StringComparer.Ordinal);
        Surroundings = EnglishAnalyzer.Analyze(passage.Context.ToString()).Select(t => t.Term).ToHashSet(StringComparer.Ordinal);
        if (number > 0)
        {
            Surroundings.UnionWith(EnglishAnalyzer.Analyze(passage.Document.Slice(passage.Sentences[number - 1])).Select(t => t.Term));
        }
    }

    /// <summary>The passage it was found in.</summary>
    public Passage Passage { get; }

    /// <summary>Its place in the document.</summary>
    public TextSpan Span { get; }

    /// <summary>The passage's score.</summary>
    public double PassageScore { get; }

    /// <summary>Its characters.</summary>
    public string Text { get; }

    /// <summary>Its terms with their offsets in <see cref="Text"/>.</summary>
    public List<Token> Tokens { get; }

    /// <summary>Its different terms.</summary>
    public HashSet<string> Terms { get; }

    /// <summary>The terms of the sentence before it and of what its pronouns may refer to.</summary>
    public HashSet<string> Surroundings { get; }
}
