using Lucene.Net.Analysis;
using Lucene.Net.Analysis.CharFilters;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Standard;

namespace QaBot.Lucene;

/// <summary>Lucene.Net's own filters in the order of <see cref="QaBot.Analysis.EnglishAnalyzer"/>.</summary>
/// <remarks>The terms are the same but for words of more than 255 UTF-16 units: Lucene 4.8 drops them, the embedded engine cuts them.</remarks>
internal sealed class EnglishChain : Analyzer
{
    private static readonly NormalizeCharMap DottedCapital = DottedCapitalToSmall();

    /// <summary>U+0130 becomes i, as in Lucene: .NET's invariant culture, and with it Lucene.Net, has no lower case for it.</summary>
    protected override TextReader InitReader(string fieldName, TextReader reader) => new MappingCharFilter(DottedCapital, reader);

    /// <inheritdoc/>
    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        var words = new StandardTokenizer(PassageFields.Version, reader);
        TokenStream terms = new EnglishPossessiveFilter(PassageFields.Version, words);
        terms = new LowerCaseFilter(PassageFields.Version, terms);
        terms = new ASCIIFoldingFilter(terms);
        terms = new StopFilter(PassageFields.Version, terms, StopAnalyzer.ENGLISH_STOP_WORDS_SET);
        return new TokenStreamComponents(words, new PorterStemFilter(terms));
    }

    private static NormalizeCharMap DottedCapitalToSmall()
    {
        var map = new NormalizeCharMap.Builder();
        map.Add("\u0130", "i");
        return map.Build();
    }
}
