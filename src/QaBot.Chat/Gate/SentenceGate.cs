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

    private readonly Corpus _corpus;
    private readonly Subject? _subject;
    private readonly SourceReading _reading;
    private readonly List<(int Number, SourceSentence Sentence)> _singles = [];
    private readonly List<(int Number, SourceSentence Sentence)> _pairs = [];
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
                _singles.Add((p + 1, _reading.Sentence(passages[p], sentences[i])));
                if (i > 0)
                {
                    _pairs.Add((p + 1, _reading.Pair(passages[p], sentences[i - 1], sentences[i])));
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
        return Find(sentence.Text, claim, _singles, sentence.Markers) ?? FindNamed(sentence.Text, claim, sentence.Markers)
            ?? Find(sentence.Text, claim, _pairs, sentence.Markers);
    }

    private Support? Find(string text, Claim claim, List<(int Number, SourceSentence Sentence)> sources, IReadOnlyList<int> markers)
    {
        foreach (var source in Ranked(sources, claim, markers))
        {
            if (IsPossible(claim, source.Claim) && IsSupported(text, claim, [source]) && (source.Parts.Count == 0 || Wording.IsClauseByClause(text, source.Parts)))
            {
                return new Support([source.Citation], source.Share(claim));
            }
        }

        return null;
    }

    /// <summary>A sentence that names the subject where the source says "she": one citation says it, another has the name.</summary>
    private Support? FindNamed(string text, Claim claim, IReadOnlyList<int> markers)
    {
        var name = _subject is null ? null : Claim.Read($"Then {_subject.FullName}").Names;
        if (name is null || !claim.Names.Any(name.Contains))
        {
            return null;
        }

        foreach (var source in Ranked(_singles, claim, markers).Where(source => Wording.IsAbout(source.Text, _subject!, claim)))
        {
            var missing = claim.Names.Where(n => !source.Claim.Terms.Contains(n)).ToList();
            var introducing = missing.Count == 0 || !missing.TrueForAll(name.Contains) ? null
                : _singles.Find(other => missing.TrueForAll(other.Sentence.Claim.Names.Contains) && other.Sentence.Claim.NegationCount == 0).Sentence;
            if (introducing is not null && HasNumbersOf(source.Claim, claim) && IsSupported(text, claim, [source, introducing]))
            {
                return new Support([source.Citation, introducing.Citation], source.Share(claim));
            }
        }

        return null;
    }

    /// <summary>What the verifier wants of any sentence, by the claims that are read already: most candidates end here.</summary>
    private static bool IsPossible(Claim claim, Claim source) => claim.NegationCount == source.NegationCount
        && claim.Names.All(source.Terms.Contains) && HasNumbersOf(source, claim);

    private static bool HasNumbersOf(Claim source, Claim claim) => claim.Numbers.All(n => n.Value <= source.Numbers.GetValueOrDefault(n.Key));

    /// <summary>Cited ones first, then those that share most words; the order of the passages decides between equals.</summary>
    private static IEnumerable<SourceSentence> Ranked(List<(int Number, SourceSentence Sentence)> sources, Claim claim, IReadOnlyList<int> markers) => sources
        .Select(source => (source.Number, Source: source.Sentence, Share: source.Sentence.Share(claim)))
        .Where(ranked => ranked.Share >= SmallestShare && !ranked.Source.IsInstruction && !ranked.Source.Parts.Any(part => part.IsInstruction))
        .OrderByDescending(ranked => markers.Contains(ranked.Number)).ThenByDescending(ranked => ranked.Share)
        .Select(ranked => ranked.Source);

    private bool IsSupported(string text, Claim claim, SourceSentence[] sources)
    {
        var citations = sources.Select((source, i) => source.Citation with { Number = i + 1 }).ToList();
        var markers = string.Concat(citations.Select(citation => CitedText.Marker(citation.Number)));
        return (sources[0].Text == text || Wording.Agrees(text, claim, sources[0], sources.ElementAtOrDefault(1)))
            && CitationVerifier.Verify(AnswerOutcome.Answered, $"{text} {markers}", shortAnswer: null, citations, _corpus).Count == 0;
    }
}
