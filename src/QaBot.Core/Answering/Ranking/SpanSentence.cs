using QaBot.Analysis;
using QaBot.Text;

namespace QaBot.Answering.Ranking;

/// <summary>A sentence as a question sees it: which of its words the question has, and where.</summary>
internal sealed class SpanSentence
{
    private const int Far = 99;
    private readonly SpanQuestion _question;
    private readonly double[] _matched;
    private readonly HashSet<TextSpan> _typed;
    private readonly int[] _isFocus;
    private readonly int[] _distanceLeft;
    private readonly int[] _distanceRight;
    private readonly double[] _nearnessLeft;
    private readonly double[] _nearnessRight;

    public SpanSentence(SpanQuestion question, SentenceProfile sentence)
    {
        _question = question;
        Sentence = sentence;
        Words = sentence.Words;
        _matched = new double[Words.Words.Count];
        for (var i = 0; i < _matched.Length; i++)
        {
            _matched[i] = Words.Terms[i] is { } term && question.Profile.IndexOf(term) is var at and >= 0 ? question.Profile.Weights[at] : 0;
        }

        _typed = [.. sentence.Candidates(question.Kind)];
        _isFocus = new int[_matched.Length];
        (_distanceLeft, _distanceRight) = (new int[_matched.Length], new int[_matched.Length]);
        (_nearnessLeft, _nearnessRight) = (new double[_matched.Length], new double[_matched.Length]);
        for (var i = 0; i < _matched.Length; i++)
        {
            Measure(i);
        }
    }

    /// <summary>The sentence.</summary>
    public SentenceProfile Sentence { get; }

    /// <summary>Its words.</summary>
    public SentenceWords Words { get; }

    /// <summary>The kind of name the run is, 0 for none; 4 when it is a part of one.</summary>
    public int NameAt(TextSpan span)
    {
        foreach (var name in Words.Names)
        {
            if (name.Span == span)
            {
                return 1 + (int)name.Kind;
            }

            if (name.Span.Contains(span))
            {
                return 4;
            }

            if (span.Contains(name.Span))
            {
                return 5;
            }
        }

        return 0;
    }

    /// <summary>Whether the run is a date, a number and so on, as the question asks for.</summary>
    public bool IsTyped(TextSpan span) => _typed.Contains(span);

    /// <summary>Whether the question's words stand before the run (1), behind it (2), on both sides (3) or nowhere (0).</summary>
    public int Order(int first, int last) => (_distanceLeft[first] < Far ? 1 : 0) | (_distanceRight[last] < Far ? 2 : 0);

    /// <summary>Words between the run and the nearest word of the question before it.</summary>
    public int DistanceLeft(int first) => _distanceLeft[first];

    /// <summary>Words between the run and the nearest word of the question behind it.</summary>
    public int DistanceRight(int last) => _distanceRight[last];

    /// <summary>The weight of the question's words before the run, nearer ones counting more, as a share of the question's.</summary>
    public double NearnessLeft(int first) => _nearnessLeft[first];

    /// <summary>The same of the words behind it.</summary>
    public double NearnessRight(int last) => _nearnessRight[last];

    /// <summary>How many of the run's words the question has, and how many content words it does not have.</summary>
    public (int InQuestion, int Unseen) Overlap(int first, int last)
    {
        var (inQuestion, unseen) = (0, 0);
        for (var i = first; i <= last; i++)
        {
            inQuestion += _matched[i] > 0 ? 1 : 0;
            unseen += _matched[i] == 0 && Words.Terms[i] is not null ? 1 : 0;
        }

        return (inQuestion, unseen);
    }

    /// <summary>Content words of the run per word.</summary>
    public double Rarity(int first, int last)
    {
        var content = 0;
        for (var i = first; i <= last; i++)
        {
            content += Words.Terms[i] is not null ? 1 : 0;
        }

        return content / (double)(last - first + 1);
    }

    /// <summary>Whether the noun that the question asks for stands right before the run: "director" in "director Louis Malle".</summary>
    public bool FocusBefore(int first) => _question.Profile.Question.Focus is { } focus && first > 0 && Words.Terms[first - 1] == focus;

    /// <summary>Whether the run has the noun that is asked for (1) or something that is a kind of it (2); 0 for neither.</summary>
    public int FocusWithin(int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (_isFocus[i] != 0)
            {
                return _isFocus[i];
            }
        }

        return 0;
    }

    /// <summary>What the run's last word is a kind of.</summary>
    public int[] HeadKinds(int last) => Words.KindsOf(last);

    /// <summary>The word of content before the run.</summary>
    public int LeftTermHash(int first)
    {
        for (var i = first - 1; i >= Math.Max(0, first - 3); i--)
        {
            if (Words.Terms[i] is { } term)
            {
                return SpanFeatures.Hash(term);
            }
        }

        return 0;
    }

    /// <summary>Whether a comma stands inside the run.</summary>
    public bool Crosses(int first, int last)
    {
        for (var i = first + 1; i <= last; i++)
        {
            if (Words.Gaps[i] == WordClass.Comma)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What the features ask of one word, whatever run it bounds.</summary>
    private void Measure(int word)
    {
        (_distanceLeft[word], _distanceRight[word]) = (Far, Far);
        for (var i = 0; i < _matched.Length; i++)
        {
            if (_matched[i] > 0 && i < word)
            {
                _distanceLeft[word] = word - i;
                _nearnessLeft[word] += 4 * _matched[i] / (1 + word - i) / _question.Profile.TotalWeight;
            }
            else if (_matched[i] > 0 && i > word)
            {
                _distanceRight[word] = Math.Min(_distanceRight[word], i - word);
                _nearnessRight[word] += 4 * _matched[i] / (1 + i - word) / _question.Profile.TotalWeight;
            }
        }

        if (_question.Profile.Question.Focus is { } focus && Words.Terms[word] is { } term)
        {
            _isFocus[word] = term == focus ? 1 : Lexicon.Find(term).Hypernyms.Contains(focus) ? 2 : 0;
        }
    }
}
