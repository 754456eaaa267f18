using System.Text.RegularExpressions;
using QaBot.Citations;
using QaBot.Text;

namespace QaBot.Core.Tests.Citations;

/// <summary>Ways to make a right answer wrong; null where the answer has nothing to change in that way.</summary>
internal static partial class Mutations
{
    private static readonly string[] NumberWords = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "first", "third", "fifth"];
    private static readonly string[] Names = ["Zebulon", "Quixote", "Timbuktu", "Ōkubo", "Xanthippe"];

    public static IReadOnlyDictionary<string, Func<CitedAnswer, Random, CitedAnswer?>> All { get; } =
        new Dictionary<string, Func<CitedAnswer, Random, CitedAnswer?>>(StringComparer.Ordinal)
        {
            ["span shifted"] = (a, r) => Cited(a, r, c => c with { Span = Shifted(c.Span, r) }),
            ["span shifted with its quote"] = (a, r) => Cited(a, r, c => Requote(a, c, Shifted(c.Span, r))),
            ["span made longer"] = (a, r) => Cited(a, r, c => Requote(a, c, new TextSpan(c.Span.Start, c.Span.End + r.Next(2, 15)))),
            ["span made shorter"] = (a, r) => Cited(a, r, c => Requote(a, c, new TextSpan(c.Span.Start + r.Next(1, c.Span.Length), c.Span.End))),
            ["character of the quote changed"] = (a, r) => Cited(a, r, c => c with { Quote = WithOtherCharacter(c.Quote, r) }),
            ["quote with a space more"] = (a, r) => Cited(a, r, c => c with { Quote = c.Quote + " " }),
            ["hash changed"] = (a, r) => Cited(a, r, c => c with { DocumentHash = WithOtherCharacter(c.DocumentHash, r) }),
            ["document renamed"] = (a, r) => Cited(a, r, c => c with { Document = WithOtherCharacter(c.Document, r) }),
            ["number of a citation changed"] = (a, r) => Cited(a, r, c => c with { Number = c.Number + r.Next(1, 4) }),
            ["citation dropped"] = (a, r) => a with { Citations = [.. a.Citations.Where((_, i) => i != 0)] },
            ["citation twice"] = (a, r) => a with { Citations = [.. a.Citations, a.Citations[r.Next(a.Citations.Count)]] },
            ["citation nobody marks"] = (a, r) => a with { Citations = [.. a.Citations, a.Citations[0] with { Number = a.Citations.Count + 1 }] },
            ["marker renumbered"] = (a, r) => Marked(a, r, n => $"[{n + a.Citations.Count}]"),
            ["marker removed"] = (a, r) => Marked(a, r, _ => ""),
            ["marker added"] = (a, r) => Marked(a, r, n => $"[{n}] [{a.Citations.Count + 1}]"),
            ["marker in another form"] = (a, r) => Marked(a, r, n => $"[0{n}]"),
            ["markers swapped"] = (a, _) => a.Citations.Count < 2 ? null : a with { Text = Swapped(a.Text) },
            ["citations swapped"] = (a, _) => a.Citations.Count < 2 ? null
                : a with { Citations = [a.Citations[1] with { Number = 1 }, a.Citations[0] with { Number = 2 }, .. a.Citations.Skip(2)] },
            ["digit changed"] = (a, r) => Replaced(a, r, Digit(), m => OtherThan(m.Value, ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"], r)),
            ["number word changed"] = (a, r) => Replaced(a, r, NumberWord(), m => OtherThan(m.Value, NumberWords, r)),
            ["number added"] = (a, r) => Replaced(a, r, Space(), _ => " 77 "),
            ["not added"] = (a, r) => Replaced(a, r, Space(), _ => " not "),
            ["never added"] = (a, r) => Replaced(a, r, Space(), _ => " never "),
            ["negation removed"] = (a, r) => Replaced(a, r, Negation(), m => m.Value is "cannot" ? "can" : ""),
            ["name changed"] = (a, r) => Replaced(a, r, Capitalised(), _ => Names[r.Next(Names.Length)]),
            ["name added"] = (a, r) => Replaced(a, r, Space(), _ => $" {Names[r.Next(Names.Length)]} "),
            ["claim at the end"] = (a, _) => a with { Text = a.Text + " She stole it." },
            ["claim at the start"] = (a, _) => a with { Text = "She stole it. " + a.Text },
            ["zero-width space"] = (a, r) => Replaced(a, r, Space(), _ => " \u200B"),
            ["short answer changed"] = (a, r) => a with { Short = WithOtherCharacter(a.Citations[0].Quote.Split(' ')[0], r) },
        };

    private static CitedAnswer Cited(CitedAnswer answer, Random random, Func<Citation, Citation> change) =>
        answer.WithCitation(random.Next(answer.Citations.Count), change);

    private static CitedAnswer Marked(CitedAnswer answer, Random random, Func<int, string> change)
    {
        var number = random.Next(answer.Citations.Count) + 1;
        return answer with { Text = answer.Text.Replace($"[{number}]", change(number), StringComparison.Ordinal) };
    }

    private static CitedAnswer? Replaced(CitedAnswer answer, Random random, Regex what, Func<Match, string> change)
    {
        var matches = what.Matches(answer.Text).Where(m => !Marker().Matches(answer.Text).Any(k => m.Index >= k.Index - 1 && m.Index < k.Index + k.Length + 1)).ToList();
        if (matches.Count == 0)
        {
            return null;
        }

        var match = matches[random.Next(matches.Count)];
        return answer with { Text = answer.Text[..match.Index] + change(match) + answer.Text[(match.Index + match.Length)..] };
    }

    private static Citation Requote(CitedAnswer answer, Citation citation, TextSpan span)
    {
        var text = answer.Corpus.Documents[0].Text;
        span = new TextSpan(Math.Min(span.Start, text.Length), Math.Min(span.End, text.Length));
        return citation with { Span = span, Quote = text[span.Start..span.End] };
    }

    private static TextSpan Shifted(TextSpan span, Random random)
    {
        var by = random.Next(1, 40) * (span.Start >= 40 && random.Next(2) == 0 ? -1 : 1);
        return new TextSpan(span.Start + by, span.End + by);
    }

    private static string WithOtherCharacter(string text, Random random)
    {
        var i = random.Next(text.Length);
        return $"{text[..i]}{(text[i] == '¤' ? '~' : '¤')}{text[(i + 1)..]}";
    }

    private static string OtherThan(string value, string[] others, Random random)
    {
        var choice = others.Where(other => other != value).ToArray();
        return choice[random.Next(choice.Length)];
    }

    private static string Swapped(string text) =>
        text.Replace("[1]", "[0]", StringComparison.Ordinal).Replace("[2]", "[1]", StringComparison.Ordinal).Replace("[0]", "[2]", StringComparison.Ordinal);

    [GeneratedRegex("[0-9]")]
    private static partial Regex Digit();

    [GeneratedRegex(@"\b(one|two|three|four|five|six|seven|eight|nine|ten|first|third|fifth)\b")]
    private static partial Regex NumberWord();

    [GeneratedRegex(@"(?<=\w) (?=\w)")]
    private static partial Regex Space();

    [GeneratedRegex(@"\b(not|never|cannot|without|nobody|nothing)\b|(?<=\w)n't\b")]
    private static partial Regex Negation();

    [GeneratedRegex(@"(?<=[\w,] )\p{Lu}\p{Ll}{3,}\b")]
    private static partial Regex Capitalised();

    [GeneratedRegex(@"\[[0-9]+\]")]
    private static partial Regex Marker();
}
