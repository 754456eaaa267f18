using QaBot.Reading;

namespace QaBot.Training.Reader;

/// <summary>Makes examples of the training questions: windows of whole sentences with the answer, and windows that only look as if they had one.</summary>
internal sealed class ReaderExamples
{
    /// <summary>The share of the answerable questions that is learned from.</summary>
    private const double AnswerableShare = 0.92;

    /// <summary>The share of the unanswerable questions.</summary>
    private const double ImpossibleShare = 0.60;

    /// <summary>The share of the answerable questions that are also asked of a window elsewhere in the article.</summary>
    private const double RivalledShare = 0.60;

    /// <summary>The share of the questions over reviews, posts and newer articles.</summary>
    private const double ShiftedShare = 0.60;

    private const double TitleShare = 0.6;

    /// <summary>The share of the questions that are learned as people type into a search box: without the words that only make a sentence.</summary>
    private const double KeywordShare = 0.07;

    private const int ShortestWindow = 120;
    private const int LongestWindow = 440;
    private const int Lookalikes = 5;

    private static readonly HashSet<string> WordsOfForm = new(
        ["a", "an", "the", "is", "are", "was", "were", "do", "does", "did", "has", "have", "had", "what", "which", "who", "whom", "of", "in", "to", "that", "for"],
        StringComparer.OrdinalIgnoreCase);

    private readonly WordPieceTokenizer _tokenizer;
    private readonly Random _random;
    private readonly Dictionary<string, ArticleText> _articles;
    private readonly List<SquadQuestion> _answerable;
    private readonly List<SquadQuestion> _impossible;
    private readonly List<ShiftedQuestion> _shifted;

    /// <summary>Reads articles and questions.</summary>
    /// <param name="directory">The folder of the SQuAD files.</param>
    /// <param name="tokenizer">The reader's tokenizer.</param>
    /// <param name="seed">What everything random follows from.</param>
    public ReaderExamples(string directory, WordPieceTokenizer tokenizer, int seed)
    {
        _tokenizer = tokenizer;
        _random = new Random(seed);
        _articles = SquadFiles.Read<SquadArticle>(directory, "articles.jsonl.gz").Where(a => a.Set == "train")
            .ToDictionary(a => a.Name, a => new ArticleText(a), StringComparer.Ordinal);
        HeldOut = _articles.Keys.Order(StringComparer.Ordinal).Where((_, i) => i % 30 == 7).ToHashSet(StringComparer.Ordinal);
        _answerable = [.. SquadFiles.Read<SquadQuestion>(directory, "answerable.jsonl.gz").Where(q => _articles.ContainsKey(q.Article))];
        _impossible = [.. SquadFiles.Read<SquadQuestion>(directory, "impossible.jsonl.gz").Where(q => _articles.ContainsKey(q.Article) && !q.Doubtful)];
        _shifted = [.. SquadFiles.Read<ShiftedQuestion>(directory, "shifts.jsonl.gz")];
    }

    /// <summary>The articles that are not learned from.</summary>
    public IReadOnlySet<string> HeldOut { get; }

    /// <summary>The examples to learn from.</summary>
    public List<ReaderExample> Training()
    {
        var examples = new List<ReaderExample>();
        foreach (var question in _answerable.Where(q => !HeldOut.Contains(q.Article) && _random.NextDouble() < AnswerableShare))
        {
            var rival = _random.NextDouble() < RivalledShare ? Elsewhere(question) : null;
            examples.AddRange(Answered(question).Select(example => example with { Rival = rival }));
        }

        examples.AddRange(_impossible.Where(q => !HeldOut.Contains(q.Article) && _random.NextDouble() < ImpossibleShare).Select(Unanswered));
        examples.AddRange(_shifted.Where(_ => _random.NextDouble() < ShiftedShare)
            .SelectMany(q => Answered(new ParagraphText(q.Context), q.Text, "", q.Answers[0])));
        return examples;
    }

    /// <summary>Examples of the articles that are not learned from.</summary>
    /// <param name="count">At most so many, half of them with an answer.</param>
    public List<ReaderExample> Evaluation(int count)
    {
        var answered = _answerable.Where(q => HeldOut.Contains(q.Article)).OrderBy(_ => _random.Next()).SelectMany(Answered).Take(count / 2).ToList();
        return [.. answered, .. _impossible.Where(q => HeldOut.Contains(q.Article)).OrderBy(_ => _random.Next()).Take(count / 2).Select(Unanswered)];
    }

    private IEnumerable<ReaderExample> Answered(SquadQuestion question) =>
        Answered(_articles[question.Article].Paragraphs[question.Paragraph], question.Text, _articles[question.Article].Article.Title, question.Answers[0]);

    private IEnumerable<ReaderExample> Answered(ParagraphText text, string question, string title, SquadAnswer answer)
    {
        var window = text.Window(answer.Start, answer.Start + answer.Text.Length, Target());
        var input = Input(question, title, text.Text[window.Start..window.End]);
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
        return new ReaderExample(Input(question.Text, _articles[question.Article].Article.Title, text.Text[window.Start..window.End]), 0, 0);
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

    private string Asked(string question) => _random.NextDouble() < KeywordShare
        ? string.Join(' ', question.TrimEnd('?', ' ').Split(' ').Where(word => !WordsOfForm.Contains(word)))
        : question.Trim();

    private int Target() => _random.Next(ShortestWindow, LongestWindow);

    private ReaderInput Input(string question, string title, string window) => ReaderInput.Create(
        _tokenizer,
        _tokenizer.Tokenize(Asked(question)),
        _random.NextDouble() < TitleShare ? _tokenizer.Tokenize(title) : [],
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
