using QaBot.Chunking;
using QaBot.Indexing;
using QaBot.Reading;
using QaBot.Retrieval;
using QaBot.Text;

namespace QaBot.Answering.Candidates;

/// <summary>Reads the most promising windows of the retrieved passages and takes the candidates out of them.</summary>
internal sealed class CandidateFinder(PassageIndex index, SpanReader reader, Func<Document, string> title)
{
    /// <summary>A window has whole sentences of about so many UTF-16 units.</summary>
    private const int WindowLength = 420;

    /// <summary>So many windows are read for a question, beside the opening.</summary>
    private const int MostWindows = 12;

    /// <summary>So many are read first, with the opening, and the rest only where none of them surely answers.</summary>
    private const int FirstWindows = 7;

    /// <summary>So many sentences are taken that say whether something is so, without the reader.</summary>
    private const int MostSayingWhether = 3;

    /// <summary>The reader's score of a sure answer.</summary>
    private const double Sure = 4;

    /// <summary>The candidates of a question, in no order.</summary>
    public FoundCandidates Find(AskedWords question, Retrieved retrieved, CancellationToken cancellationToken = default)
    {
        var windows = Windows(question, retrieved);
        List<IReadOnlyList<ReadSpan>> readings = [.. Read(windows.Take(FirstWindows))];
        if (!readings.Exists(spans => spans is [{ Score: > Sure }, ..]))
        {
            readings.AddRange(Read(windows.Skip(FirstWindows)));
        }

        windows = windows[..readings.Count];
        var candidates = new List<AnswerCandidate>();
        for (var i = 0; i < windows.Count; i++)
        {
            var (window, words, retrieval) = windows[i];
            foreach (var span in readings[i])
            {
                var sentence = window.Passage.Sentences.First(s => s.End > span.Span.Start);
                if (!IsHeading(window.Passage.Document, sentence))
                {
                    var candidate = new AnswerCandidate(span, sentence, window.Passage, CandidateFeatures.Of(question, span, sentence, words, retrieval));
                    if (!ShortAnswer.IsDenied(question.Question, candidate) && !ShortAnswer.IsSubjectItself(question.Question, candidate) && !ShortAnswer.IsPlace(question.Question, candidate))
                    {
                        candidates.Add(candidate);
                    }
                }
            }
        }

        if (question.Question.Kind == QuestionKind.YesNo)
        {
            candidates.AddRange(SayingWhether(question, retrieved).Where(found => !candidates.Exists(c => c.Passage.Document == found.Passage.Document && c.Sentence == found.Sentence)));
        }

        return new FoundCandidates(candidates, windows.SelectMany(w => w.Words.All).ToHashSet(StringComparer.Ordinal));

        IReadOnlyList<IReadOnlyList<ReadSpan>> Read(IEnumerable<(ReadingWindow Window, WindowWords Words, double Retrieval)> some) =>
            reader.Read(question.Wording, [.. some.Select(w => w.Window)], title, cancellationToken);
    }

    /// <summary>Sentences that say whether something is so, whatever the reader makes of them.</summary>
    private static IEnumerable<AnswerCandidate> SayingWhether(AskedWords question, Retrieved retrieved) => retrieved.Hits
        .SelectMany(hit => hit.Passage.Sentences.Select(sentence => (Hit: hit, Sentence: sentence, Evidence: YesNo.Evidence(question, hit.Passage, sentence))))
        .Where(found => found.Evidence > 0)
        .OrderByDescending(found => found.Evidence)
        .DistinctBy(found => (found.Hit.Passage.Document, found.Sentence))
        .Take(MostSayingWhether)
        .Select(found =>
        {
            var window = new ReadingWindow(found.Hit.Passage, found.Sentence);
            var whole = new ReadSpan(window, found.Sentence, Score: 0, Probability: 0);
            var features = CandidateFeatures.Of(question, whole, found.Sentence, new WindowWords(window), Share(found.Hit, Highest(retrieved)));
            return new AnswerCandidate(whole, found.Sentence, found.Hit.Passage, features);
        });

    /// <summary>A passage's score as a share of the best one's; 0 where no word of the question was found and vectors alone brought them.</summary>
    private static double Share(PassageHit hit, float highest) => highest > 0 ? hit.Score / highest : 0;

    private static float Highest(Retrieved retrieved) => retrieved.Hits.Select(hit => hit.Score).DefaultIfEmpty().Max();

    /// <summary>A heading names what is said below it and says nothing, but for the one that opens a document.</summary>
    private static bool IsHeading(Document document, TextSpan sentence) => document.BlockOf(sentence).Kind == BlockKind.Heading && sentence.Start != document.Sentences[0].Start;

    /// <summary>The windows that share most with the question and stand in the best passages, and the opening of the best one's document.</summary>
    private List<(ReadingWindow Window, WindowWords Words, double Retrieval)> Windows(AskedWords question, Retrieved retrieved)
    {
        var seen = new HashSet<(Document, int)>();
        var windows = new List<(ReadingWindow Window, WindowWords Words, double Retrieval)>();
        var highest = Highest(retrieved);
        foreach (var hit in retrieved.Hits)
        {
            var fresh = hit.Passage.Sentences.Where(s => seen.Add((hit.Passage.Document, s.Start))).ToList();
            windows.AddRange(Cut(hit.Passage, fresh).Select(window => (window, new WindowWords(window), Share(hit, highest))));
        }

        var best = windows.OrderByDescending(w => question.Share(w.Words.Own.Contains) + question.Share(w.Words.Has) + (2 * w.Retrieval)).Take(MostWindows).ToList();
        if (retrieved.Hits is [var first, ..] && Opening(first) is var opening && !best.Exists(w => w.Window.Passage.Document == opening.Passage.Document && w.Window.Span.Overlaps(opening.Span)))
        {
            best.Insert(Math.Min(best.Count, FirstWindows - 1), (opening, new WindowWords(opening), 0));
        }

        return best;
    }

    /// <summary>The opening of a passage's document: it says what the document is about, in words that no question may have.</summary>
    private ReadingWindow Opening(PassageHit hit)
    {
        var passage = index[hit.Ordinal - hit.Passage.Number + 1];
        return Cut(passage, passage.Sentences).First();
    }

    private static IEnumerable<ReadingWindow> Cut(Passage passage, IReadOnlyList<TextSpan> sentences)
    {
        for (int first = 0, next; first < sentences.Count; first = next)
        {
            next = first + 1;
            while (next < sentences.Count && sentences[next].End - sentences[first].Start <= WindowLength && !(IsLine(sentences[next - 1]) && IsLine(sentences[next])))
            {
                next++;
            }

            yield return new ReadingWindow(passage, new TextSpan(sentences[first].Start, sentences[next - 1].End));
        }

        // Rows, records and lines without a full stop are read one by one: beside its neighbours the reader takes one for another.
        bool IsLine(TextSpan sentence) => passage.Document.BlockOf(sentence) is var block && (block.Kind is BlockKind.Row or BlockKind.Record
            || (block.Kind == BlockKind.Paragraph && block.Span == sentence && char.IsLetterOrDigit(passage.Document.Text[sentence.End - 1])));
    }
}
