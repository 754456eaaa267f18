using QaBot.Analysis;
using QaBot.Reading;
using QaBot.Text;

namespace QaBot.Training.Reader;

/// <summary>Makes examples of the training questions: windows of whole sentences with the answer, and windows that only look as if they had one.</summary>
internal sealed class ReaderExamples
{
    /// <summary>The share of SQuAD's answerable questions that is learned from in a pass.</summary>
    private const double AnswerableShare = 0.1;

    /// <summary>The share of its unanswerable questions.</summary>
    private const double ImpossibleShare = 0.15;

    /// <summary>So many times a written question is learned from in a pass, each time in another window.</summary>
    private const int WrittenTimes = 2;

    /// <summary>The share of the answerable questions that are also asked of a window elsewhere in the article.</summary>
    private const double ElsewhereShare = 0.45;

    /// <summary>The share of the answerable questions that are also asked of the sentences beside the one with the answer.</summary>
    private const double BesideShare = 0.25;

    private const double TitleShare = 0.75;

    /// <summary>The share of the windows that are read with the text before them.</summary>
    private const double BeforeShare = 0.85;

    /// <summary>The share of the questions that are learned as people type into a search box: without the words that only make a sentence.</summary>
    private const double KeywordShare = 0.07;

    /// <summary>The share of the windows of whole documents without the answer that are chosen by what the mistaken reader takes for one.</summary>
    private const double MistakenShare = 0.5;

    private const int ShortestWindow = 120;
    private const int LongestWindow = 440;
    private const int Lookalikes = 8;

    /// <summary>So many of them are read to find the one that the reader is most mistaken about.</summary>
    private const int LookalikesRead = 5;

    /// <summary>What the reader finds elsewhere with more probability than this may well answer too (Qu et al., RocketQA, NAACL 2021).</summary>
    private const double MostProbable = 0.9;

    private static readonly HashSet<string> WordsOfForm = new(
        ["a", "an", "the", "is", "are", "was", "were", "do", "does", "did", "has", "have", "had", "what", "which", "who", "whom", "of", "in", "to", "that", "for"],
        StringComparer.OrdinalIgnoreCase);

    private readonly WordPieceTokenizer _tokenizer;
    private readonly int _seed;
    private readonly Dictionary<string, ReaderArticle> _articles;
    private readonly WindowPieces _pieces;
    private readonly StaticEmbedding _embedding;
    private readonly SpanReader? _mistaken;
    private readonly List<TrainingQuestion> _answerable;
    private readonly List<TrainingQuestion> _impossible;
    private readonly List<TrainingQuestion> _written = [];
    private Random _random;

    /// <summary>Reads articles and questions.</summary>
    /// <param name="directory">The folder of the SQuAD files.</param>
    /// <param name="written">The folder of the documents that were written to be learned from.</param>
    /// <param name="tokenizer">The reader's tokenizer.</param>
    /// <param name="mistaken">The reader whose mistakes are learned from: the one that is trained further; null where there is none yet.</param>
    /// <param name="seed">What everything random follows from.</param>
    public ReaderExamples(string directory, string written, WordPieceTokenizer tokenizer, SpanReader? mistaken, int seed)
    {
        _tokenizer = tokenizer;
        _mistaken = mistaken;
        _pieces = new WindowPieces(tokenizer);
        _embedding = new StaticEmbedding(tokenizer);
        _seed = seed;
        _random = new Random(seed);
        _articles = SquadFiles.Read<SquadArticle>(directory, "articles.jsonl.gz").Where(a => a.Set == "train")
            .ToDictionary(a => a.Name, a => ReaderArticle.Of(a), StringComparer.Ordinal);
        HeldOut = _articles.Keys.Order(StringComparer.Ordinal).Where((_, i) => i % 30 == 7).ToHashSet(StringComparer.Ordinal);
        _answerable = [.. SquadFiles.Read<TrainingQuestion>(directory, "answerable.jsonl.gz").Where(q => _articles.ContainsKey(q.Article))];
        _impossible = [.. SquadFiles.Read<TrainingQuestion>(directory, "impossible.jsonl.gz").Where(q => _articles.ContainsKey(q.Article) && !q.Doubtful)];
        foreach (var (name, document) in WrittenDocument.ReadAll(written))
        {
            _articles.Add(name, ReaderArticle.Of(document));
            _written.AddRange(document.Questions(name));
        }
    }

    /// <summary>The articles that are not learned from.</summary>
    public IReadOnlySet<string> HeldOut { get; }

