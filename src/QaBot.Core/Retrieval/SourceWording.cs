using System.Text.RegularExpressions;
using QaBot.Analysis;
using QaBot.Indexing;
using QaBot.Text;

namespace QaBot.Retrieval;

/// <summary>
/// Writes the words of a question as the source does, where the index knows them in that form alone: "e-mail" is "email", "U.N." is "UN", and the forms
/// of irregular verbs and nouns stand for one another.
/// </summary>
internal sealed partial class SourceWording(Corpus corpus, PassageIndex index)
{
    private const int ShortestPart = 2;
    private const int ShortestJoined = 5;
    private const int LongestAcronym = 6;

    /// <summary>The question in the source's words.</summary>
    public string Rewrite(string question) => Word().Replace(Pair().Replace(question, Joined), word => Found(word.Value));

    /// <summary>The first word of a pair without the blank behind it where the source has both as one alone: "data base" is "database".</summary>
    private string Joined(Match pair)
    {
        var (first, second) = (pair.Groups["first"].Value, pair.Groups["second"].Value);
        return (IsKnown(first) && IsKnown(second)) || !IsKnown(first + second) || !corpus.Has(first + second) ? pair.Value : first;
    }

    private string Found(string word)
    {
        var plain = word.Replace("-", "", StringComparison.Ordinal);
        if (plain.Length < word.Length && !corpus.Has(word) && IsKnown(plain) && corpus.Has(plain))
        {
            return plain;
        }

        return IsKnown(word) ? word : Forms(word).Select(form => char.IsUpper(word[0]) ? char.ToUpperInvariant(form[0]) + form[1..] : form).FirstOrDefault(form => IsKnown(form) && corpus.Has(form)) ?? word;
    }

    private IEnumerable<string> Forms(string word)
    {
        if (word.Contains('.', StringComparison.Ordinal))
        {
            yield return word.Replace(".", "", StringComparison.Ordinal);
        }
        else if (word.Length is > 1 and <= LongestAcronym && word.All(char.IsUpper))
        {
            yield return string.Join('.', word.AsEnumerable());
        }

        foreach (var form in WordForms.Of(word))
        {
            yield return form;
        }

        for (var i = ShortestPart; word.Length >= ShortestJoined && i <= word.Length - 1; i++)
        {
            if (IsKnown(word[i..]))
            {
                yield return $"{word[..i]}-{word[i..]}";
                yield return $"{word[..i]} {word[i..]}";
            }
        }

        if (word.Length >= ShortestJoined)
        {
            // "Email" and "e-mail".
            yield return $"{word[..1]}-{word[1..]}";
        }
    }

    /// <summary>Whether the index has all terms of a word; one without terms, a stop word, counts as known.</summary>
    private bool IsKnown(string word) => EnglishAnalyzer.Analyze(word).TrueForAll(token => index.DocumentFrequency(token.Term) > 0);

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"(?<![\w.])(\p{Lu}\.){2,}|(?<![\w.])(\p{Lu}\.)+\p{Lu}\b|\b\p{L}[\p{L}\p{M}]*(-[\p{L}\p{M}]+)*", Options)]
    private static partial Regex Word();

    [GeneratedRegex(@"\b(?<first>\p{Ll}{2,}) (?=(?<second>\p{Ll}{2,})\b)", Options)]
    private static partial Regex Pair();
}
