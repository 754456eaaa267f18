using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace QaBot.Text;

/// <summary>Lines without a blank one between them: which begin a block, and of what kind?</summary>
/// <remarks>
/// A line end within running text is where the line was full, or where somebody ended it: a line to which the next one's first word would have
/// been added by whoever wraps text was ended on purpose, and so were those of a run in which every line begins with a capital and none breaks off.
/// </remarks>
internal sealed partial class LineRun
{
    /// <summary>Nobody wraps text to lines shorter than this.</summary>
    private const int NarrowestText = 45;

    private const double FullShare = 0.75;
    private const int LongestKey = 5;
    private const int LongestTitle = 100;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Continued =
        WordList.Read("Text/line-breaks.txt").GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> Opening = SearchValues.Create("\"“'‘([*_«");

    private readonly string _text;
    private readonly List<TextSpan> _lines;
    private readonly Match[] _marks;
    private readonly Match[] _keys;
    private readonly bool[] _records;
    private readonly HashSet<(char, int)> _enumerated = [];
    private readonly int _width;
    private readonly bool _areAllWhole;

    /// <summary>Looks at the lines.</summary>
    /// <param name="text">The text.</param>
    /// <param name="lines">The lines, without blanks around them.</param>
    public LineRun(string text, List<TextSpan> lines)
    {
        _text = text;
        _lines = lines;
        _marks = [.. lines.Select(line => Mark().Match(text, line.Start, line.Length))];
        _keys = [.. lines.Select(line => Record().Match(text, line.Start, line.Length))];
        _records = [.. _keys.Select(key => key.Success && key.Groups["key"].ValueSpan.Count(' ') < LongestKey)];
        foreach (var mark in _marks)
        {
            _enumerated.UnionWith(ValuesOf(mark));
        }

        _width = Math.Max(NarrowestText, lines.Max(line => line.Length));
        _areAllWhole = lines.Count > 1 && AreAllWhole();
    }

    /// <summary>The number of lines.</summary>
    public int Count => _lines.Count;

    /// <summary>From one line's start to the end of the one before another.</summary>
    public TextSpan Span(int first, int next) => new(_lines[first].Start, _lines[next - 1].End);

    /// <summary>Whether the lines are one record, and the first says whose: "Name: Rosa Lind" above "Profession: glazier". A speaker who comes twice, or one number, is none.</summary>
    public bool BeginsWithName => Count > 1 && Array.TrueForAll(_records, isRecord => isRecord) && _keys.Select(key => key.Groups["key"].Value).Distinct(StringComparer.OrdinalIgnoreCase).Count() == Count
        && Name().IsMatch(_text[(_keys[0].Index + _keys[0].Length).._lines[0].End]);

    /// <summary>The level of the heading that a line is, or 0.</summary>
    public int HeadingLevel(int i)
    {
        var line = Line(i);
        if (IsUnderlined(i))
        {
            return Line(i + 1)[0] == '=' ? 1 : 2;
        }

        var level = line.IndexOfAnyExcept('#');
        return level is >= 1 and <= 6 && char.IsWhiteSpace(line[level]) ? level : 0;
    }

    /// <summary>Whether a line is a heading by the rule below it.</summary>
    public bool IsUnderlined(int i) => i + 1 < Count && Line(i).Length <= LongestTitle && Line(i + 1) is ['=' or '-', '=' or '-', '=' or '-', ..]
        && Line(i + 1).IndexOfAnyExcept(Line(i + 1)[0]) < 0 && !_marks[i].Success && char.IsLetterOrDigit(Line(i)[0]) && Cells(i).Count < 2;

    /// <summary>Whether a block begins with a line.</summary>
    public bool StartsBlock(int i) => i == 0 || IsMarked(i) || StartsRecord(i) || HeadingLevel(i) > 0 || StartsTable(i) || EndsOnPurpose(i - 1);

    /// <summary>What the block that begins with a line is.</summary>
    public BlockKind KindOf(int i) => IsMarked(i) ? BlockKind.Item : StartsRecord(i) ? BlockKind.Record : BlockKind.Paragraph;

    /// <summary>Where the text of a line begins, behind its mark.</summary>
    public int ContentStart(int i) => IsMarked(i) ? _marks[i].Index + _marks[i].Length : _lines[i].Start;

    /// <summary>Whether a table begins with a line: the next one has cells like it.</summary>
    public bool StartsTable(int i) => i + 1 < Count && !IsRule(i) && Cells(i).Count > 1 && (IsRule(i + 1) ? HasPipe(i + 1) : IsLike(i, i + 1));

    /// <summary>Whether a line goes on with the table that the line before it belongs to.</summary>
    public bool ContinuesTable(int i) => Cells(i).Count > 1 && (IsRule(i - 1) ? i > 1 && HasPipe(i) : IsLike(i - 1, i));

    /// <summary>Whether a line is the rule below a table's heads.</summary>
    public bool IsRule(int i) => Markup.IsRule(Line(i));

    /// <summary>Whether the first row of a table has the heads of its columns.</summary>
    public bool HasHeads(int first)
    {
        var heads = Cells(first);
        return (first + 1 < Count && IsRule(first + 1))
            || (heads.Count > 2 && heads.TrueForAll(cell => cell.Length > 0 && _text.AsSpan(cell.Start, cell.Length).IndexOfAnyInRange('0', '9') < 0));
    }

    /// <summary>The cells of a line; fewer than two where it is no row.</summary>
    public List<TextSpan> Cells(int i) => Markup.Cells(_text, _lines[i]);

    private ReadOnlySpan<char> Line(int i) => _text.AsSpan(_lines[i].Start, _lines[i].Length);

    private bool HasPipe(int i) => Line(i).Contains('|');

