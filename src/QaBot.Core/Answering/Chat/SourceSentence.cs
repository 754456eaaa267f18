using QaBot.Chunking;
using QaBot.Citations;
using QaBot.Text;

namespace QaBot.Answering.Chat;

/// <summary>A sentence of a passage, or two that follow each other, as what a claim may be supported by.</summary>
internal sealed class SourceSentence
{
    private readonly Lazy<Claim> _claim;

    public SourceSentence(Passage passage, int number, TextSpan span)
    {
        Number = number;
        var document = passage.Document;
        Citation = new Citation(0, document.Name, document.Hash, passage.Id, span, document.Slice(span));
        Text = CitedText.Display(Citation.Quote);
        _claim = new Lazy<Claim>(() => Claim.Read(Text));
    }

    /// <summary>The passage's number in the prompt, from 1.</summary>
    public int Number { get; }

    /// <summary>The citation, without a number yet.</summary>
    public Citation Citation { get; }

    /// <summary>The words as an answer would show them.</summary>
    public string Text { get; }

    /// <summary>What it states.</summary>
    public Claim Claim => _claim.Value;

    /// <summary>The share of a claim's content terms that it has; 1 for a claim without any.</summary>
    public double Share(Claim claim) =>
        claim.ContentTerms.Count == 0 ? 1 : (double)claim.ContentTerms.Count(Claim.Terms.Contains) / claim.ContentTerms.Count;
}