    /// <summary>The examples to learn from, in random order, without an end: the questions are drawn and their windows cut anew for each pass.</summary>
    /// <param name="run">The same number gives the same examples; a run that goes on behind a checkpoint has others than one in one piece.</param>
    public IEnumerable<ReaderExample> Training(int run)
    {
        _random = new Random(_seed + run);
        while (true)
        {
            Drawn[] drawn =
            [
                .. Some(_answerable, AnswerableShare).Select(q => new Drawn(q, Answerable)),
                .. Some(_impossible, ImpossibleShare).Select(q => new Drawn(q, Unanswered)),
                .. Enumerable.Repeat(_written, WrittenTimes).SelectMany(all => all).Select(q => new Drawn(q, q.Answers.Length > 0 ? Answerable : UnansweredAnywhere)),
            ];
            _random.Shuffle(drawn);
            foreach (var example in drawn.SelectMany(one => one.Examples(one.Question)))
            {
                yield return example;
            }
        }
    }

    /// <summary>Every question in several windows with its answer and without, article by article, those that are not learned from too; with SQuADShifts, which <see cref="Training"/> leaves out.</summary>
    /// <param name="directory">The folder of the SQuAD files, which has SQuADShifts too.</param>
    public IEnumerable<KnownExample> All(string directory)
    {
        _random = new Random(_seed);
        var shifted = new List<TrainingQuestion>();
        foreach (var (name, article, questions) in ShiftedQuestion.Articles(SquadFiles.Read<ShiftedQuestion>(directory, "shifts.jsonl.gz")))
        {
            _articles[name] = ReaderArticle.Of(article);
            shifted.AddRange(questions);
        }

        IEnumerable<(QuestionSource Source, List<TrainingQuestion> Questions)> sources =
            [(QuestionSource.Answerable, _answerable), (QuestionSource.Impossible, _impossible), (QuestionSource.Written, _written), (QuestionSource.Shifted, shifted)];
        var all = sources.SelectMany(one => one.Questions.Select(question => (Question: question, one.Source)));
        foreach (var (question, source) in all.GroupBy(one => one.Question.Article).SelectMany(article => article))
        {
            var (isWritten, isHeldOut) = (source == QuestionSource.Written, HeldOut.Contains(question.Article));
            IEnumerable<(ExampleKind Kind, IEnumerable<ReaderExample> Examples)> kinds = source == QuestionSource.Impossible ? [(ExampleKind.Unanswered, Repeat(2, Unanswered))]
                : question.Answers.Length == 0 ? [(ExampleKind.Unanswered, Repeat(6, UnansweredAnywhere))]
                : [(ExampleKind.Answered, Repeat(isWritten ? 6 : 3, Answered)), (ExampleKind.Elsewhere, Repeat(isWritten ? 4 : 2, Elsewhere)), (ExampleKind.Beside, Beside(question))];
            foreach (var (kind, examples) in kinds)
            {
                foreach (var example in examples)
                {
                    yield return new KnownExample(question, source, kind, isHeldOut, example);
                }
            }

            IEnumerable<ReaderExample> Repeat(int times, Func<TrainingQuestion, IEnumerable<ReaderExample>> make) => Enumerable.Repeat(question, times).SelectMany(make);
        }
    }

    /// <summary>Examples of the articles that are not learned from.</summary>
    /// <param name="count">At most so many, half of them with an answer.</param>
    public List<ReaderExample> Evaluation(int count)
    {
        _random = new Random(_seed);
        var answered = _answerable.Where(q => HeldOut.Contains(q.Article)).OrderBy(_ => _random.Next()).SelectMany(Answered).Take(count / 2).ToList();
        return [.. answered, .. _impossible.Where(q => HeldOut.Contains(q.Article)).OrderBy(_ => _random.Next()).Take(count / 2).SelectMany(Unanswered)];
    }

    private List<TrainingQuestion> Some(List<TrainingQuestion> questions, double share) => questions.FindAll(q => !HeldOut.Contains(q.Article) && _random.NextDouble() < share);

    private IEnumerable<ReaderExample> Answerable(TrainingQuestion question) =>
    [
        .. Answered(question),
        .. _random.NextDouble() < ElsewhereShare ? Elsewhere(question) : [],
        .. _random.NextDouble() < BesideShare ? Beside(question) : [],
    ];

    private IEnumerable<ReaderExample> Answered(TrainingQuestion question)
    {
        var place = Place(question);
        if (_articles[question.Article].Around(place, Target()) is { } window)
        {
            var input = Input(question, window);
            var (first, last) = (Token(input, place.Start - window.Span.Start, atStart: true), Token(input, place.End - window.Span.Start, atStart: false));
            if (first >= 0 && last >= first)
            {
                yield return new ReaderExample(input, input.WindowStart + first, input.WindowStart + last);
            }
        }
    }

    /// <summary>A question that its paragraph does not answer, asked of some of it.</summary>
    private IEnumerable<ReaderExample> Unanswered(TrainingQuestion question)
    {
        var paragraph = _articles[question.Article].Place(question.Paragraph);
        return WithoutAnswer(question, window => window.Span.Overlaps(paragraph), AnyOf);
    }

