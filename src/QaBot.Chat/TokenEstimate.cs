using System.Text;
using Microsoft.Extensions.AI;

namespace QaBot.Chat;

/// <summary>About how many tokens a model reads, without its tokenizer.</summary>
/// <remarks>
/// A third of a token for each ASCII letter and space, one for each other byte of UTF-8, rounded up, and four for each message.
/// English prose has about 4.5 letters and spaces a token in the byte-pair vocabularies of today, so that the estimate is too high by
/// about a third; a byte-level vocabulary never has more tokens than bytes, so that text without letters is not estimated too low.
/// </remarks>
internal static class TokenEstimate
{
    private const int PerMessage = 4;
    private const int LettersPerToken = 3;

    /// <summary>The tokens of a text.</summary>
    public static int Of(string text)
    {
        var letters = text.Count(c => char.IsAsciiLetter(c) || c == ' ');
        return ((letters + LettersPerToken - 1) / LettersPerToken) + Encoding.UTF8.GetByteCount(text) - letters;
    }

    /// <summary>The tokens of messages.</summary>
    public static int Of(IEnumerable<ChatMessage> messages) => messages.Sum(message => PerMessage + Of(message.Text));
}
