using QaBot.Answering;
using QaBot.Chunking;
using QaBot.Citations;
using QaBot.Text;

namespace QaBot.Chat.Gate;

/// <summary>
/// The gate of worded answers: finds the exact sentence of the source that supports a sentence, first in the passages that it cites, then
/// in all that were given; what the verifier of citations does not pass has no support.
/// </summary>
internal sealed class SentenceGate
{
    /// <summary>What has fewer of the content words is not looked at further: the verifier wants more.</summary>
    private const double SmallestShare = 0.5;

    /// <summary>Two sentences have to have so much more of the words than one of them.</summary>
    private const double ShareOfPair = 0.05;

    private readonly Corpus _corpus;
    private readonly Subject? _subject;
    private readonly SourceReading _reading;
    private readonly List<(int Number, SourceSentence Sentence)> _sources = [];
    private int _included;

    /// <summary>Creates a gate.</summary>
    /// <param name="corpus">The documents.</param>
    /// <param name="passages">The passages that the model was given, by their numbers from 1.</param>
    /// <param name="subject">Whom a pronoun of the source stands for, or null.</param>
    /// <param name="reading">The passages as they were read for earlier questions; null for this gate alone.</param>
    public SentenceGate(Corpus corpus, IReadOnlyList<Passage> passages, Subject? subject, SourceReading? reading = null)
    {
        _corpus = corpus;
        _subject = subject;
        _reading = reading ?? new SourceReading();
        Include(passages);
    }

    /// <summary>Takes in passages that the model has looked up since; those that are in already stay.</summary>
    /// <param name="passages">All that it was given, by their numbers from 1.</param>
    public void Include(IReadOnlyList<Passage> passages)
    {
        for (var p = _included; p < passages.Count; p++)
        {
            var sentences = passages[p].Sentences;
            for (var i = 0; i < sentences.Count; i++)
            {
                _sources.Add((p + 1, _reading.Sentence(passages[p], sentences[i])));
                if (i > 0)
                {
                    _sources.Add((p + 1, _reading.Pair(passages[p], sentences[i - 1], sentences[i])));
                }
            }
        }

        _included = Math.Max(_included, passages.Count);
    }

    /// <summary>What supports a sentence, or null.</summary>
    public Support? Find(ModelSentence sentence)
    {
        if (sentence.Text.Length == 0)
        {
            return null;
        }

        var claim = Claim.Read(sentence.Text);
        return Ranked(sentence, claim).Select(source => Find(sentence.Text, claim, source)).FirstOrDefault(support => support is not null);
    }

    /// <summary>Word for word first, then cited ones, then those that share most words; the order of the passages decides between equals.</summary>
    private IEnumerable<SourceSentence> Ranked(ModelSentence sentence, Claim claim) => _sources
        .Select(source => (source.Number, Source: source.Sentence, Share: source.Sentence.Share(claim) - (source.Sentence.Parts.Count > 0 ? ShareOfPair : 0)))
        .Where(ranked => ranked.Share >= SmallestShare && !ranked.Source.IsInstruction && !ranked.Source.Parts.Any(part => part.IsInstruction))
        .OrderByDescending(ranked => ranked.Source.Text == sentence.Text).ThenByDescending(ranked => sentence.Markers.Contains(ranked.Number)).ThenByDescending(ranked => ranked.Share)
        .Select(ranked => ranked.Source).DistinctBy(source => (source.Citation.Document, source.Citation.Span));

    /// <summary>A source as support, if need be with a sentence that has the name for its pronoun; null where it says something else.</summary>
    private Support? Find(string text, Claim claim, SourceSentence source)
    {
        var missing = claim.Names.Where(n => !source.Claim.Terms.Contains(n) && !(n == claim.FirstName && source.Claim.Says(n))).ToList();
        if (missing.Count == 0)
        {
            return IsSupported(text, claim, source, source.Text, [source]) ? new Support([source.Citation], source.Share(claim)) : null;
        }

        var name = _subject is null ? null : Claim.Read($"Then {_subject.FullName}").Names;
        if (name is null || source.Parts.Count > 0 || !missing.TrueForAll(name.Contains) || !Wording.IsAbout(source.Text, _subject!, claim))
        {
            return null;
        }

        var introducing = _sources.Find(other => other.Sentence.Parts.Count == 0 && missing.TrueForAll(other.Sentence.Claim.Names.Contains) && other.Sentence.Claim.NegationCount == 0).Sentence;
        return introducing is not null && IsSupported(text, claim, source, Wording.Resolve(source.Text, _subject!), [source, introducing])
            ? new Support([source.Citation, introducing.Citation], source.Share(claim)) : null;
    }

    private bool IsSupported(string text, Claim claim, SourceSentence source, string resolved, SourceSentence[] cited) =>
        (source.Text == text || (!Agreement.Faults(text, resolved == source.Text ? source.Claim : Claim.Read(resolved)).Any() && Wording.Agrees(text, claim, source, resolved)))
        && IsVerified(text, cited);

    private bool IsVerified(string text, SourceSentence[] cited)
    {
        var citations = cited.Select((source, i) => source.Citation with { Number = i + 1 }).ToList();
        var markers = string.Concat(citations.Select(citation => CitedText.Marker(citation.Number)));
        return CitationVerifier.Verify(AnswerOutcome.Answered, $"{text} {markers}", shortAnswer: null, citations, _corpus).Count == 0;
    }
}
