using QaBot.Text;

namespace QaBot.Chat.Gate;

/// <summary>What may support a sentence: it has the sentence's numbers, names, negations and most of its words.</summary>
/// <param name="Source">What says it.</param>
/// <param name="Introducing">What names whom the source's pronoun stands for, or null.</param>
/// <param name="Text">The source's text, with the name for its pronoun where there is an introducing sentence.</param>
internal sealed record SupportCandidate(SourceSentence Source, SourceSentence? Introducing, string Text)
{
    /// <summary>What is cited.</summary>
    public IReadOnlyList<SourceSentence> Cited => Introducing is null ? [Source] : [Source, Introducing];

    /// <summary>A candidate of one citation.</summary>
    public static SupportCandidate Of(SourceSentence source) => new(source, null, source.Text);

    /// <summary>A candidate whose pronoun another sentence explains.</summary>
    public static SupportCandidate Of(SourceSentence source, SourceSentence introducing, Subject subject) => new(source, introducing, Wording.Resolve(source.Text, subject));
}
