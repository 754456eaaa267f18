using System.Collections.Concurrent;
using QaBot.Text;

namespace QaBot.Reading;

/// <summary>Reads windows of text for a question: which words answer it, and how much more than none at all.</summary>
/// <remarks>Safe for concurrent use. The same windows give the same scores on every run on one family of processors.</remarks>
public sealed class SpanReader : IDisposable
{
    private const int TokensOfBatch = 1024;
    private const int LongestAnswer = 40;
    private const int MostSpans = 6;
    private const int MostStarts = 16;

    /// <summary>What each word behind the first takes off an answer in the choice between those that overlap, not off its score: starts and ends are scored apart, and the start of one answer with the end of another makes a longer one than either.</summary>
    private const float LossByWord = 0.1f;

    private static readonly ConcurrentDictionary<int, Lazy<SpanReader>> Opened = new();
    private readonly ReaderModel _model;

    internal SpanReader(ReaderModel model)
    {
        _model = model;
        Embedding = new StaticEmbedding(model.Tokenizer);
    }

    /// <summary>Vectors of texts, in the reader's word pieces.</summary>
    internal StaticEmbedding Embedding { get; }

    /// <summary>Whether a lower-case word is a piece by itself: one of the 20,000 or so commonest forms of words and names of English.</summary>
    public bool HasWord(string word) => _model.Tokenizer.HasWord(word);

    /// <summary>The reader that comes with the program, opened when it is first asked for; the process has one for each number of threads.</summary>
    /// <param name="options">How it runs.</param>
    /// <exception cref="ReaderException">The model file is missing, damaged or of another version.</exception>
    public static SpanReader Shared(ReadingOptions options) => Opening(options).Value;

    /// <summary>Begins to open what <see cref="Shared"/> gives, while the caller opens something else; what goes wrong is said there.</summary>
    /// <param name="options">How it runs.</param>
    public static void OpenAhead(ReadingOptions options)
    {
        // What is thrown here Lazy throws again at whoever needs the reader.
        var opening = Opening(options);
        _ = Task.Run(() => opening.Value);
    }

    private static Lazy<SpanReader> Opening(ReadingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Opened.GetOrAdd(options.Threads, threads => new(() => new SpanReader(ReaderModel.Open(ReaderModel.DefaultPath, threads))));
    }

    /// <summary>The best answers of each window, which is read with what its document is about, so that pronouns have a name.</summary>
    /// <param name="question">The question as read.</param>
    /// <param name="windows">The windows.</param>
    /// <param name="cancellationToken">Stops between two batches.</param>
    /// <returns>For each window, in their order, its best spans, best first; none for a window without words.</returns>
    internal IReadOnlyList<IReadOnlyList<ReadSpan>> Read(
        string question, IReadOnlyList<ReadingWindow> windows, CancellationToken cancellationToken = default)
    {
        var tokenizer = _model.Tokenizer;
        var asked = tokenizer.Tokenize(question);
        var titles = windows.Select(w => w.Passage.Document).Distinct().ToDictionary(d => d, d => tokenizer.Tokenize(d.About));
        var pieces = new WindowPieces(tokenizer);
        var inputs = windows.Select((w, i) => (Input: ReaderInput.Create(tokenizer, asked, titles[w.Passage.Document], pieces.Of(w), tokenizer.Tokenize(w.Outline), tokenizer.Tokenize(w.Before)), Index: i)).ToList();
        var readings = new IReadOnlyList<ReadSpan>[windows.Count];
        foreach (var batch in Batches(inputs))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var scores = _model.Score([.. batch.Select(b => b.Input)]);
            var stride = scores.Length / batch.Count;
            for (var i = 0; i < batch.Count; i++)
            {
                readings[batch[i].Index] = Best(windows[batch[i].Index], batch[i].Input, new ArraySegment<float>(scores, i * stride, stride));
            }
        }

        return readings;
    }

    /// <inheritdoc/>
    public void Dispose() => _model.Dispose();

    private static IEnumerable<List<(ReaderInput Input, int Index)>> Batches(List<(ReaderInput Input, int Index)> inputs)
    {
        var batch = new List<(ReaderInput, int)>();
        foreach (var input in inputs.OrderBy(i => i.Input.Ids.Length))
        {
            if (batch.Count > 0 && (batch.Count + 1) * input.Input.Ids.Length > TokensOfBatch)
            {
                yield return batch;
                batch = [];
            }

            batch.Add(input);
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }

    /// <summary>The best spans of whole words, each in one sentence, none inside another.</summary>
    internal static List<ReadSpan> Best(ReadingWindow window, ReaderInput input, ArraySegment<float> scores)
    {
        var none = scores[0] + scores[1];
        var all = new List<(int Start, int End, float Score, int Words)>();
        var pieces = input.Window;
        var (starts, ends) = (LogSum(scores, input, 0), LogSum(scores, input, 1));
        var sentences = window.Sentences.Select(sentence => sentence.End - window.Span.Start).ToList();
        foreach (var start in Enumerable.Range(0, pieces.Count).Where(i => pieces[i].IsWordStart && !WindowPieces.IsPutIn(pieces[i])).OrderByDescending(i => ScoreAt(i, 0)).Take(MostStarts))
        {
            var (last, words) = (sentences.Find(end => end > pieces[start].Start), 0);
            for (var end = start; end < Math.Min(pieces.Count, start + LongestAnswer) && pieces[end].End <= last && !WindowPieces.IsPutIn(pieces[end]); end++)
            {
                if (end + 1 == pieces.Count || pieces[end + 1].IsWordStart)
                {
                    all.Add((start, end, ScoreAt(start, 0) + ScoreAt(end, 1), words++));
                }
            }
        }

        var best = new List<(int Start, int End, float Score, int Words)>();
        foreach (var span in all.OrderByDescending(s => s.Score - (LossByWord * s.Words)))
        {
            if (best.Count < MostSpans && best.TrueForAll(b => span.End < b.Start || span.Start > b.End))
            {
                best.Add(span);
            }
        }

        return best.ConvertAll(b => new ReadSpan(
            window,
            new TextSpan(window.Span.Start + pieces[b.Start].Start, window.Span.Start + pieces[b.End].End),
            b.Score - none,
            Math.Exp(b.Score - starts - ends)));

        float ScoreAt(int piece, int part) => scores[((input.WindowStart + piece) * 2) + part];
    }

    /// <summary>The logarithm of the sum over the window's tokens and "no answer here".</summary>
    private static double LogSum(ArraySegment<float> scores, ReaderInput input, int part)
    {
        var sum = Math.Exp(scores[part]);
        for (var i = 0; i < input.Window.Count; i++)
        {
            sum += Math.Exp(scores[((input.WindowStart + i) * 2) + part]);
        }

        return Math.Log(sum);
    }
}
