using System.Numerics.Tensors;
using QaBot.Chunking;
using QaBot.Indexing;
using QaBot.Reading;
using QaBot.Retrieval;
using QaBot.Text;

namespace QaBot.Answering.Candidates;

/// <summary>Reads the most promising windows of the retrieved passages, and of those nearest in meaning, and takes the candidates out of them.</summary>
internal sealed class CandidateFinder(PassageIndex index, SpanReader reader)
{
    /// <summary>So many windows are read for a question, beside the opening.</summary>
    private const int MostWindows = 16;

    /// <summary>What a related word of the question counts in a window, where all of its own words count 1.</summary>
    private const double RelatedWeight = 0.1;

    /// <summary>What the likeness of meanings (a cosine) counts beside the shared words.</summary>
    private const double MeaningWeight = 5;

    /// <summary>So many passages are looked at that are nearest in meaning, beside those that words have found.</summary>
    private const int MostNearest = 12;

    /// <summary>So many are read first, with the opening, and the rest only where none of them surely answers.</summary>
    private const int FirstWindows = 7;

    /// <summary>So many sentences are taken that say whether something is so, without the reader.</summary>
    private const int MostSayingWhether = 3;

    /// <summary>The reader's score of a sure answer.</summary>
    private const double Sure = 2;

    private readonly MeaningIndex _meaning = new(index, reader.Embedding);

    /// <summary>The candidates of a question, in no order.</summary>
    public FoundCandidates Find(AskedWords question, Retrieved retrieved, CancellationToken cancellationToken = default)
    {
        var meaning = reader.Embedding.Of(question.Wording);
        var passages = Passages(question.Question, retrieved, meaning, cancellationToken);
        var windows = Windows(question, retrieved, passages, meaning);
        List<IReadOnlyList<ReadSpan>> readings = [.. Read(windows.Take(FirstWindows))];
        if (!readings.Exists(spans => spans is [{ Score: > Sure }, ..]))
        {
            readings.AddRange(Read(windows.Skip(FirstWindows)));
        }

        windows = windows[..readings.Count];
        var candidates = new List<AnswerCandidate>();
        for (var i = 0; i < windows.Count; i++)
        {
            var (window, words, retrieval, likeness) = windows[i];
            foreach (var span in readings[i])
            {
                var sentence = window.Passage.Sentences.First(s => s.End > span.Span.Start);
                if (!IsHeading(window.Passage.Document, sentence) && !IsAsked(window.Passage.Document, sentence))
                {
                    var candidate = new AnswerCandidate(span, sentence, window.Passage, CandidateFeatures.Of(question, span, sentence, words, retrieval, likeness));
                    if (!AnswerFit.IsDenied(question.Question, candidate) && !AnswerFit.IsSubjectItself(question.Question, candidate) && !AnswerFit.IsOfOtherKind(question.Question, candidate))
                    {
                        candidates.Add(candidate);
                    }
                }
            }
        }

        if (question.Question.Kind == QuestionKind.YesNo)
        {
            candidates.AddRange(SayingWhether(question, passages, meaning).Where(found => !candidates.Exists(c => c.Passage.Document == found.Passage.Document && c.Sentence == found.Sentence)));
        }

        return new FoundCandidates(candidates, windows.SelectMany(w => w.Words.All).ToHashSet(StringComparer.Ordinal));

        IReadOnlyList<IReadOnlyList<ReadSpan>> Read(IEnumerable<PromisingWindow> some) =>
            reader.Read(question.Wording, [.. some.Select(w => w.Window)], cancellationToken);
    }

    /// <summary>Sentences that say whether something is so, whatever the reader makes of them.</summary>
    private IEnumerable<AnswerCandidate> SayingWhether(AskedWords question, List<FoundPassage> passages, float[] meaning) => passages
        .SelectMany(found => found.Passage.Sentences.Select(sentence => (found.Passage, found.Share, Sentence: sentence, Evidence: YesNo.Evidence(question, found.Passage, sentence))))
        .Where(found => found.Evidence > 0)
        .OrderByDescending(found => found.Evidence)
        .DistinctBy(found => (found.Passage.Document, found.Sentence))
        .Take(MostSayingWhether)
        .Select(found =>
        {
            var window = new ReadingWindow(found.Passage, found.Sentence);
            var whole = new ReadSpan(window, found.Sentence, Score: 0, Probability: 0);
            var features = CandidateFeatures.Of(question, whole, found.Sentence, new WindowWords(window), found.Share, Likeness(meaning, window));
            return new AnswerCandidate(whole, found.Sentence, found.Passage, features);
        });

