using QaBot.Analysis;
using QaBot.Chunking;
using QaBot.Indexing;
using QaBot.Text;

namespace QaBot.Answering.Ranking;

/// <summary>Takes the sentences out of the retrieved passages, each once, and remembers what it has analysed.</summary>
internal sealed class CandidateFinder(PassageIndex index)
{
    /// <summary>A sentence's profile takes about 13 kB, a passage has four or five.</summary>
    private const int MostPassages = 1_000;

    /// <summary>So many sentences behind its title a work is still "the film".</summary>
    private const int MostDistant = 4;

    private const int MostSentences = 4 * MostPassages;
    private readonly BoundedCache<int, Candidate[]> _passages = new(MostPassages);
    private readonly BoundedCache<(string Document, TextSpan Span), SentenceProfile> _profiles = new(MostSentences);

    /// <summary>The sentences of the passages, in the order of the passages.</summary>
    public List<Candidate> Find(IReadOnlyList<PassageHit> hits, CancellationToken cancellationToken = default)
    {
        var seen = new HashSet<(string, TextSpan)>();
        var candidates = new List<Candidate>();
        for (var rank = 0; rank < hits.Count; rank++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var hit = hits[rank];
            foreach (var candidate in _passages.GetOrAdd(hit.Ordinal, _ => Read(hit)))
            {
                if (seen.Add((candidate.Passage.Document.Name, candidate.Sentence.Span)))
                {
                    candidates.Add(candidate with { PassageRank = rank, PassageScore = hit.Score / hits[0].Score });
                }
            }
        }

        return candidates;
    }

    /// <summary>The sentences of one passage, with all that does not depend on a question.</summary>
    private Candidate[] Read(PassageHit hit)
    {
        var passage = hit.Passage;
        var (sentences, context) = Window(hit);
        var topics = Topics(context, sentences);
        var works = Works(context, sentences);
        var surroundings = passage.Sentences.SelectMany(span => Profile(passage.Document, span).TermSet).ToHashSet(StringComparer.Ordinal);
        surroundings.UnionWith(EnglishAnalyzer.Analyze(passage.Context.ToString()).Select(t => t.Term));
        return [.. Enumerable.Range(0, sentences.Count).Where(i => passage.Span.Contains(sentences[i].Span)).Select(i => new Candidate(
            sentences[i], passage, PassageRank: 0, PassageScore: 0, sentences.ElementAtOrDefault(i - 1), sentences.ElementAtOrDefault(i + 1), topics[i], works[i], surroundings))];
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
            topic = goesOn ? [.. topic, .. sentence.NameTerms] : [.. sentence.NameTerms];
        }

        return topics;
    }

    /// <summary>
    /// For each sentence with "the film", "this book" or "it" the terms of the works named last, or, where no sentence shortly before names
    /// one for certain, of the names last seen that are no person's.
    /// </summary>
    private static List<HashSet<string>> Works(PassageContext context, List<SentenceProfile> sentences)
    {
        var works = new List<HashSet<string>>(sentences.Count);
        var (work, age) = (new HashSet<string>(StringComparer.Ordinal), MostDistant + 1);
        var thing = EnglishAnalyzer.Analyze(context.ToString()).Select(t => t.Term).ToHashSet(StringComparer.Ordinal);
        foreach (var sentence in sentences)
        {
            works.Add(!sentence.RefersToWork ? [] : age <= MostDistant ? work : thing);
            var (named, others) = (sentence.TermsOf(NameKind.Work), sentence.TermsOf(NameKind.Other));
            (work, age) = named.Count > 0 ? (named, 1) : (work, age + 1);
            thing = !sentence.RefersToWork && others.Count > 0 ? others : thing;
        }

        return works;
    }

    /// <summary>A name that a quarter of all passages have is the source's own subject and tells no topic.</summary>
    private bool IsSubject(string term) => index.DocumentFrequency(term) * 4 > index.Count;

    private SentenceProfile Profile(Document document, TextSpan span) =>
        _profiles.GetOrAdd((document.Name, span), _ => new SentenceProfile(document, span));
}
