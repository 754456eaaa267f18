using System.Text.RegularExpressions;
using QaBot.Chunking;
using QaBot.Citations;
using QaBot.Text;

namespace QaBot.Chat.Gate;

/// <summary>A sentence of a passage, or two that follow each other, as what a claim may be supported by.</summary>
internal sealed partial class SourceSentence
{
    private readonly Lazy<Claim> _claim;
    private readonly Lazy<bool> _isInstruction;
    private readonly Lazy<List<Place>> _places;

    /// <summary>Creates the sentence.</summary>
    /// <param name="passage">A passage that has it.</param>
    /// <param name="span">Where it stands.</param>
    public SourceSentence(Passage passage, TextSpan span)
    {
        var document = passage.Document;
        Citation = new Citation(0, document.Name, document.Hash, passage.Id, span, document.Slice(span));
        Text = CitedText.Display(Citation.Quote);
        _isInstruction = new Lazy<bool>(() => Instruction().IsMatch(Text));
        _claim = new Lazy<Claim>(() => Claim.Read(Text));
        _places = new Lazy<List<Place>>(() => Alignment.Places(Text));
    }

    /// <summary>The two sentences that it is made of; none for one sentence.</summary>
    public IReadOnlyList<SourceSentence> Parts { get; init; } = [];

    /// <summary>The citation, without a number yet.</summary>
    public Citation Citation { get; }

    /// <summary>The words as an answer would show them.</summary>
    public string Text { get; }

    /// <summary>Whether it speaks to a model: somebody has put it into the text, and what it says to say is no statement of the source.</summary>
    public bool IsInstruction => _isInstruction.Value;

    /// <summary>What it states.</summary>
    public Claim Claim => _claim.Value;

    /// <summary>Its words.</summary>
    public List<Place> Places => _places.Value;

    /// <summary>The share of a claim's content terms that it has or has a related word for; 1 for a claim without any.</summary>
    public double Share(Claim claim) =>
        claim.ContentTerms.Count == 0 ? 1 : (double)claim.ContentTerms.Count(Claim.Says) / claim.ContentTerms.Count;

    [GeneratedRegex(
        """
        \b(?:ignore|disregard|forget|override|bypass|discard)\b .{0,40} \b(?:instructions?|rules|prompts?|passages?|guidelines|restrictions|above|previous|everything)\b
        | \b(?:system\ prompt|developer\ mode|jailbreak|new\ instructions?|language\ model|as\ an\ ai|chatbot|the\ assistant)\b
        | \b(?:you\ are\ now|you\ must\ (?:now\ )?(?:say|answer|reply|respond|output|write|claim))\b
        | (?:^|\W)(?:system|assistant|user|developer)\s*: | <\||\|> | </?(?:message|system|user|assistant)\b | \[/?INST\] | ={3} | \{\{
        | (?:^|[.!?>}\]])\W*(?:please\ |now\ )?(?:say|answer|reply|respond|output|print|repeat|write|tell\ (?:the\ user|them|me|everyone))\b
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Instruction();
}
