using QaBot.Text;

namespace QaBot.Chunking;

/// <summary>A run of whole sentences of one document: the unit that is indexed, ranked and cited.</summary>
public sealed class Passage
{
    /// <summary>Creates a passage.</summary>
    /// <exception cref="ArgumentException">There is no sentence.</exception>
    public Passage(Document document, int number, Zone zone, IReadOnlyList<TextSpan> sentences, PassageContext context)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(number);
        if (sentences is not { Count: > 0 })
        {
            throw new ArgumentException("A passage has at least one sentence.", nameof(sentences));
        }

        Document = document;
        Number = number;
        Zone = zone;
        Sentences = sentences;
        Context = context;
        Span = new TextSpan(sentences[0].Start, sentences[^1].End);
    }

    /// <summary>The document it is cut from.</summary>
    public Document Document { get; }

    /// <summary>Its place among the document's passages, from 1.</summary>
    public int Number { get; }

    /// <summary><c>document#number</c>: the same on every rebuild from the same corpus and options.</summary>
    public string Id => $"{Document.Name}#{Number}";

    /// <summary>Running text or references.</summary>
    public Zone Zone { get; }

    /// <summary>From the first sentence's start to the last one's end.</summary>
    public TextSpan Span { get; }

    /// <summary>The spans of its sentences, in order.</summary>
    public IReadOnlyList<TextSpan> Sentences { get; }

    /// <summary>What its pronouns may refer to.</summary>
    public PassageContext Context { get; }

    /// <summary>The exact characters of <see cref="Span"/>.</summary>
    public string Text => Document.Slice(Span);

    /// <summary>The passage's id.</summary>
    public override string ToString() => Id;
}