    /// <summary>A question that its document does not answer, asked of what is most like it or seems to answer it.</summary>
    private IEnumerable<ReaderExample> UnansweredAnywhere(TrainingQuestion question) => WithoutAnswer(question, _ => true, windows => Mistaken(question, windows, _ => true));

    /// <summary>The same for one that it answers, asked of what does not hold the answer.</summary>
    private IEnumerable<ReaderExample> Elsewhere(TrainingQuestion question)
    {
        var place = Place(question);
        var words = question.Answers.SelectMany(answer => EnglishAnalyzer.Analyze(answer.Text)).Select(token => token.Term).ToHashSet(StringComparer.Ordinal);
        return WithoutAnswer(question, window => !window.Span.Overlaps(place) && !Holds(window, question), windows => Mistaken(question, windows, IsWrong));

        bool IsWrong(ReadSpan span) => span.Probability < MostProbable && !EnglishAnalyzer.Analyze(span.Window.Passage.Document.Slice(span.Span)).Any(token => words.Contains(token.Term));
    }

    /// <summary>The question asked of the sentences before or behind a window with the answer, where they do not hold it too.</summary>
    private IEnumerable<ReaderExample> Beside(TrainingQuestion question)
    {
        var article = _articles[question.Article];
        if (article.Around(Place(question), Target()) is { } window && article.Beside(window, Target()) is { } beside && !Holds(beside, question))
        {
            yield return new ReaderExample(Input(question, beside), 0, 0);
        }
    }

    /// <summary>One of the windows that are most like the question, of those that may be taken; cut anew, so that its length does not say that it has no answer.</summary>
    private IEnumerable<ReaderExample> WithoutAnswer(TrainingQuestion question, Func<ReadingWindow, bool> isTaken, Func<List<ReadingWindow>, (ReadingWindow Window, TextSpan Place)> choose)
    {
        var article = _articles[question.Article];
        var windows = article.Likest(question.Text, Lookalikes, _embedding, isTaken);
        if (windows.Count > 0)
        {
            var (window, place) = choose(windows);
            var cut = article.Around(place, Target());
            yield return new ReaderExample(Input(question, cut is not null && isTaken(cut) ? cut : window), 0, 0);
        }
    }

    /// <summary>A window, mostly one of the first, and a sentence of it.</summary>
    private (ReadingWindow Window, TextSpan Place) AnyOf(List<ReadingWindow> windows)
    {
        var window = windows[Math.Min(_random.Next(windows.Count), _random.Next(windows.Count))];
        var sentences = window.Sentences.ToList();
        return (window, sentences[_random.Next(sentences.Count)]);
    }

    /// <summary>Often the words that the mistaken reader would sooner take for the answer than any others of some of the windows; else any window.</summary>
    private (ReadingWindow Window, TextSpan Place) Mistaken(TrainingQuestion question, List<ReadingWindow> windows, Func<ReadSpan, bool> isWrong)
    {
        if (_mistaken is null || _random.NextDouble() >= MistakenShare)
        {
            return AnyOf(windows);
        }

        var read = windows.OrderBy(_ => _random.Next()).Take(LookalikesRead).ToList();
        return _mistaken.Read(question.Text, read).SelectMany(spans => spans.Take(1)).Where(isWrong).MaxBy(span => span.Score) is { } best ? (best.Window, best.Span) : AnyOf(windows);
    }

    private static bool Holds(ReadingWindow window, TrainingQuestion question) => question.Answers.Any(answer => window.Text.Contains(answer.Text, StringComparison.OrdinalIgnoreCase));

    private TextSpan Place(TrainingQuestion question) => _articles[question.Article].Place(question.Paragraph, question.Answers[0]);

    private string Asked(string question) => _random.NextDouble() < KeywordShare
        ? string.Join(' ', question.TrimEnd('?', ' ').Split(' ').Where(word => !WordsOfForm.Contains(word)))
        : question.Trim();

    private int Target() => _random.Next(ShortestWindow, LongestWindow);

    private ReaderInput Input(TrainingQuestion question, ReadingWindow window) => ReaderInput.Create(
        _tokenizer,
        _tokenizer.Tokenize(Asked(question.Text)),
        _random.NextDouble() < TitleShare ? _tokenizer.Tokenize(window.Passage.Document.About) : [],
        _pieces.Of(window),
        _tokenizer.Tokenize(window.Outline),
        _random.NextDouble() < BeforeShare ? _tokenizer.Tokenize(window.Before) : []);

    private static int Token(ReaderInput input, int offset, bool atStart)
    {
        var isThere = input.Window.Count > 0 && input.Window[^1].End >= offset;
        return !isThere ? -1
            : atStart ? input.Window.TakeWhile(piece => piece.End <= offset).Count()
            : input.Window.Index().Last(piece => piece.Item.Start < offset && !WindowPieces.IsPutIn(piece.Item)).Index;
    }

    private sealed record Drawn(TrainingQuestion Question, Func<TrainingQuestion, IEnumerable<ReaderExample>> Examples);
}
