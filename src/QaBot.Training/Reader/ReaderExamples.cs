using QaBot.Reading;

namespace QaBot.Training.Reader;

/// <summary>Makes examples of the training questions: windows of whole sentences with the answer, and windows that only look as if they had one.</summary>
internal sealed class ReaderExamples
{
    /// <summary>The share of SQuAD's answerable questions that is learned from in a pass.</summary>
    private const double AnswerableShare = 0.4;

    /// <summary>The share of its unanswerable questions.</summary>
    private const double ImpossibleShare = 0.4;

    /// <summary>So many times a written question is learned from in a pass, each time in another window.</summary>
    private const int WrittenTimes = 2;

    /// <summary>The share of the answerable questions that are also asked of a window elsewhere in the article.</summary>
    private const double ElsewhereShare = 0.45;

    /// <summary>The share of the answerable questions that are also asked of the sentences beside the one with the answer.</summary>
    private const double BesideShare = 0.25;

    private const double TitleShare = 0.6;

    /// <summary>The share of the questions that are learned as people type into a search box: without the words that only make a sentence.</summary>
    private const double KeywordShare = 0.07;

    private const int ShortestWindow = 120;
    private const int LongestWindow = 440;
    private const int Lookalikes = 8;

    private static readonly HashSet<string> WordsOfForm = new(
        ["a", "an", "the", "is", "are", "was", "were", "do", "does", "did", "has", "have", "had", "what", "which", "who", "whom", "of", "in", "to", "that", "for"],
        StringComparer.OrdinalIgnoreCase);

    private readonly WordPieceTokenizer _tokenizer;
    private readonly int _seed;
    private readonly Dictionary<string, ArticleText> _articles;
    private readonly List<SquadQuestion> _answerable;
    private readonly List<SquadQuestion> _impossible;
    private readonly List<SquadQuestion> _written = [];
    private Random _random;

    /// <summary>Reads articles and questions.</summary>
    /// <param name="directory">The folder of the SQuAD files.</param>
    /// <param name="written">The folder of the documents that were written to be learned from.</param>
    /// <param name="tokenizer">The reader's tokenizer.</param>
    /// <param name="seed">What everything random follows from.</param>
    public ReaderExamples(string directory, string written, WordPieceTokenizer tokenizer, int seed)
    {
        _tokenizer = tokenizer;
        _seed = seed;
        _random = new Random(seed);
        _articles = SquadFiles.Read<SquadArticle>(directory, "articles.jsonl.gz").Where(a => a.Set == "train")
            .ToDictionary(a => a.Name, a => new ArticleText(a), StringComparer.Ordinal);
        HeldOut = _articles.Keys.Order(StringComparer.Ordinal).Where((_, i) => i % 30 == 7).ToHashSet(StringComparer.Ordinal);
        _answerable = [.. SquadFiles.Read<SquadQuestion>(directory, "answerable.jsonl.gz").Where(q => _articles.ContainsKey(q.Article))];
        _impossible = [.. SquadFiles.Read<SquadQuestion>(directory, "impossible.jsonl.gz").Where(q => _articles.ContainsKey(q.Article) && !q.Doubtful)];
        foreach (var (name, document) in WrittenDocument.ReadAll(written))
        {
            _articles.Add(name, new ArticleText(new SquadArticle(document.Title, null, [.. document.Paragraphs.Select(p => p.Text)])));
            _written.AddRange(document.Questions(name));
        }
    }

    /// <summary>The articles that are not learned from.</summary>
    public IReadOnlySet<string> HeldOut { get; }

    /// <summary>The examples to learn from, drawn and cut anew for each pass over the questions.</summary>
    /// <param name="pass">The number of the pass, from 0; the same one gives the same examples.</param>
    public List<ReaderExample> Training(int pass)
    {
        _random = new Random(_seed + pass);
        var answerable = _answerable.Where(q => !HeldOut.Contains(q.Article) && _random.NextDouble() < AnswerableShare);
        var impossible = _impossible.Where(q => !HeldOut.Contains(q.Article) && _random.NextDouble() < ImpossibleShare);
        var written = Enumerable.Repeat(_written, WrittenTimes).SelectMany(questions => questions).ToLookup(q => q.Answers.Length > 0);
        var examples = new List<ReaderExample>();
        foreach (var question in answerable.Concat(written[true]))
        {
            examples.AddRange(Answered(question));
            if (_random.NextDouble() < ElsewhereShare && Elsewhere(question) is { } elsewhere)
            {
                examples.Add(elsewhere);
            }

            if (_random.NextDouble() < BesideShare && Beside(question) is { } beside)
            {
                examples.Add(beside);
            }
        }

        examples.AddRange(impossible.Concat(written[false]).Select(Unanswered));
        return examples;
    }

