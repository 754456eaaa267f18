using System.Collections.Frozen;
using System.Globalization;

namespace QaBot.Evaluation.Matching;

/// <summary>Writes the English numbers in words of a word list in digits: "twenty one" as "21", "2 million" as "2000000", "fifth" as "5th".</summary>
internal static class NumberWords
{
    private static readonly FrozenDictionary<string, int> Small =
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
            .Split(' ').Select((word, value) => (word, value))
            .Concat("twenty thirty forty fifty sixty seventy eighty ninety".Split(' ').Select((word, i) => (word, value: (i + 2) * 10)))
            .ToFrozenDictionary(pair => pair.word, pair => pair.value, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, decimal> Scales =
        new Dictionary<string, decimal>(StringComparer.Ordinal) { ["hundred"] = 100, ["thousand"] = 1_000, ["million"] = 1_000_000, ["billion"] = 1_000_000_000 }
            .ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int> Ordinals =
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
            .Split(' ').Select((word, i) => (word, value: i + 1)).Append((word: "thirtieth", value: 30))
            .ToFrozenDictionary(pair => pair.word, pair => pair.value, StringComparer.Ordinal);

    /// <summary>The words with every number in digits.</summary>
    public static IReadOnlyList<string> Normalise(List<string> words)
    {
        var result = new List<string>(words.Count);
        for (var i = 0; i < words.Count;)
        {
            result.Add(ReadOrdinal(words, ref i) ?? ReadCardinal(words, ref i) ?? words[i++]);
        }

        return result;
    }

    private static string? ReadOrdinal(List<string> words, ref int i)
    {
        if (Ordinals.TryGetValue(words[i], out var value))
        {
            i++;
        }
        else if (i + 1 < words.Count && Small.TryGetValue(words[i], out var tens) && tens >= 20
            && Ordinals.TryGetValue(words[i + 1], out value) && value < 10)
        {
            value += tens;
            i += 2;
        }
        else
        {
            return null;
        }

        var suffix = value is > 10 and < 20 ? "th" : (value % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" };
        return value.ToString(CultureInfo.InvariantCulture) + suffix;
    }

    private static string? ReadCardinal(List<string> words, ref int i)
    {
        var (start, total, current, last) = (i, 0m, 0m, 0m);
        for (; i < words.Count; i++)
        {
            if (Small.TryGetValue(words[i], out var small))
            {
                var fits = i == start || last >= 100 || (last is >= 20 and < 100 && small is > 0 and < 10);
                if (!fits)
                {
                    break;
                }

                current += small;
                last = small;
            }
            else if (Scales.TryGetValue(words[i], out var scale) && (i == start || last < scale))
            {
                (total, current) = scale == 100 ? (total, Math.Max(1, current) * 100) : (total + (Math.Max(1, current) * scale), 0);
                last = scale;
            }
            else if (i == start && i + 1 < words.Count && Scales.ContainsKey(words[i + 1]) && IsNumber(words[i], out var digits))
            {
                current = last = digits;
            }
            else if (!(words[i] == "and" && last >= 100 && i + 1 < words.Count && Small.ContainsKey(words[i + 1])))
            {
                break;
            }
        }

        return i == start ? null : (total + current).ToString("0.####", CultureInfo.InvariantCulture);
    }

    private static bool IsNumber(string word, out decimal value) =>
        decimal.TryParse(word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value) && value < 1_000_000;
}
