using QaBot.Analysis;
using QaBot.Text;

namespace QaBot.Answering.Ranking;

/// <summary>A sentence as a question sees it: which of its words the question has, and where.</summary>
internal sealed class SpanSentence
{
    private readonly SpanQuestion _question;
    private readonly double[] _matched;
    private readonly HashSet<TextSpan> _typed;

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
    }

    public SentenceProfile Sentence { get; }

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
    public int Order(int first, int last)
    {
        var (before, behind) = (0, 0);
        for (var i = 0; i < _matched.Length; i++)
        {
            before |= i < first && _matched[i] > 0 ? 1 : 0;
            behind |= i > last && _matched[i] > 0 ? 2 : 0;
        }

        return before | behind;
    }

    /// <summary>Words between the run and the nearest word of the question before it.</summary>
    public int DistanceLeft(int first)
    {
        for (var i = first - 1; i >= 0; i--)
        {
            if (_matched[i] > 0)
            {
                return first - i;
            }
        }

        return 99;
    }

    /// <summary>Words between the run and the nearest word of the question behind it.</summary>
    public int DistanceRight(int last)
    {
        for (var i = last + 1; i < _matched.Length; i++)
        {
            if (_matched[i] > 0)
            {
                return i - last;
            }
        }

        return 99;
    }

    /// <summary>The weight of the question's words before the run, nearer ones counting more, as a share of the question's.</summary>
    public double NearnessLeft(int first)
    {
        var sum = 0.0;
        for (var i = 0; i < first; i++)
        {
            sum += _matched[i] / (1 + first - i);
        }

        return 4 * sum / _question.Profile.TotalWeight;
    }

    /// <summary>The same of the words behind it.</summary>
    public double NearnessRight(int last)
    {
        var sum = 0.0;
        for (var i = last + 1; i < _matched.Length; i++)
        {
            sum += _matched[i] / (1 + i - last);
        }

        return 4 * sum / _question.Profile.TotalWeight;
    }

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
        if (_question.Profile.Question.Focus is not { } focus)
        {
            return 0;
        }

        for (var i = first; i <= last; i++)
        {
            if (Words.Terms[i] is { } term && (term == focus || Lexicon.Find(term).Hypernyms.Contains(focus)))
            {
                return term == focus ? 1 : 2;
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
            if (Words.Gaps[i] == 20)
            {
                return true;
            }
        }

        return false;
    }
}
