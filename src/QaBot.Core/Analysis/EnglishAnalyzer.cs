using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;
using QaBot.Text;

namespace QaBot.Analysis;

/// <summary>
/// Lucene's English analysis of a text without its unseen characters (<see cref="UnseenCharacters"/>): words at the boundaries of UAX #29, without possessive <c>'s</c>, lower-case, folded to ASCII,
/// without 33 stop words, stemmed by Porter's algorithm of 1980. Safe for concurrent use.
/// </summary>
public static class EnglishAnalyzer
{
    /// <summary>Names this analysis; raised whenever a text could get other terms, so that an index knows it is stale.</summary>
    public const string Version = "english-3";

    private const int MaxExpansion = 4;

    /// <summary>What the index is written with; it keeps a chain for each thread.</summary>
    internal static readonly Analyzer Chain = new EnglishChain();

    private static readonly Analyzer Splitter = Analyzer.NewAnonymous(
        (_, reader) => new TokenStreamComponents(new StandardTokenizer(EnglishChain.Version, reader) { MaxTokenLength = EnglishChain.LongestWord }),
        (_, reader) => new UnseenCharacterFilter(reader));

    /// <summary>The terms of a text in its order.</summary>
    /// <param name="text">Any text; lone surrogates belong to no word.</param>
    /// <returns>A token for each word that is no stop word; empty for a text without words.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static List<Token> Analyze(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = new List<Token>();
        using var stream = Chain.GetTokenStream("", text);
        var term = stream.GetAttribute<ICharTermAttribute>();
        var offset = stream.GetAttribute<IOffsetAttribute>();
        var increment = stream.GetAttribute<IPositionIncrementAttribute>();
        var position = -1;
        stream.Reset();
        while (stream.IncrementToken())
        {
            position += increment.PositionIncrement;
            tokens.Add(new Token(term.ToString()!, new TextSpan(offset.StartOffset, offset.EndOffset), position));
        }

        stream.End();
        return tokens;
    }

    /// <summary>The words of a text in its order, stop words and possessives as they stand.</summary>
    /// <returns>Their UTF-16 offsets.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static List<TextSpan> Words(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = new List<TextSpan>();
        using var stream = Splitter.GetTokenStream("", text);
        var offset = stream.GetAttribute<IOffsetAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            words.Add(new TextSpan(offset.StartOffset, offset.EndOffset));
        }

        stream.End();
        return words;
    }

    /// <summary>A text in lower case and folded to ASCII, without unseen characters, as its terms are; nothing is split, dropped or stemmed.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        text = UnseenCharacters.Without(text);
        var folded = new char[text.Length * MaxExpansion];
        var length = ASCIIFoldingFilter.FoldToASCII(text.ToLowerInvariant().ToCharArray(), 0, folded, 0, text.Length);
        return new string(folded, 0, length);
    }
}
