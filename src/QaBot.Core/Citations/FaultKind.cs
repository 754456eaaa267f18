namespace QaBot.Citations;

/// <summary>What the verifier found wrong.</summary>
public enum FaultKind
{
    /// <summary>The citation's document is not in the corpus.</summary>
    UnknownDocument,

    /// <summary>The document has changed since it was cited.</summary>
    DocumentChanged,

    /// <summary>The citation's offsets are not a range of the document.</summary>
    SpanOutOfRange,

    /// <summary>The quote is not the text at its offsets.</summary>
    QuoteDiffers,

    /// <summary>The quote begins or ends inside a sentence: what it leaves out may deny it.</summary>
    PartOfSentence,

    /// <summary>The passage is not one of the citation's document.</summary>
    PassageDiffers,

    /// <summary>The numbers of citations or markers do not run 1, 2, 3 … in order of appearance.</summary>
    Numbering,

    /// <summary>A marker has no citation, or a citation no marker.</summary>
    Marker,

    /// <summary>A sentence has no marker.</summary>
    Uncited,

    /// <summary>A number of the sentence is not in what it cites.</summary>
    Number,

    /// <summary>A name of the sentence is not in what it cites.</summary>
    Name,

    /// <summary>The sentence denies what it cites, or the other way round.</summary>
    Negation,

    /// <summary>Too few of the sentence's words are in what it cites.</summary>
    Words,

    /// <summary>The short answer is not in what the answer cites.</summary>
    ShortAnswer,

    /// <summary>An abstention or a refusal says something about the subject, or an abstention says nothing.</summary>
    Abstention,
}
