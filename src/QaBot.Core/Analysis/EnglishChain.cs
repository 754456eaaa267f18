using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Util;

namespace QaBot.Analysis;

/// <summary>Lucene's English chain with accents folded: what its <c>EnglishAnalyzer</c> does, and <c>ASCIIFoldingFilter</c> behind the lower case; unseen characters are taken out first.</summary>
internal sealed class EnglishChain : Analyzer
{
    /// <summary>The version of Lucene whose behaviour is asked for.</summary>
    public const LuceneVersion Version = LuceneVersion.LUCENE_48;

    /// <summary>UTF-16 units of a word at most; a longer one has no term. Lucene's own limit of 255 would let the verifier overlook a word.</summary>
    public const int LongestWord = 4_096;

    /// <inheritdoc/>
    protected override TextReader InitReader(string fieldName, TextReader reader) => new UnseenCharacterFilter(reader);

    /// <inheritdoc/>
    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        var words = new StandardTokenizer(Version, reader) { MaxTokenLength = LongestWord };
        TokenStream terms = new DottedCapitalFilter(new EnglishPossessiveFilter(Version, words));
        terms = new ASCIIFoldingFilter(new LowerCaseFilter(Version, terms));
        terms = new StopFilter(Version, terms, StopAnalyzer.ENGLISH_STOP_WORDS_SET);
        return new TokenStreamComponents(words, new PorterStemFilter(terms));
    }
}
