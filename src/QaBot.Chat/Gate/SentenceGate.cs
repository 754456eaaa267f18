using QaBot.Answering;
using QaBot.Chunking;
using QaBot.Citations;
using QaBot.Reading;
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

    /// <summary>The most candidates that the reader reads for a sentence.</summary>
    private const int MostRead = 2;

    private readonly Corpus _corpus;
    private readonly Subject? _subject;
    private readonly SpanReader _reader;
    private readonly SourceReading _reading;
    private readonly List<(int Number, SourceSentence Sentence)> _sources = [];
    private int _included;

    /// <summary>Creates a gate.</summary>
    /// <param name="corpus">The documents.</param>
    /// <param name="passages">The passages that the model was given, by their numbers from 1.</param>
    /// <param name="subject">Whom a pronoun of the source stands for, or null.</param>
    /// <param name="reader">What answers the questions that a sentence is turned into.</param>
    /// <param name="reading">The passages as they were read for earlier questions; null for this gate alone.</param>
    public SentenceGate(Corpus corpus, IReadOnlyList<Passage> passages, Subject? subject, SpanReader reader, SourceReading? reading = null)
    {
        _corpus = corpus;
        _subject = subject;
        _reader = reader;
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
        var candidates = Candidates(sentence).ToList();
        var best = candidates.Find(candidate => candidate.Source.Text == sentence.Text)
            ?? candidates.Find(candidate => SupportModel.Fitted.Of(Features(sentence, candidate)) >= SupportModel.SmallestProbability);
        return best is not null && IsVerified(sentence.Text, best) ? new Support([.. best.Cited.Select(cited => cited.Citation)], best.Source.Share(Claim.Read(sentence.Text))) : null;
    }

    /// <summary>What may support a sentence, the likeliest first: cited ones, then those that share most words.</summary>
    public IEnumerable<SupportCandidate> Candidates(ModelSentence sentence)
    {
        if (sentence.Text.Length == 0)
        {
            return [];
        }

        var claim = Claim.Read(sentence.Text);
        return _sources
            .Select(source => (source.Number, source.Sentence, Share: source.Sentence.Share(claim) - (source.Sentence.IsPair ? ShareOfPair : 0)))
            .Where(ranked => ranked.Share >= SmallestShare && !ranked.Sentence.IsInstruction)
            .OrderByDescending(ranked => ranked.Sentence.Text == sentence.Text).ThenByDescending(ranked => sentence.Markers.Contains(ranked.Number)).ThenByDescending(ranked => ranked.Share)
            .Select(ranked => ranked.Sentence).DistinctBy(source => source.Citation.Span)
            .Select(source => Candidate(sentence.Text, claim, source)).OfType<SupportCandidate>()
            .Take(MostRead);
    }

    /// <summary>What is known of a sentence and a candidate.</summary>
    public float[] Features(ModelSentence sentence, SupportCandidate candidate) =>
        SupportFeatures.Of(sentence.Text, candidate.Source, candidate.Text, _reader, _subject?.FullName ?? "");

    /// <summary>A source as a candidate, if need be with a sentence that names whom its pronoun stands for; null for one that lacks what the verifier wants.</summary>
    private SupportCandidate? Candidate(string text, Claim claim, SourceSentence source)
    {
        if (source.Text != text && (Wording.HasForeignMarkup(text, source.Text) || Wording.TakesPossessor(text, source.Text, claim)))
        {
            return null;
        }

        if (source.Text == text || !Agreement.Faults(text, source.Claim).Any())
        {
            return SupportCandidate.Of(source);
        }

        var name = _subject is null ? null : Claim.Read($"Then {_subject.FullName}").Names;
        var missing = claim.Names.Where(n => !source.Claim.Terms.Contains(n)).ToList();
        if (name is null || source.IsPair || missing.Count == 0 || !missing.TrueForAll(name.Contains) || !Wording.IsAbout(source.Text, _subject!, claim))
        {
            return null;
        }

        var introducing = _sources.Find(other => !other.Sentence.IsPair && missing.TrueForAll(other.Sentence.Claim.Names.Contains) && other.Sentence.Claim.NegationCount == 0).Sentence;
        return introducing is not null && !Agreement.Faults(text, Claim.Read(Wording.Resolve(source.Text, _subject!))).Any() ? SupportCandidate.Of(source, introducing, _subject!) : null;
    }

    private bool IsVerified(string text, SupportCandidate candidate)
    {
        var citations = candidate.Cited.Select((source, i) => source.Citation with { Number = i + 1 }).ToList();
        var markers = string.Concat(citations.Select(citation => CitedText.Marker(citation.Number)));
        return CitationVerifier.Verify(AnswerOutcome.Answered, $"{text} {markers}", shortAnswer: null, citations, _corpus).Count == 0;
    }
}
