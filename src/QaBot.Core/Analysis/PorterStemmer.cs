using System.Collections.Immutable;

namespace QaBot.Analysis;

/// <summary>
/// The suffix stripper of M. F. Porter, "An algorithm for suffix stripping", Program 14(3), 1980, with the two rules its author
/// later changed (<c>bli</c> for <c>abli</c>, and <c>logi</c>), which is what Lucene's PorterStemFilter does. Whatever is not one of
/// aeiouy counts as a consonant, digits and unfolded letters included.
/// </summary>
internal static class PorterStemmer
{
    private static readonly ImmutableArray<Rule>[] Step2 = ByPenultimateLetter(
        ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("bli", "ble"), ("alli", "al"),
        ("entli", "ent"), ("eli", "e"), ("ousli", "ous"), ("ization", "ize"), ("ation", "ate"), ("ator", "ate"), ("alism", "al"),
        ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"), ("logi", "log"));

    private static readonly ImmutableArray<Rule>[] Step3 = ByPenultimateLetter(
        ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", ""));

    // longer suffixes first: only the longest that ends the word is tried
    private static readonly ImmutableArray<Rule>[] Step4 = ByPenultimateLetter(
        ("al", ""), ("ance", ""), ("ence", ""), ("er", ""), ("ic", ""), ("able", ""), ("ible", ""), ("ant", ""), ("ement", ""),
        ("ment", ""), ("ent", ""), ("sion", "s"), ("tion", "t"), ("ou", ""), ("ism", ""), ("ate", ""), ("iti", ""), ("ous", ""),
        ("ive", ""), ("ize", ""));

    /// <summary>Stems a lower-case word in place.</summary>
    /// <returns>The length of the stem, never more than the word's.</returns>
    public static int Stem(Span<char> word)
    {
        var length = word.Length;
        if (length <= 2)
        {
            return length;
        }

        length = RemovePlural(word, length);
        length = RemovePastAndGerund(word, length);
        if (length > 1 && word[length - 1] == 'y' && HasVowel(word[..(length - 1)]))
        {
            word[length - 1] = 'i';
        }

        length = Apply(Step2, word, length, minimumMeasure: 1);
        length = Apply(Step3, word, length, minimumMeasure: 1);
        length = Apply(Step4, word, length, minimumMeasure: 2);
        return RemoveFinalE(word, length);
    }

    // step 1a
    private static int RemovePlural(ReadOnlySpan<char> word, int length)
    {
        if (word[length - 1] != 's')
        {
            return length;
        }

        return word.EndsWith("sses") || word.EndsWith("ies") ? length - 2 : word[length - 2] == 's' ? length : length - 1;
    }

    // step 1b
    private static int RemovePastAndGerund(Span<char> word, int length)
    {
        var ending = word[..length];
        if (ending.EndsWith("eed"))
        {
            return Measure(word[..(length - 3)]) > 0 ? length - 1 : length;
        }

        var stem = ending.EndsWith("ed") ? length - 2 : ending.EndsWith("ing") ? length - 3 : 0;
        if (stem <= 0 || !HasVowel(word[..stem]))
        {
            return length;
        }

        ending = word[..stem];
        if (ending.EndsWith("at") || ending.EndsWith("bl") || ending.EndsWith("iz"))
        {
            word[stem] = 'e';
            return stem + 1;
        }

        if (EndsWithDoubleConsonant(ending))
        {
            return ending[^1] is 'l' or 's' or 'z' ? stem : stem - 1;
        }

        if (EndsWithShortSyllable(ending) && Measure(ending) == 1)
        {
            word[stem] = 'e';
            return stem + 1;
        }

        return stem;
    }

    // step 5
    private static int RemoveFinalE(ReadOnlySpan<char> word, int length)
    {
        if (length > 1 && word[length - 1] == 'e')
        {
            var stem = word[..(length - 1)];
            var measure = Measure(stem);
            if (measure > 1 || (measure == 1 && !EndsWithShortSyllable(stem)))
            {
                length--;
            }
        }

        return length > 1 && word[length - 1] == 'l' && word[length - 2] == 'l' && Measure(word[..(length - 1)]) > 1 ? length - 1 : length;
    }

    private static int Apply(ImmutableArray<Rule>[] rules, Span<char> word, int length, int minimumMeasure)
    {
        if (length < 3 || !char.IsAsciiLetterLower(word[length - 2]))
        {
            return length;
        }

        foreach (var rule in rules[word[length - 2] - 'a'])
        {
            if (word[..length].EndsWith(rule.Suffix))
            {
                var stem = length - rule.Suffix.Length;
                if (Measure(word[..(stem + rule.Kept)]) < minimumMeasure)
                {
                    return length;
                }

                rule.Replacement.CopyTo(word[stem..]);
                return stem + rule.Replacement.Length;
            }
        }

        return length;
    }

    /// <summary>The m of [C](VC)^m[V]: how many times a consonant follows a vowel.</summary>
    private static int Measure(ReadOnlySpan<char> stem)
    {
        var measure = 0;
        var vowel = false;
        for (var i = 0; i < stem.Length; i++)
        {
            var previous = vowel;
            vowel = IsVowel(stem[i], previous, i);
            if (previous && !vowel)
            {
                measure++;
            }
        }

        return measure;
    }

    private static bool HasVowel(ReadOnlySpan<char> stem)
    {
        for (var i = 0; i < stem.Length; i++)
        {
            if (IsVowel(stem[i], afterVowel: false, i))
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsWithDoubleConsonant(ReadOnlySpan<char> stem) =>
        stem.Length > 1 && stem[^1] == stem[^2] && !IsVowelAt(stem, stem.Length - 1);

    /// <summary>Whether the stem ends consonant, vowel, consonant, and the last is not w, x or y.</summary>
    private static bool EndsWithShortSyllable(ReadOnlySpan<char> stem)
    {
        var last = stem.Length - 1;
        return last >= 2 && stem[last] is not ('w' or 'x' or 'y')
            && !IsVowelAt(stem, last) && IsVowelAt(stem, last - 1) && !IsVowelAt(stem, last - 2);
    }

    private static bool IsVowelAt(ReadOnlySpan<char> stem, int index)
    {
        // a y is a vowel after a consonant, so a run of them alternates
        var first = index;
        while (first > 0 && stem[first] == 'y')
        {
            first--;
        }

        var vowel = false;
        for (var i = first; i <= index; i++)
        {
            vowel = IsVowel(stem[i], vowel, i);
        }

        return vowel;
    }

    private static bool IsVowel(char letter, bool afterVowel, int index) =>
        letter is 'a' or 'e' or 'i' or 'o' or 'u' || (letter == 'y' && index > 0 && !afterVowel);

    private static ImmutableArray<Rule>[] ByPenultimateLetter(params ReadOnlySpan<(string Suffix, string Replacement)> rules)
    {
        var buckets = new ImmutableArray<Rule>[26];
        Array.Fill(buckets, []);
        foreach (var (suffix, replacement) in rules)
        {
            var letter = suffix[^2] - 'a';
            // "sion" to "s" is the paper's (*S or *T) ION: the measure is that of the stem with its s or t
            var kept = suffix.EndsWith("ion", StringComparison.Ordinal) && replacement.Length == 1 ? 1 : 0;
            buckets[letter] = buckets[letter].Add(new Rule(suffix, replacement, kept));
        }

        return buckets;
    }

    private readonly record struct Rule(string Suffix, string Replacement, int Kept);
}
