using System.Text.RegularExpressions;

namespace QaBot.Text;

/// <summary>Tells the running text of a document from its lists of references.</summary>
/// <remarks>
/// Every sentence gets a weight: positive for the marks of a bibliographic entry ("Retrieved 3 May 2011", ISBN, "pp. 12–14", an address
/// of the Web, "Surname, Given (1999)."), negative in proportion to its length for prose. A list of references is a run of sentences
/// whose weights sum to a maximum (Bentley's maximum subarray) and hold enough marks for their number; before and behind it others are
/// looked for in the same way.
/// </remarks>
internal static partial class ZoneDetector
{
    /// <summary>A list of references has at least this many marks; one "Retrieved …" in prose is none.</summary>
    private const int FewestMarks = 4;

    /// <summary>As much of a line may stand before its first mark, or behind its last, and still belong to the list.</summary>
    private const int LongestPartOfEntry = 200;

    private const double FewestMarksPerSentence = 0.25;

    // Whole numbers, so that sums are exact in whatever order they are made.
    private const int MarkWeight = 40;
    private const int ProseWeightPerWord = 3;

    /// <summary>The zone of each sentence.</summary>
    /// <param name="text">The document's text.</param>
    /// <param name="sentences">Its sentences in order.</param>
    public static Zone[] Detect(string text, IReadOnlyList<TextSpan> sentences)
    {
        var zones = new Zone[sentences.Count];
        if (CommonMark().Count(text) < FewestMarks)
        {
            return zones;
        }

        var marks = new int[sentences.Count + 1];
        var weights = new int[sentences.Count];
        for (var i = 0; i < sentences.Count; i++)
        {
            var sentence = text.AsSpan(sentences[i].Start, sentences[i].Length);
            var count = Mark().Count(sentence);
            marks[i + 1] = marks[i] + count;
            weights[i] = count > 0 ? MarkWeight * count : -ProseWeightPerWord * sentence.Count(' ');
        }

        var runs = new WeightedRuns(weights);
        var open = new Stack<(int From, int To)>([(0, sentences.Count)]);
        while (open.TryPop(out var part))
        {
            var (from, to) = part;
            if (runs.Heaviest(from, to) is not var (start, end) || !IsReferences(marks[end] - marks[start], end - start))
            {
                continue;
            }

            // What is left behind a list and is no prose of its own (a catalogue link, a title) still belongs to it.
            end = runs.Sum(end, to) > -MarkWeight * FewestMarks ? to : end;
            (start, end) = WholeLines(text, sentences, from, start, end, to);
            Array.Fill(zones, Zone.References, start, end - start);
            open.Push((from, start));
            open.Push((end, to));
        }

        return zones;
    }

    /// <summary>Widens a run by what stands on the lines of its first and last sentence: an entry may begin or end without a mark.</summary>
    private static (int Start, int End) WholeLines(string text, IReadOnlyList<TextSpan> sentences, int from, int start, int end, int to)
    {
        var before = text.AsSpan(0, sentences[start].Start);
        before = before[Math.Max(0, before.Length - LongestPartOfEntry - 1)..];
        var lineStart = sentences[start].Start - before.Length + before.LastIndexOf('\n') + 1;
        if (sentences[start].Start - lineStart <= LongestPartOfEntry)
        {
            while (start > from && sentences[start - 1].Start >= lineStart)
            {
                start--;
            }
        }

        var behind = text.AsSpan(sentences[end - 1].End);
        behind = behind[..Math.Min(behind.Length, LongestPartOfEntry + 1)];
        var lineEnd = sentences[end - 1].End + (behind.IndexOf('\n') is var at and >= 0 ? at : behind.Length);
        if (lineEnd - sentences[end - 1].End <= LongestPartOfEntry)
        {
            while (end < to && sentences[end].End <= lineEnd)
            {
                end++;
            }
        }

        return (start, end);
    }

    private static bool IsReferences(int marks, int sentences) => marks >= FewestMarks && marks >= FewestMarksPerSentence * sentences;

    /// <summary>The commonest marks: a text with hardly any of them is not searched further.</summary>
    [GeneratedRegex(@"\b(Retrieved|Archived|Accessed|ISBN|ISSN|doi|pp?\.|https?:)", RegexOptions.CultureInvariant)]
    private static partial Regex CommonMark();

    [GeneratedRegex("""
        \b(Retrieved|Accessed)\s(on\s)?\d
        | \bArchived\s(from\sthe\soriginal|\d)
        | \bWayback\sMachine\b
        | \b(ISBN|ISSN|OCLC|JSTOR|PMID|DOI|doi)\b
        | \b(pp?|P)\.?\s?\d+\b
        | \b([Ii]ss(ue)?|[Vv]ol(ume)?|[Nn]o)\.?\s?\d+\b
        | \bhttps?://
        | \b[\w-]{1,63}\.(com|org|net|edu|gov|info|[a-z]{2}(?<!\b[a-z]\.[a-z]{2}))\b(?!\.\w)
        | ^\p{Lu}[\w'’-]+,\s\p{Lu}[\w.'’-]+(\s\p{Lu}[\w.'’-]*)*\s\((\d{1,2}\s)?(\p{Lu}\p{Ll}+\s)?(\d{1,2},\s)?\d{4}\)
        | ^\p{Lu}[\w\s.'’-]{2,40}\s\(\d{1,2}\s\p{Lu}\p{Ll}+\s\d{4}\)\.$
        | ^\d{1,2}\s\p{Lu}\p{Ll}+\s\d{4}\.$
        | \(in\s\p{Lu}\p{Ll}+\)\.?$
        | \bdead\slink\b
        | ^\^
        | ^(\#+\s*)?(References|Notes|Citations|Sources|Bibliography|Further\sreading|External\slinks)$
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Mark();
}
