using System.Globalization;
using System.Text;
using QaBot.Analysis;

namespace QaBot.Evaluation.Matching;

/// <summary>The words that answers are compared by.</summary>
/// <remarks>
/// The normalisation of SQuAD (Rajpurkar et al. 2016): lower case, no punctuation, no articles, single spaces; here also accents are
/// folded, a possessive 's is dropped, hyphens and apostrophes part words, and numbers in words are written in digits.
/// </remarks>
internal static class AnswerTokens
{
    /// <summary>The words of a text.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var words = Words(EnglishAnalyzer.Fold(text));
        words.RemoveAll(word => word is "a" or "an" or "the");
        return NumberWords.Normalise(words);
    }

    /// <summary>Whether the words of <paramref name="part"/> stand next to each other in <paramref name="whole"/>.</summary>
    public static bool Contains(IReadOnlyList<string> whole, IReadOnlyList<string> part)
    {
        for (var start = 0; part.Count > 0 && start + part.Count <= whole.Count; start++)
        {
            var i = 0;
            while (i < part.Count && whole[start + i] == part[i])
            {
                i++;
            }

            if (i == part.Count)
            {
                return true;
            }
        }

        return false;
    }

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
            {
                word.Append(c);
            }
            else if (IsApostrophe(c) && word.Length > 0 && IsPossessive(text, i))
            {
                i++;
                End();
            }
            else if (IsDecimalPoint(text, i) || IsThousandsComma(text, i) || IsInitialsPoint(text, i))
            {
                word.Append(IsDecimalPoint(text, i) ? "." : "");
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format))
            {
                End();
            }
        }

        End();
        return words;

        void End()
        {
            if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }
    }

    private static bool IsApostrophe(char c) => c is '\'' or '’' or '‘' or 'ʼ' or '`';

    private static bool IsPossessive(string text, int i) =>
        i + 1 < text.Length && text[i + 1] == 's' && (i + 2 == text.Length || !char.IsLetterOrDigit(text[i + 2]));

    private static bool IsDecimalPoint(string text, int i) => text[i] == '.' && DigitAt(text, i - 1) && DigitAt(text, i + 1);

    private static bool IsThousandsComma(string text, int i) =>
        text[i] == ',' && DigitAt(text, i - 1) && DigitAt(text, i + 1) && DigitAt(text, i + 2) && DigitAt(text, i + 3) && !DigitAt(text, i + 4);

    /// <summary>The points of "U.S." and "p.m.": behind a letter that stands alone and before another letter.</summary>
    private static bool IsInitialsPoint(string text, int i) =>
        text[i] == '.' && LetterAt(text, i - 1) && !LetterAt(text, i - 2) && !DigitAt(text, i - 2) && LetterAt(text, i + 1) && !LetterAt(text, i + 2);

    private static bool DigitAt(string text, int i) => i >= 0 && i < text.Length && char.IsDigit(text[i]);

    private static bool LetterAt(string text, int i) => i >= 0 && i < text.Length && char.IsLetter(text[i]);
}
