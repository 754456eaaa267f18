using System.Collections.Frozen;
using QaBot.Answering;
using QaBot.Citations;
using QaBot.Text;
using Xunit;

namespace QaBot.Core.Tests.Answering;

public sealed class AssertionTests
{
    [Theory]
    [InlineData("Was she born in 1970?", "When was she born?", "1970")]
    [InlineData("Did the bridge open on 3 May 1911?", "When did the bridge open?", "3 May 1911")]
    [InlineData("was the mill sold in March 1911", "When was the mill sold?", "March 1911")]
    [InlineData("Is it true that Ada Holm died in 1943?", "When is it true that Ada Holm died?", "1943")]
    [InlineData("Is it true that she was born in 1970?", "When was she born?", "1970")]
    [InlineData("Was The Long Road directed by Otto Kern?", "Who was The Long Road directed by?", "Otto Kern")]
    [InlineData("Was the bridge designed by the engineer Otto Kern?", "Who was the bridge designed by?", "Otto Kern")]
    [InlineData("Does she have three children?", "How many children does she have?", "three")]
    [InlineData("Did The Long Road win 9 Silver Bells in Oslo?", "How many Silver Bells did The Long Road win in Oslo?", "9")]
    [InlineData("Was she born in London?", "Where was she born?", "London")]
    [InlineData("Is Otto Kern the father of her daughter?", "Who is the father of her daughter?", "Otto Kern")]
    [InlineData("Is Oslo the capital of Norway?", "What is the capital of Norway?", "Oslo")]
    [InlineData("Was Ada her mother?", "Who was her mother?", "Ada")]
    [InlineData("Did Otto Kern direct The Long Road?", "Who directed The Long Road?", "Otto Kern")]
    [InlineData("Did Otto Kern write the letter?", "Who wrote the letter?", "Otto Kern")]
    [InlineData("was the long road directed by otto kern", "Who was the long road directed by?", "otto kern")]
    [InlineData("Is the meeting on Tuesday 7 May 2024?", "When is the meeting?", "7 May 2024")]
    [InlineData("Was it Otto Kern who mended the roof?", "Who mended the roof?", "Otto Kern")]
    [InlineData("Is Otto Kern the one who mended the roof?", "Who mended the roof?", "Otto Kern")]
    [InlineData("Was the story called \"The Grey Boat\"?", "What was the story called?", "The Grey Boat")]
    [InlineData("Did Ines Roth play Hana in The Long Road?", "Who played Hana in The Long Road?", "Ines Roth")]
    [InlineData("Did she marry Otto Kern?", "Who did she marry?", "Otto Kern")]
    [InlineData("Is she married to Otto Kern?", "Who is she married to?", "Otto Kern")]
    [InlineData("Is the boat called Ada?", "What is the boat called?", "Ada")]
    [InlineData("Did she play Hana in The Long Road?", "Who did she play in The Long Road?", "Hana")]
    [InlineData("Is she American?", "What nationality is she?", "American")]
    [InlineData("Was Otto Kern Danish?", "What nationality was Otto Kern?", "Danish")]
    public void Find_OneValue_IsAskedFor(string question, string asked, string value)
    {
        var assertion = Assertion.Find(question);
        Assert.Equal(asked, assertion?.Question);
        Assert.Equal(value, assertion?.Value);
    }

    [Theory]
    [InlineData("Is she married?")]
    [InlineData("Was it damaged by the fire?")]
    [InlineData("Did she win a prize?")]
    [InlineData("Has she more than two children?")]
    [InlineData("Was it open for three years?")]
    [InlineData("Did she sing in The Long Road?")]
    [InlineData("Is it true that she was not born in 1970?")]
    [InlineData("Was she 79 when she died?")]
    [InlineData("Was item 3 approved?")]
    [InlineData("Is the rent due on 1 March?")]
    [InlineData("Is the trail 5 miles long?")]
    [InlineData("Was the budget approved by March?")]
    [InlineData("Was it Tuesday that he mended the roof?")]
    [InlineData("Is Otto Kern a friend of hers?")]
    [InlineData("Did Otto Kern like the house?")]
    [InlineData("When was she born?")]
    [InlineData("")]
    public void Find_NoValue_IsNone(string question) => Assert.Null(Assertion.Find(question));

