using System.Text.RegularExpressions;
using QaBot.Text;

namespace QaBot.Training.Reader;

/// <summary>A paragraph of an article, in sentences.</summary>
internal sealed partial class ParagraphText(string text)
{
    private readonly List<TextSpan> _sentences = SentenceSegmenter.Split(text);

    public string Text { get; } = text;

    public HashSet<string> Words { get; } = WordsOf(text);

    public static HashSet<string> WordsOf(string text) => [.. Word().Matches(text.ToLowerInvariant()).Select(m => m.Value)];

    /// <summary>How much of a question's weight stands here.</summary>
    public double Likeness(Dictionary<string, double> weights) => weights.Where(w => Words.Contains(w.Key)).Sum(w => w.Value);

    /// <summary>The sentence that shares most with a question.</summary>
    public TextSpan MostLike(Dictionary<string, double> weights) =>
        _sentences.MaxBy(s => WordsOf(Text[s.Start..s.End]).Sum(w => weights.GetValueOrDefault(w)));

    /// <summary>Whole sentences around a place, alternately before and behind it, until they have the target length.</summary>
    public (int Start, int End) Window(int start, int end, int target)
    {
        var first = Math.Max(0, _sentences.FindLastIndex(s => s.Start <= start));
        var last = Math.Max(first, _sentences.FindIndex(s => s.End >= end));
        for (var before = target % 2 == 0; _sentences[last].End - _sentences[first].Start < target && (first > 0 || last + 1 < _sentences.Count); before = !before)
        {
            if (before && first > 0)
            {
                first--;
            }
            else if (last + 1 < _sentences.Count)
            {
                last++;
            }
        }

        return (_sentences[first].Start, _sentences[last].End);
    }

    /// <summary>Whole sentences on one side of the ones of a place, until they have the target length; null where it has all.</summary>
    public (int Start, int End)? Beside(int start, int end, int target)
    {
        var (before, behind) = (_sentences.Where(s => s.End <= start).Reverse().ToList(), _sentences.Where(s => s.Start >= end).ToList());
        var beside = (target % 2 == 0 && before.Count > 0) || behind.Count == 0 ? before : behind;
        var length = 0;
        var taken = beside.TakeWhile(s => (length += s.End - s.Start) - (s.End - s.Start) < target).ToList();
        return taken.Count == 0 ? null : (taken.Min(s => s.Start), taken.Max(s => s.End));
    }

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