    /// <summary>Whether both lines have cells parted in the same way; those parted by spaces have as many.</summary>
    private bool IsLike(int i, int other) => HasPipe(i) == HasPipe(other) && Line(i).Contains('\t') == Line(other).Contains('\t')
        && (HasPipe(i) || Line(i).Contains('\t') ? Cells(other).Count > 1 : Cells(i).Count == Cells(other).Count);

    /// <summary>A mark begins an item where it is one of a list, or nothing before it in the paragraph goes on there: "in\n12. May".</summary>
    private bool IsMarked(int i)
    {
        var mark = _marks[i];
        if (!mark.Success || i == 0 || mark.Groups["bullet"].Success)
        {
            return mark.Success;
        }

        return mark.Groups["dash"].Success
            ? _marks.Count(other => other.Groups["dash"].Success) > 1 || Line(i - 1)[^1] == ':'
            : ValuesOf(mark).Any(value => _enumerated.Contains((value.Item1, value.Item2 - 1)) || _enumerated.Contains((value.Item1, value.Item2 + 1)));
    }

    /// <summary>The place of a number or letter in its list, as a number, as a letter and as a Roman number.</summary>
    private static IEnumerable<(char System, int Place)> ValuesOf(Match mark)
    {
        var value = mark.Groups["number"].Value;
        if (value.Length == 0)
        {
            yield break;
        }

        if (char.IsDigit(value[0]))
        {
            yield return ('1', int.Parse(value.AsSpan(value.LastIndexOf('.') + 1), CultureInfo.InvariantCulture));
            yield break;
        }

        if (value.Length == 1)
        {
            yield return (char.IsUpper(value[0]) ? 'A' : 'a', value[0]);
        }

        if (Array.IndexOf(Roman, value.ToLowerInvariant()) is var place and >= 0)
        {
            yield return (char.IsUpper(value[0]) ? 'I' : 'i', place);
        }
    }

    private bool StartsRecord(int i) => _records[i]
        && ((i + 1 < Count && _records[i + 1]) || (i > 0 && _records[i - 1]) || (_records[0] && (i == 0 ? _records.AsSpan(1).Contains(true) : !BreaksOff(i - 1))));

    /// <summary>Whether somebody ended a line before the next one, rather than wrapped it there.</summary>
    private bool EndsOnPurpose(int i)
    {
        var gap = _text.AsSpan(_lines[i].End, _lines[i + 1].Start - _lines[i].End);
        if (gap.StartsWith("  ", StringComparison.Ordinal) || gap.ContainsAny('\v', '\u2028', '\u2029') || (Line(i)[^1] == '\\' && Line(i).Length > 1) || _areAllWhole)
        {
            return true;
        }

        var first = FirstWord(i + 1);
        return !BreaksOff(i) && BeginsWhole(i + 1)
            && ((first.Length > 1 && SentenceSegmenter.IsStarter(first.ToString())) || Line(i).Length + 1 + first.Length <= FullShare * _width);
    }

    /// <summary>Whether every line begins with a capital or a digit, or is short and in lower case, and none breaks off.</summary>
    private bool AreAllWhole()
    {
        var lines = Enumerable.Range(0, Count);
        return lines.SkipLast(1).All(i => !BreaksOff(i))
            && ((Count > 2 && lines.All(BeginsWhole)) || (_lines.TrueForAll(line => line.Length <= NarrowestText && char.IsLower(_text[line.Start])) && lines.All(i => char.IsLetterOrDigit(Line(i)[^1]))));
    }

    private bool BeginsWhole(int i)
    {
        var at = Line(i).IndexOfAnyExcept(Opening);
        return at >= 0 && (char.IsUpper(Line(i)[at]) || char.IsDigit(Line(i)[at]) || char.GetUnicodeCategory(Line(i)[at]) == UnicodeCategory.OtherLetter);
    }

    /// <summary>Whether a line cannot be the end of what it says: its last word wants another.</summary>
    private bool BreaksOff(int i)
    {
        var line = Line(i);
        return line[^1] is ',' or ';' or '-' or '–' or '—' or '(' or '&' or '/' || Continued.Contains(line[(line.LastIndexOfAny(' ', '\t', '\u00A0') + 1)..]);
    }

    private ReadOnlySpan<char> FirstWord(int i)
    {
        var line = Line(i);
        var end = line.IndexOfAny(' ', '\t', '\u00A0');
        return end < 0 ? line : line[..end];
    }

    private static readonly string[] Roman =
        ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx"];

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(
        @"\G((?<bullet>[-*+•·‣◦▪▫●○■□►▸➤✓✔✗✘☐☑→]\s+(\[[ xX]\]\s+)?|>+\s*)|(?<dash>[–—])\s+|\(?(?<number>\d{1,3}(\.\d{1,2}){0,3}|[a-zA-Z]|[ivxIVX]{2,5})(\)|\.)\s+|(?<number>\d{1,3}(\.\d{1,2}){1,3})\s+(?=\p{Lu}))(?=\S)",
        Options)]
    private static partial Regex Mark();

    /// <summary>Words with capitals, and at most small ones without between them.</summary>
    [GeneratedRegex(@"^\s*\p{Lu}[\p{L}\p{M}'’.-]*([ \u00A0](\p{Lu}[\p{L}\p{M}'’.-]*|\p{Ll}{1,3})){0,5}$", Options)]
    private static partial Regex Name();

    [GeneratedRegex(@"\G[*_]{0,3}(?<key>\p{L}[\p{L}\p{M}\p{N}'’./&()#-]*([ \u00A0][\p{L}\p{M}\p{N}'’./&()#-]+){0,5})[*_]{0,3}:[*_]{0,3}(?=\s|$)", Options)]
    private static partial Regex Record();
}
