using System.Globalization;
using System.Text.RegularExpressions;
using QaBot.Text;

namespace QaBot.Retrieval;

/// <summary>Writes the numbers and dates of a question as the source does: 1,250,000 is 1250000 and 1.25 million, 7 June 1911 is 1911-06-07.</summary>
internal sealed partial class NumberForms(Corpus corpus)
{
    private const int Million = 1_000_000;
    private const int Thousand = 1_000;
    private const string Month = MonthName.Pattern;
    /// <summary>A pattern of the numbers that are written as one word, without one.</summary>
    public const string Word = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty";
    private static readonly string[] Months = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames;
    private static readonly string[] Words = ["zero", "one", .. Word.Split('|')];
    private static readonly (string Name, string Short, decimal Value)[] Units = [("billion", "bn", (decimal)Million * Thousand), ("million", "m", Million), ("thousand", "k", Thousand)];

    /// <summary>The question, with each number and date that no document has in that form in the first form that one has.</summary>
    public string Rewrite(string question) => Amount().Replace(Date().Replace(question, date => Found(date.Value, DateForms(date))), amount => Found(amount.Value, AmountForms(amount)));

    private string Found(string asked, IEnumerable<string> forms) => corpus.Has(asked) ? asked : forms.FirstOrDefault(corpus.Has) ?? asked;

    private static IEnumerable<string> AmountForms(Match amount)
    {
        if (ValueOf(amount) is not { } value || value > long.MaxValue / Million || value != Math.Truncate(value))
        {
            yield break;
        }

        if (value < Words.Length)
        {
            yield return Words[(int)value];
        }

        yield return value.ToString("0", CultureInfo.InvariantCulture);
        if (value < Thousand)
        {
            yield break;
        }

        yield return value.ToString("#,0", CultureInfo.InvariantCulture);
        foreach (var separator in " \u00a0\u202f\u2009'’.")
        {
            yield return value.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', separator);
        }

        foreach (var (name, abbreviation, unit) in Units)
        {
            var share = value / unit;
            var digits = share.ToString("0.#########", CultureInfo.InvariantCulture);
            yield return $"{digits} {name}";
            yield return digits + abbreviation;
            if (share == Math.Truncate(share) && share < Words.Length)
            {
                yield return $"{Words[(int)share]} {name}";
            }
        }
    }

    private static decimal? ValueOf(Match amount)
    {
        var unit = Units.Where(unit => unit.Name.Equals(amount.Groups["unit"].Value, StringComparison.OrdinalIgnoreCase) || unit.Short == amount.Groups["unit"].Value).Select(unit => unit.Value).FirstOrDefault(1);
        if (amount.Groups["word"].Success)
        {
            return Array.IndexOf(Words, amount.Groups["word"].Value.ToLowerInvariant()) * unit;
        }

        var digits = new string([.. amount.Groups["number"].Value.Where(c => char.IsAsciiDigit(c) || c == '.')]);
        return decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value < long.MaxValue ? value * unit : null;
    }

    private static IEnumerable<string> DateForms(Match date)
    {
        var month = date.Groups["name"].Success ? Array.FindIndex(Months, name => name.StartsWith(date.Groups["name"].Value[..3], StringComparison.OrdinalIgnoreCase)) + 1 : Number("month");
        var (day, year) = (Number("day"), date.Groups["year"].Value);
        if (month is < 1 or > 12)
        {
            return [];
        }

        var (name, brief) = (Months[month - 1], Months[month - 1][..3]);
        var ordinal = day + (day switch { 1 or 21 or 31 => "st", 2 or 22 => "nd", 3 or 23 => "rd", _ => "th" });
        string[] dayFirst = [$"{day} {name}", $"{ordinal} {name}", $"{ordinal} of {name}", $"the {ordinal} of {name}", $"{day} {brief}", $"{day} {brief}.", $"{day:00} {name}"];
        string[] monthFirst = [$"{name} {day}", $"{name} {ordinal}", $"{brief} {day}", $"{brief}. {day}"];
        if (year.Length == 0)
        {
            return [.. dayFirst, .. monthFirst];
        }

        return
        [
            .. dayFirst.Select(form => $"{form} {year}"), .. monthFirst.Select(form => $"{form}, {year}"), $"{year}-{month:00}-{day:00}", .. monthFirst.Select(form => $"{form} {year}"),
            .. dayFirst.Select(form => $"{form}, {year}"), $"{day:00}.{month:00}.{year}", $"{day}.{month}.{year}", $"{day:00}/{month:00}/{year}", $"{day}/{month}/{year}", $"{year}/{month:00}/{day:00}",
        ];

        int Number(string group) => int.Parse(date.Groups[group].Value, CultureInfo.InvariantCulture);
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    [GeneratedRegex(
        $@"(?<![\w.])(((?<number>\d{{1,3}}([,\s'’]\d{{3}})+(\.\d+)?|\d+(\.\d+)?)|\b(?<word>{Word})\b)(\s(?<unit>thousand|million|billion)\b)?|(?<number>\d+(\.\d+)?)(?<unit>bn|m|k)\b)(?![\w-])",
        Options)]
    private static partial Regex Amount();

    [GeneratedRegex(
        $@"\b((?<year>\d{{4}})-(?<month>\d{{2}})-(?<day>\d{{2}})|(?<day>\d{{1,2}})\.(?<month>\d{{1,2}})\.(?<year>\d{{4}})"
            + $@"|(the\s)?(?<day>\d{{1,2}})(st|nd|rd|th)?(\sof)?\s(?<name>{Month})\b\.?(,?\s(?<year>\d{{4}}))?|(?<name>{Month})\b\.?\s(the\s)?(?<day>\d{{1,2}})(st|nd|rd|th)?(?!\d)(,?\s(?<year>\d{{4}}))?)",
        Options)]
    private static partial Regex Date();
}
