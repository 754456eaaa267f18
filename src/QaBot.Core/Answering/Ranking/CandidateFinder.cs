using System.Collections.Concurrent;
using QaBot.Analysis;
using QaBot.Indexing;
using QaBot.Text;

namespace QaBot.Answering.Ranking;

/// <summary>Takes the sentences out of the retrieved passages, each once, and remembers what it has analysed.</summary>
internal sealed class CandidateFinder(IPassageIndex index)
{
    private const int MostRemembered = 20_000;
    private readonly ConcurrentDictionary<(string Document, TextSpan Span), SentenceProfile> _profiles = new();

    /// <summary>The sentences of the passages, in the order of the passages.</summary>
    public List<Candidate> Find(IReadOnlyList<PassageHit> hits)
    {
        var seen = new HashSet<(string, TextSpan)>();
        var candidates = new List<Candidate>();
        for (var rank = 0; rank < hits.Count; rank++)
        {
            var hit = hits[rank];
            var passage = hit.Passage;
            var sentences = passage.Sentences.Select(span => Profile(passage.Document, span)).ToArray();
            var surroundings = sentences.SelectMany(s => s.TermSet).ToHashSet(StringComparer.Ordinal);
            surroundings.UnionWith(EnglishAnalyzer.Analyze(passage.Context.ToString()).Select(t => t.Term));
            for (var i = 0; i < sentences.Length; i++)
            {
                if (seen.Add((passage.Document.Name, sentences[i].Span)))
                {
                    var previous = i > 0 ? sentences[i - 1] : Neighbour(hit, -1);
                    var next = i + 1 < sentences.Length ? sentences[i + 1] : Neighbour(hit, 1);
                    candidates.Add(new Candidate(sentences[i], passage, rank, hit.Score / hits[0].Score, previous, next, surroundings));
                }
            }
        }

        return candidates;
    }

    /// <summary>The sentence right before or behind a passage.</summary>
    private SentenceProfile? Neighbour(PassageHit hit, int step)
    {
        var ordinal = hit.Ordinal + step;
        if (ordinal < 0 || ordinal >= index.Count || index[ordinal] is not { } other || other.Document != hit.Passage.Document)
        {
            return null;
        }

        var spans = other.Sentences.Where(s => step < 0 ? s.End <= hit.Passage.Span.Start : s.Start >= hit.Passage.Span.End).ToList();
        return spans.Count == 0 ? null : Profile(other.Document, step < 0 ? spans[^1] : spans[0]);
    }

    private SentenceProfile Profile(Document document, TextSpan span)
    {
        if (_profiles.Count > MostRemembered)
        {
            _profiles.Clear();
        }

        return _profiles.GetOrAdd((document.Name, span), _ => new SentenceProfile(document, span));
    }
}
