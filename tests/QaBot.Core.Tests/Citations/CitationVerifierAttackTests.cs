using QaBot.Citations;
using Xunit;

namespace QaBot.Core.Tests.Citations;

/// <summary>Answers made to say what their source does not.</summary>
public sealed class CitationVerifierAttackTests
{
    private const string Source = "Eva Hill was the youngest daughter of a rich man from Rome, and she auditioned unsuccessfully for Blue after the war.";

    [Theory]
    [InlineData("behind the last marker", "{0} [1] She stole it.")]
    [InlineData("behind the last marker, on a line of its own", "{0} [1]\n\nShe stole it.")]
    [InlineData("before the sentence", "She stole it. {0} [1]")]
    [InlineData("behind the sentence", "{0} She stole it. [1]")]
    [InlineData("behind the sentence on another line", "{0}\r\nShe stole it.\u2028[1]")]
    [InlineData("of function words", "{0} It is not so. [1]")]
    [InlineData("of function words alone", "It was. [1]")]
    [InlineData("of pronouns", "She, too, was there before him. [1]")]
    [InlineData("of no words", "!!! [1]")]
    [InlineData("nothing", "[1]")]
    [InlineData("second marker behind nothing but a comma", "{0} [1], [1]")]
    [InlineData("behind a zero-width space", "{0} [1]\u200B")]
    [InlineData("in a link", "{0} [1](https://example.com)")]
    public void Verify_HiddenClaim_IsAFault(string label, string format) =>
        Assert.True(CitedAnswer.About(Source, string.Format(null, format, Source)).Faults().Any(), label);

    [Theory]
    [InlineData("[01]")]
    [InlineData("[0]")]
    [InlineData("[00]")]
    [InlineData("[-1]")]
    [InlineData("[+1]")]
    [InlineData("[1,2]")]
    [InlineData("[1-2]")]
    [InlineData("[ 1 ]")]
    [InlineData("[1 ]")]
    [InlineData("[１]")]
    [InlineData("［1］")]
    [InlineData("【1】")]
    [InlineData("[¹]")]
    [InlineData("[١]")]
    [InlineData("[1\u200B]")]
    [InlineData("[2]")]
    [InlineData("[999999999]")]
    [InlineData("[9999999999]")]
    [InlineData("[99999999999999999999]")]
    [InlineData("(1)")]
    [InlineData("")]
    public void Verify_MarkerThatIsNone_IsAFault(string marker) => Assert.NotEmpty(CitedAnswer.About(Source, $"{Source} {marker}").Faults());

    [Theory]
    [InlineData("[01]")]
    [InlineData("[1,2]")]
    [InlineData("[ 1 ]")]
    [InlineData("[１]")]
    [InlineData("【1】")]
    [InlineData("[¹]")]
    [InlineData("[1\u200B]")]
    public void Verify_FalseMarkerBeforeARightOne_IsAFault(string marker) =>
        Assert.NotEmpty(CitedAnswer.About(Source, $"Eva Hill was the youngest daughter of a rich man. {marker} She auditioned unsuccessfully for Blue. [1]").Faults());

    [Theory]
    [InlineData("not", "she did not audition unsuccessfully for Blue after the war")]
    [InlineData("never", "she never auditioned unsuccessfully for Blue after the war")]
    [InlineData("didn't", "she didn't audition unsuccessfully for Blue after the war")]
    [InlineData("didn’t", "she didn’t audition unsuccessfully for Blue after the war")]
    [InlineData("didnʼt", "she didnʼt audition unsuccessfully for Blue after the war")]
    [InlineData("didnt", "she didnt audition unsuccessfully for Blue after the war")]
    [InlineData("didn`t", "she didn`t audition unsuccessfully for Blue after the war")]
    [InlineData("no", "no daughter auditioned unsuccessfully for Blue after the war")]
    [InlineData("refused", "she refused and auditioned unsuccessfully for Blue after the war")]
    [InlineData("didn′t", "she didn′t audition unsuccessfully for Blue after the war")]
    [InlineData("didn´t", "she didn´t audition unsuccessfully for Blue after the war")]
    [InlineData("zero-width", "she did n\u200Dot audition unsuccessfully for Blue after the war")]
    [InlineData("soft hyphen", "she did n\u00ADot audition unsuccessfully for Blue after the war")]
    [InlineData("Cyrillic o", "she did nоt audition unsuccessfully for Blue after the war")]
    [InlineData("fullwidth", "she did ｎｏｔ audition unsuccessfully for Blue after the war")]
    [InlineData("prefix dropped", "she auditioned successfully for Blue after the war")]
    [InlineData("opposite", "she auditioned unsuccessfully for Blue before the war")]
    [InlineData("oldest", "Eva Hill was the oldest daughter of a rich man from Rome")]
    [InlineData("son", "Eva Hill was the youngest son of a rich man from Rome")]
    [InlineData("poor", "Eva Hill was the youngest daughter of a poor man from Rome")]
    public void Verify_Denial_IsAFault(string label, string claim) => Assert.True(CitedAnswer.About(Source, $"{claim}. [1]").Faults().Any(), label);

