using System.Globalization;

namespace QaBot.Answering;

/// <summary>Decides whether a text can be taken as a question at all.</summary>
internal static class QuestionIntake
{
    /// <summary>Why the text is refused, as one sentence with the remedy; null when it is taken.</summary>
    public static string? Refusal(string text, AnsweringOptions options) => Find(text, options)?.Sentence;

    /// <summary>The same, and what it is about.</summary>
    public static (RefusalKind Kind, string Sentence)? Find(string text, AnsweringOptions options)
    {
        if (text.All(IsInvisible))
        {
            return (RefusalKind.Empty, "The question is empty: ask something.");
        }

        if (text.Length > options.LongestQuestion)
        {
            return (RefusalKind.TooLong, FormattableString.Invariant(
                $"The question is too long: it has {text.Length} characters, and at most {options.LongestQuestion} are read; shorten it."));
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsControl(text[i]) && text[i] is not ('\t' or '\n' or '\r'))
            {
                return (RefusalKind.NotText, FormattableString.Invariant(
                    $"The question has a control character (U+{(int)text[i]:X4}) at position {i}: ask in plain text."));
            }
        }

        return HasLoneSurrogate(text) ? (RefusalKind.NotText, "The question is not valid Unicode text: ask in plain text.") : null;
    }

    /// <summary>White space, or a zero-width character.</summary>
    private static bool IsInvisible(char c) => char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format;

    private static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text, i))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return true;
            }
        }

        return false;
    }
}