    /// <summary>Examples of the articles that are not learned from.</summary>
    /// <param name="count">At most so many, half of them with an answer.</param>
    public List<ReaderExample> Evaluation(int count)
    {
        _random = new Random(_seed);
        var answered = _answerable.Where(q => HeldOut.Contains(q.Article)).OrderBy(_ => _random.Next()).SelectMany(Answered).Take(count / 2).ToList();
        return [.. answered, .. _impossible.Where(q => HeldOut.Contains(q.Article)).OrderBy(_ => _random.Next()).Take(count / 2).Select(Unanswered)];
    }

    private IEnumerable<ReaderExample> Answered(SquadQuestion question)
    {
        var (text, answer) = (_articles[question.Article].Paragraphs[question.Paragraph], question.Answers[0]);
        var window = text.Window(answer.Start, answer.Start + answer.Text.Length, Target());
        var input = Input(question, text.Text[window.Start..window.End]);
        var first = Token(input, answer.Start - window.Start, atStart: true);
        var last = Token(input, answer.Start + answer.Text.Length - window.Start, atStart: false);
        if (first >= 0 && last >= first)
        {
            yield return new ReaderExample(input, input.WindowStart + first, input.WindowStart + last);
        }
    }

    private ReaderExample Unanswered(SquadQuestion question) =>
        Unanswered(question, _articles[question.Article].Paragraphs[question.Paragraph]);

    private ReaderExample Unanswered(SquadQuestion question, ParagraphText text)
    {
        var sentence = text.MostLike(_articles[question.Article].Weights(question.Text));
        var window = text.Window(sentence.Start, sentence.End, Target());
        return new ReaderExample(Input(question, text.Text[window.Start..window.End]), 0, 0);
    }

    /// <summary>The question asked of one of the paragraphs that are most like it and do not hold the answer.</summary>
    private ReaderExample? Elsewhere(SquadQuestion question)
    {
        var article = _articles[question.Article];
        var weights = article.Weights(question.Text);
        var paragraphs = article.Paragraphs.Where((p, i) => i != question.Paragraph
                && !question.Answers.Any(a => p.Text.Contains(a.Text, StringComparison.OrdinalIgnoreCase)))
            .OrderByDescending(p => p.Likeness(weights)).Take(Lookalikes).ToList();
        return paragraphs.Count == 0 ? null : Unanswered(question, paragraphs[_random.Next(paragraphs.Count)]);
    }

    /// <summary>The question asked of the sentences before or behind the one with the answer, where they do not hold it too.</summary>
    private ReaderExample? Beside(SquadQuestion question)
    {
        var (text, answer) = (_articles[question.Article].Paragraphs[question.Paragraph], question.Answers[0]);
        return text.Beside(answer.Start, answer.Start + answer.Text.Length, Target()) is { } window && text.Text[window.Start..window.End] is var beside
            && !question.Answers.Any(a => beside.Contains(a.Text, StringComparison.OrdinalIgnoreCase))
            ? new ReaderExample(Input(question, beside), 0, 0)
            : null;
    }

    private string Asked(string question) => _random.NextDouble() < KeywordShare
        ? string.Join(' ', question.TrimEnd('?', ' ').Split(' ').Where(word => !WordsOfForm.Contains(word)))
        : question.Trim();

    private int Target() => _random.Next(ShortestWindow, LongestWindow);

    private ReaderInput Input(SquadQuestion question, string window) => ReaderInput.Create(
        _tokenizer,
        _tokenizer.Tokenize(Asked(question.Text)),
        _random.NextDouble() < TitleShare ? _tokenizer.Tokenize(_articles[question.Article].Article.Title) : [],
        _tokenizer.Tokenize(window));

    private static int Token(ReaderInput input, int offset, bool atStart)
    {
        for (var i = 0; i < input.Window.Count; i++)
        {
            if (atStart ? input.Window[i].End > offset : input.Window[i].End >= offset)
            {
                return i;
            }
        }

        return -1;
    }
}