    /// <summary>
    /// What was retrieved, each with its score as a share of the best one's (0 where no word of the question was found and vectors of a model alone brought them), and
    /// the passages nearest in meaning, with 0.
    /// </summary>
    private List<FoundPassage> Passages(Question question, Retrieved retrieved, float[] meaning, CancellationToken cancellationToken)
    {
        var highest = retrieved.Hits.Select(hit => hit.Score).DefaultIfEmpty().Max();
        var known = retrieved.Hits.Select(hit => hit.Ordinal).ToHashSet();
        var nearest = _meaning.Nearest(meaning, MostNearest, ordinal => !known.Contains(ordinal) && (question.AsksForSource || index[ordinal].Zone == Zone.Body), cancellationToken);
        return
        [
            .. retrieved.Hits.Select(hit => new FoundPassage(hit.Ordinal, hit.Passage, highest > 0 ? hit.Score / highest : 0)),
            .. nearest.Select(ordinal => new FoundPassage(ordinal, index[ordinal], Share: 0)),
        ];
    }

    /// <summary>A heading names what is said below it and says nothing, but for the one that opens a document.</summary>
    private static bool IsHeading(Document document, TextSpan sentence) => document.BlockOf(sentence).Kind == BlockKind.Heading && sentence.Start != document.Sentences[0].Start;

    /// <summary>A sentence that asks answers nothing; a line of a list or a table may be a title that asks.</summary>
    private static bool IsAsked(Document document, TextSpan sentence) => document.BlockOf(sentence).Kind is not (BlockKind.Item or BlockKind.Row or BlockKind.Record) && QuestionLead.IsAsked(document.Slice(sentence));

    /// <summary>The windows that share most with the question, in words and in meaning, and stand in the best passages, and the opening of the best one's document.</summary>
    private List<PromisingWindow> Windows(AskedWords question, Retrieved retrieved, List<FoundPassage> passages, float[] meaning)
    {
        var seen = new HashSet<(Document, int)>();
        var windows = new List<PromisingWindow>();
        foreach (var (_, passage, share) in passages)
        {
            var fresh = passage.Sentences.Where(s => seen.Add((passage.Document, s.Start))).ToList();
            windows.AddRange(ReadingWindow.Cut(passage, fresh).Select(window => Promising(window, share)));
        }

        var related = retrieved.Query.Terms.Select(term => term.Term).Except(retrieved.Terms).ToList();
        var best = windows.OrderByDescending(Promise).Take(MostWindows).ToList();
        if (passages is [var first, ..] && Opening(first) is var opening && !best.Exists(w => w.Window.Passage.Document == opening.Passage.Document && w.Window.Span.Overlaps(opening.Span)))
        {
            best.Insert(Math.Min(best.Count, FirstWindows - 1), Promising(opening, 0));
        }

        return best;

        PromisingWindow Promising(ReadingWindow window, double retrieval) => new(window, new WindowWords(window), retrieval, Likeness(meaning, window));

        double Promise(PromisingWindow window) => question.Share(window.Words.HasOwn) + question.Share(window.Words.Has) + window.Words.MostInSentence(question)
            + (2 * window.Retrieval) + (RelatedWeight * related.Count(window.Words.HasOwn)) + (MeaningWeight * window.Likeness);
    }

    /// <summary>The cosine of a question's vector and that of a window with what it stands under.</summary>
    private double Likeness(float[] meaning, ReadingWindow window) => TensorPrimitives.Dot<float>(meaning, reader.Embedding.Of(window));

    /// <summary>The opening of a passage's document: it says what the document is about, in words that no question may have.</summary>
    private ReadingWindow Opening(FoundPassage found)
    {
        var passage = index[found.Ordinal - found.Passage.Number + 1];
        return ReadingWindow.Cut(passage, passage.Sentences).First();
    }

    /// <summary>A passage that may have the answer.</summary>
    /// <param name="Ordinal">Its number in the index.</param>
    /// <param name="Passage">The passage.</param>
    /// <param name="Share">Its score, as a share of the best passage's.</param>
    private sealed record FoundPassage(int Ordinal, Passage Passage, double Share);

    /// <summary>A window that may be read.</summary>
    /// <param name="Window">The window.</param>
    /// <param name="Words">Its words.</param>
    /// <param name="Retrieval">Its passage's score, as a share of the best passage's.</param>
    /// <param name="Likeness">How near its meaning is to the question's.</param>
    private sealed record PromisingWindow(ReadingWindow Window, WindowWords Words, double Retrieval, double Likeness);
}
