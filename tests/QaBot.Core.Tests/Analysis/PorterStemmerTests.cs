using QaBot.Analysis;
using Xunit;

namespace QaBot.Core.Tests.Analysis;

/// <summary>The examples of the paper, stemmed through all steps, and the cases it leaves open.</summary>
public class PorterStemmerTests
{
    [Theory]
    [InlineData("caresses ponies ties caress cats is us gas", "caress poni ti caress cat is us ga")]
    [InlineData("feed agreed plastered bled motoring sing", "feed agre plaster bled motor sing")]
    [InlineData("conflated troubled sized hopping tanned falling", "conflat troubl size hop tan fall")]
    [InlineData("hissing fizzed failing filing happy sky", "hiss fizz fail file happi sky")]
    public void Stem_Step1_AsInThePaper(string words, string stems) => AssertStems(stems, words);

    [Theory]
    [InlineData("relational conditional rational valenci hesitanci digitizer", "relat condit ration valenc hesit digit")]
    [InlineData("conformabli radicalli differentli vileli analogousli", "conform radic differ vile analog")]
    [InlineData("vietnamization predication operator feudalism decisiveness", "vietnam predic oper feudal decis")]
    [InlineData("hopefulness callousness formaliti sensitiviti sensibiliti", "hope callous formal sensit sensibl")]
    [InlineData("possibly analogy biology", "possibl analog biologi")]
    public void Stem_Step2_AsInThePaper(string words, string stems) => AssertStems(stems, words);

    [Theory]
    [InlineData("triplicate formative formalize electriciti electrical hopeful goodness", "triplic form formal electr electr hope good")]
    public void Stem_Step3_AsInThePaper(string words, string stems) => AssertStems(stems, words);

    [Theory]
    [InlineData("revival allowance inference airliner gyroscopic adjustable", "reviv allow infer airlin gyroscop adjust")]
    [InlineData("defensible irritant replacement adjustment dependent adoption", "defens irrit replac adjust depend adopt")]
    [InlineData("homologou communism activate angulariti homologous effective bowdlerize", "homolog commun activ angular homolog effect bowdler")]
    [InlineData("cement moment ment opinion union passion", "cement moment ment opinion union passion")]
    public void Stem_Step4_AsInThePaper(string words, string stems) => AssertStems(stems, words);

    [Theory]
    [InlineData("probate rate cease controll roll", "probat rate ceas control roll")]
    public void Stem_Step5_AsInThePaper(string words, string stems) => AssertStems(stems, words);

    [Theory]
    [InlineData("generalizations oscillators multidimensional", "gener oscil multidimension")]
    [InlineData("syzygy yyy toyed played enjoy", "syzygi yyi toi plai enjoi")]
    [InlineData("s as ies ed ing", "s as i ed ing")]
    [InlineData("1990s 4ed abc123ing москваs Iing", "1990 4ed abc123 москва Iing")]
    public void Stem_OtherWords_AsLucene(string words, string stems) => AssertStems(stems, words);

    private static void AssertStems(string expected, string words) => Assert.Equal(
        expected,
        string.Join(' ', words.Split(' ').Select(word =>
        {
            var letters = word.ToCharArray();
            return new string(letters, 0, PorterStemmer.Stem(letters));
        })));
}
