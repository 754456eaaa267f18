using System.Collections.Concurrent;
using QaBot.Analysis;
using QaBot.Chunking;
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
            var window = Window(hit);
            var topics = Topics(window.Context, window.Sentences);
            var surroundings = passage.Sentences.SelectMany(span => Profile(passage.Document, span).TermSet).ToHashSet(StringComparer.Ordinal);
            surroundings.UnionWith(EnglishAnalyzer.Analyze(passage.Context.ToString()).Select(t => t.Term));
            for (var i = 0; i < window.Sentences.Count; i++)
            {
                var sentence = window.Sentences[i];
                if (passage.Span.Contains(sentence.Span) && seen.Add((passage.Document.Name, sentence.Span)))
                {
                    var previous = i > 0 ? window.Sentences[i - 1] : null;
                    var next = i + 1 < window.Sentences.Count ? window.Sentences[i + 1] : null;
                    candidates.Add(new Candidate(sentence, passage, rank, hit.Score / hits[0].Score, previous, next, topics[i], surroundings));
                }
            }
        }

        return candidates;
    }

    /// <summary>The sentences of a passage and of its neighbours, in order, and the context of the first.</summary>
    private (List<SentenceProfile> Sentences, PassageContext Context) Window(PassageHit hit)
    {
        var sentences = new List<SentenceProfile>();
        var context = hit.Passage.Context;
        for (var ordinal = Math.Max(0, hit.Ordinal - 1); ordinal <= Math.Min(index.Count - 1, hit.Ordinal + 1); ordinal++)
        {
            var passage = ordinal == hit.Ordinal ? hit.Passage : index[ordinal];
            if (passage.Document == hit.Passage.Document)
            {
                context = sentences.Count == 0 ? passage.Context : context;
                var end = sentences.Count == 0 ? -1 : sentences[^1].Span.Start;
                sentences.AddRange(passage.Sentences.Where(span => span.Start > end).Select(span => Profile(passage.Document, span)));
            }
        }

        return (sentences, context);
    }

    /// <summary>
    /// For each sentence the terms of what it speaks of without naming it: a sentence with "the film", or one that names nothing new,
    /// goes on with the topic of the sentence before; one that names something sets a new topic.
    /// </summary>
    private List<HashSet<string>> Topics(PassageContext context, List<SentenceProfile> sentences)
    {
        var topics = new List<HashSet<string>>(sentences.Count);
        var topic = EnglishAnalyzer.Analyze(context.ToString()).Select(t => t.Term).ToHashSet(StringComparer.Ordinal);
        foreach (var sentence in sentences)
        {
            var goesOn = sentence.IsAnaphoric || !sentence.Introduces(IsSubject);
            topics.Add(goesOn ? topic : []);
            if (goesOn)
            {
                topic = [.. topic, .. sentence.NameTerms];
            }
            else
            {
                topic = [.. sentence.NameTerms];
            }
        }

        return topics;
    }

    /// <summary>A name that a quarter of all passages have is the source's own subject and tells no topic.</summary>
    private bool IsSubject(string term) => index.DocumentFrequency(term) * 4 > index.Count;

    private SentenceProfile Profile(Document document, TextSpan span)
    {
        if (_profiles.Count > MostRemembered)
        {
            _profiles.Clear();
        }

        return _profiles.GetOrAdd((document.Name, span), _ => new SentenceProfile(document, span));
    }
}