    [Theory]
    [InlineData("She sold 60 million records in 1985.", "She sold 60 records in 1985. [1]")]
    [InlineData("She sold 60 million records in 1985.", "She sold 60 thousand records in 1985. [1]")]
    [InlineData("She sold 60 million records in 1985.", "She sold 60 billion records in 1985. [1]")]
    [InlineData("She sold 60 million records in 1985.", "She sold 1985 records in 60. [1]")]
    [InlineData("She had thirty-one cats and dogs.", "She had thirty cats and dogs. [1]")]
    [InlineData("She had thirty-one cats and dogs.", "She had thirty-two cats and dogs. [1]")]
    [InlineData("She had thirty-one cats and dogs.", "She had 31 cats and dogs. [1]", true)]
    [InlineData("It cost $60 in all.", "It cost €60 in all. [1]")]
    [InlineData("It cost 60 francs in all.", "It cost 60% francs in all. [1]")]
    [InlineData("It was -5 degrees cold.", "It was 5 degrees cold. [1]")]
    [InlineData("It was 1.5 degrees cold.", "It was 15 degrees cold. [1]")]
    [InlineData("It was 1,500 degrees hot.", "It was 1500 degrees hot. [1]", true)]
    [InlineData("It was 1,500 degrees hot.", "It was 1,50 degrees hot. [1]")]
    [InlineData("She had two cats and a dog.", "She had two cats and two dogs. [1]")]
    [InlineData("She had two cats and a dog.", "She had ２ cats and a dog. [1]")]
    [InlineData("She had two cats and a dog.", "She had two² cats and a dog. [1]")]
    [InlineData("She had two cats and a dog.", "She had a dozen cats and a dog. [1]")]
    [InlineData("It rose by 12 per cent in May.", "It rose by 12% in May. [1]", true)]
    [InlineData("It rose by 12 per cent in May.", "It rose by 21% in May. [1]")]
    [InlineData("It cost 60 dollars in all.", "It cost $60 in all. [1]", true)]
    [InlineData("It cost 60 dollars in all.", "It cost €60 in all. [1]")]
    [InlineData("It opened on 3 May 1921 in Rome.", "It opened on 1921-05-03 in Rome. [1]", true)]
    [InlineData("It opened on 3 May 1921 in Rome.", "It opened on 1921-03-05 in Rome. [1]")]
    public void Verify_AnotherNumber_IsAFault(string source, string claim, bool passes = false) =>
        Assert.Equal(passes, !CitedAnswer.About(source, claim).Faults().Any());

    [Theory]
    [InlineData("She did not approve of it, saying that he was creating a monarchy.", "She did approve of it, saying that he was not creating a monarchy. [1]")]
    [InlineData("She came, but he did not come to the party.", "She did not come, but he came to the party. [1]", true)]
    public void Verify_NegationMoved_IsAFaultWhereItDeniesOtherWords(string source, string claim, bool passes = false) =>
        Assert.Equal(passes, !CitedAnswer.About(source, claim).Faults().Any());

    [Theory]
    [InlineData("She came early, but he did not dance with her mother.", "She came early. [1]", true)]
    [InlineData("She came early, but he did not dance with her mother.", "He danced with her mother. [1]")]
    [InlineData("He did not, in the opinion of many people there, attend the ball.", "He attended the ball. [1]")]
    [InlineData("He never, as his friends and his family said in later years, drank wine.", "He drank wine. [1]")]
    [InlineData("She did not stay long in the town, because she loved the sea.", "She loved the sea. [1]", true)]
    [InlineData("Nobody died in the fire of 1931, and the owner rebuilt the house.", "The owner rebuilt the house. [1]", true)]
    [InlineData("Nobody died in the fire of 1931, and the owner rebuilt the house.", "Everybody died in the fire. [1]")]
    [InlineData("He refused the order of the lion in 1980 and left the country.", "He left the country. [1]", true)]
    [InlineData("He refused the order of the lion in 1980 and left the country.", "He got the order of the lion in 1980. [1]")]
    public void Verify_DenialLeftOut_IsAFaultUnlessItsWordsAreToo(string source, string claim, bool passes = false) =>
        Assert.Equal(passes, !CitedAnswer.About(source, claim).Faults().Any());

    [Theory]
    [InlineData("Harlow was bought by Norrvig in March.", "Purchase of Harlow by Norrvig was in March. [1]", true)]
    [InlineData("Harlow was bought by Norrvig in March.", "Kestrel of Harlow by Norrvig was in March. [1]")]
    public void Verify_FirstWordInAnotherForm_IsNoForeignName(string source, string claim, bool passes = false) =>
        Assert.Equal(passes, !CitedAnswer.About(source, claim).Faults().Any());

    [Theory]
    [InlineData("The film is, as of May[update], her last one.[3]")]
    [InlineData("Eva Hill (French pronunciation: [ʒyljɛt binɔʃ]; born 1964) acts.")]
    [InlineData("It won three[3] of five[a] prizes [4] in 1999.[note 2]")]
    [InlineData("He said: \"[T]he film [...] is [s]he, not [him].\"")]
    [InlineData("See[1,2] and[3–5] and[[6]].")]
    [InlineData("In [1999] he left [12] times.[1][2]")]
    [InlineData("He has  two\r\nspaces\u00A0and a line end.")]
    [InlineData("Не был он здесь в 1999 году.")]
    [InlineData("½ of x² is not −5 €.")]
    [InlineData("A link [1](https://example.com) stands here.")]
    [InlineData("[1[2]3] is odd.")]
    [InlineData("Section [A] is not [a].")]
    [InlineData("［1］ and 【2】 and [١].")]
    public void Verify_SourceWithItsOwnBrackets_PassesWordForWord(string source) =>
        Assert.Empty(CitedAnswer.About(source, $"{CitedText.Display(source)} [1]").Faults());

    [Fact]
    public void Verify_MegabytesOfMarkers_EndsSoon()
    {
        var text = string.Concat(Enumerable.Repeat("[1] ", 50_000)) + new string('[', 50_000) + string.Concat(Enumerable.Repeat("[1", 50_000));

        Assert.NotEmpty(CitedAnswer.About(Source, text).Faults());
    }
}