    [Theory]
    [InlineData("Was she born in 1970?", "9 March 1964", "Ada was born on 9 March 1964.", "No")]
    [InlineData("Was she born in 1964?", "9 March 1964", "Ada was born on 9 March 1964.", "Yes")]
    [InlineData("Was she born in May 1964?", "9 March 1964", "Ada was born on 9 March 1964.", "No")]
    [InlineData("Was she born in May 1964?", "1964", "Ada was born in 1964.", null)]
    [InlineData("Was the bridge built in 1864?", "1863–64", "The bridge was built 1863–64.", null)]
    [InlineData("Did Ada die in 2010?", "1970", "Ada (born 1970, died 2010) sang.", null)]
    [InlineData("Did the bridge open on 3 May 1911?", "May 1911", "The bridge opened in May 1911.", null)]
    [InlineData("Was the bridge finished in 1970?", "before 1970", "It was finished before 1970.", null)]
    [InlineData("Did the committee meet in 2023?", "5 March 2024", "The committee met on 5 March 2024.", null)]
    [InlineData("Did she win a bell in 1970?", "1964", "In 1964 Ada won a bell.", null)]
    [InlineData("Does she have 2 children?", "two children", "Ada has two children.", "Yes")]
    [InlineData("Does she have three children?", "two", "Ada has two children.", "No")]
    [InlineData("Does she have three children?", "two", "Ada has two daughters and a son.", null)]
    [InlineData("Did they have two guests?", "up to four", "They had up to four guests.", null)]
    [InlineData("Did the club have 20 members?", "more than 20", "The club had more than 20 members.", null)]
    [InlineData("Does she have three children?", "Hana", "Ada has a daughter, Hana.", null)]
    [InlineData("Was she born in London?", "Paris", "Ada was born in Paris.", "No")]
    [InlineData("Was she born in France?", "Paris", "Ada was born in Paris.", null)]
    [InlineData("Was she born in Paris?", "Paris, France", "Ada was born in Paris, France.", "Yes")]
    [InlineData("Was she born in York?", "New York", "Ada was born in New York.", null)]
    [InlineData("Was she born in Oslo?", "a village near Oslo", "Ada was born in a village near Oslo.", null)]
    [InlineData("Did she live in Paris?", "London", "Ada lived in London.", null)]
    [InlineData("Was the boat built by Otto Kern?", "Otto Kern's father", "Otto Kern's father built the boat.", null)]
    [InlineData("Was the boat built by Otto Kern?", "the engineer Otto Kern", "The engineer Otto Kern built the boat.", "Yes")]
    [InlineData("Did Otto Kern write the letter?", "The headmaster", "The headmaster wrote the letter.", null)]
    [InlineData("Did Bob Kern write the letter?", "Robert Kern", "Robert Kern wrote the letter.", null)]
    [InlineData("Did Otto Kern paint the fence?", "Ines Roth", "Ines Roth painted the fence at the front.", null)]
    [InlineData("Was she influenced by Otto Kern?", "Ines Roth", "Ada was influenced by Ines Roth.", null)]
    [InlineData("Was Otto Kern her brother?", "Tom", "Her brother Tom taught her.", null)]
    [InlineData("Was Ines Roth her mother?", "Anna Kern", "Her mother was Anna Kern.", "No")]
    [InlineData("Was she married to Otto Kern?", "Paul Lund", "In 1950 Ada married Paul Lund.", null)]
    [InlineData("Did Will write the letter?", "Otto Kern", "Otto Kern wrote the letter.", null)]
    [InlineData("Did Otto Holm found the school?", "Ada Holm", "Ada Holm founded the school.", null)]
    [InlineData("Did Otto Holm found the school?", "Holm", "Holm founded the school.", null)]
    [InlineData("Is she European?", "French", "Ada is a French actress.", null)]
    [InlineData("Isn't she French?", "French", "Ada is a French actress.", "Yes")]
    [InlineData("Was it directed by Otto Kern?", "Kern", "Kern directed it.", "Yes")]
    [InlineData("Was it directed by Otto Kern?", "Ines Roth", "Ines Roth directed it.", "No")]
    [InlineData("Was it directed by Otto Kern?", "Ines Roth", "Otto Kern and Ines Roth directed it.", null)]
    [InlineData("Was Ada the first choice?", "Holm", "Holm was the first choice.", "Yes")]
    [InlineData("Is she American?", "French", "Ada is a French actress.", "No")]
    [InlineData("Is she American?", "French", "Ada is a French and American actress.", null)]
    [InlineData("Is she American?", null, "Ada is an actress.", null)]
    public void Verdict_TheSourcesValue_ConfirmsOrDenies(string question, string? shortAnswer, string quote, string? verdict) =>
        Assert.Equal(verdict, Assertion.Find(question)!.Verdict(Draft(shortAnswer, quote, 0.6), Subject));

    [Fact]
    public void Verdict_AnUnsureAnswer_ConfirmsAndDoesNotDeny()
    {
        var assertion = Assertion.Find("Was she born in 1970?")!;
        Assert.Null(assertion.Verdict(Draft("1964", "Ada was born in 1964.", 0.4), Subject));
        Assert.Equal("Yes", assertion.Verdict(Draft("1970", "Ada was born in 1970.", 0.2), Subject));
        Assert.Null(assertion.Verdict(AnswerDraft.Abstain(AbstentionReason.NotInSource), Subject));
    }

    private static readonly FrozenSet<string> Subject = FrozenSet.Create(StringComparer.Ordinal, "ada", "holm");

    private static AnswerDraft Draft(string? shortAnswer, string quote, double confidence) =>
        AnswerDraft.Cite([new Citation(1, "a.txt", "0", "a.txt#1", new TextSpan(0, quote.Length), quote)], shortAnswer, confidence);
}
