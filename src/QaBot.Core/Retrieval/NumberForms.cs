using System.Globalization;
using System.Text.RegularExpressions;
using QaBot.Text;

namespace QaBot.Retrieval;

/// <summary>Writes the numbers and dates of a question as the source does: 1,250,000 is 1250000 and 1.25 million, 7 June 1911 is 1911-06-07.</summary>
internal sealed partial class NumberForms(Corpus corpus)
{
    private const int Million = 1_000_000;
    private const int Thousand = 1_000;
    private const string Month = "january|february|march|april|may|june|july|august|september|october|november|december";
    private static readonly string[] Months = Month.Split('|');

    /// <summary>The question, with each number and date that no document has in that form in the first form that one has.</summary>
    public string Rewrite(string question) => Amount().Replace(Date().Replace(question, date => Found(date.Value, DateForms(date))), amount => Found(amount.Value, AmountForms(amount)));

    private string Found(string asked, IEnumerable<string> forms) => Has(asked) ? asked : forms.FirstOrDefault(Has) ?? asked;

    private bool Has(string form) => corpus.Documents.Any(document => document.Text.Contains(form, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> AmountForms(Match amount)
    {
        var digits = new string([.. amount.Groups["number"].Value.Where(c => char.IsDigit(c) || c == '.')]);
        if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || value > long.MaxValue / Million)
        {
            yield break;
        }

        value *= amount.Groups["unit"].Value.ToLowerInvariant() switch { "million" => Million, "thousand" => Thousand, "billion" => (decimal)Million * Thousand, _ => 1 };
        if (value < Thousand || value != Math.Truncate(value))
        {
            yield break;
        }

        yield return value.ToString("#,0", CultureInfo.InvariantCulture);
        yield return value.ToString("0", CultureInfo.InvariantCulture);
        foreach (var space in " \u00a0\u202f\u2009")
        {
            yield return value.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', space);
        }

        yield return (value / Million / Thousand).ToString("0.#########", CultureInfo.InvariantCulture) + " billion";
        yield return (value / Million).ToString("0.######", CultureInfo.InvariantCulture) + " million";
        yield return (value / Thousand).ToString("0.###", CultureInfo.InvariantCulture) + " thousand";
    }

    private static IEnumerable<string> DateForms(Match date)
    {
        var month = date.Groups["name"].Success ? Array.IndexOf(Months, date.Groups["name"].Value.ToLowerInvariant()) + 1 : Number("month");
        var (day, year) = (Number("day"), date.Groups["year"].Value);
        if (month is < 1 or > 12)
        {
            yield break;
        }

        var name = char.ToUpperInvariant(Months[month - 1][0]) + Months[month - 1][1..];
        var suffix = day switch { 1 or 21 or 31 => "st", 2 or 22 => "nd", 3 or 23 => "rd", _ => "th" };
        string[] forms =
        [
            $"{day} {name} {year}", $"{name} {day}, {year}", $"{year}-{month:00}-{day:00}", $"{day}{suffix} {name} {year}", $"{name} {day}{suffix}, {year}",
            $"{day}{suffix} of {name} {year}", $"{day:00}.{month:00}.{year}", $"{day}.{month}.{year}", $"{day:00}/{month:00}/{year}", $"{day} {name[..3]} {year}",
        ];
        foreach (var form in forms)
        {
            yield return form;
        }

        int Number(string group) => int.Parse(date.Groups[group].Value, CultureInfo.InvariantCulture);
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"(?<![\w.])(?<number>\d{1,3}([,\s]\d{3})+(\.\d+)?|\d+(\.\d+)?)(\s(?<unit>thousand|million|billion)\b)?(?![\w-])", Options)]
    private static partial Regex Amount();

    [GeneratedRegex($@"\b((?<year>\d{{4}})-(?<month>\d{{2}})-(?<day>\d{{2}})|(?<day>\d{{1,2}})(st|nd|rd|th)?(\sof)?\s(?<name>{Month}),?\s(?<year>\d{{4}})|(?<name>{Month})\s(?<day>\d{{1,2}})(st|nd|rd|th)?,?\s(?<year>\d{{4}}))\b", Options)]
    private static partial Regex Date();
}
