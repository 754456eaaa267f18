using QaBot.Text;

namespace QaBot.Analysis;

/// <summary>
/// Makes index terms of English text as Lucene 4.8 does: words at the boundaries of UAX #29, without possessive <c>'s</c>,
/// lower-case, folded to ASCII, without 33 stop words, stemmed by Porter's algorithm of 1980.
/// </summary>
public static class EnglishAnalyzer
{
    /// <summary>Names this analysis; changes whenever a text could get other terms, so that an index knows it is stale.</summary>
    public const string Version = "english-1";

    /// <summary>The terms of a text in its order.</summary>
    /// <param name="text">Any text; lone surrogates belong to no word.</param>
    /// <returns>A token for each word that is no stop word; empty for a text without words.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static List<Token> Analyze(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = new List<Token>();
        var terms = Terms(text, stackalloc char[TermEnumerator.BufferLength]);
        while (terms.MoveNext())
        {
            tokens.Add(new Token(terms.Term.ToString(), new TextSpan(terms.Start, terms.End), terms.Position));
        }

        return tokens;
    }

    /// <summary>A text in lower case and folded to ASCII, as its terms are; nothing is split, dropped or stemmed.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = new char[text.Length * AsciiFolding.MaxExpansion];
        var length = 0;
        foreach (var unit in text)
        {
            length = AsciiFolding.Fold(char.ToLowerInvariant(unit), folded, length);
        }

        return new string(folded, 0, length);
    }

    /// <summary>The terms of a text one by one, without allocating.</summary>
    /// <param name="text">The text to analyse.</param>
    /// <param name="buffer">Room for one term, <see cref="TermEnumerator.BufferLength"/> units, reused for each.</param>
    internal static TermEnumerator Terms(ReadOnlySpan<char> text, Span<char> buffer) => new(text, buffer);
}
