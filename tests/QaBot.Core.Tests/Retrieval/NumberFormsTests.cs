using QaBot.Retrieval;
using QaBot.Text;
using Xunit;

namespace QaBot.Core.Tests.Retrieval;

public sealed class NumberFormsTests
{
    [Theory]
    [InlineData("It took 1,250,000 euros.", "What took 1250000 euros?", "What took 1,250,000 euros?")]
    [InlineData("It took 1250000 euros.", "What took 1.25 million euros?", "What took 1250000 euros?")]
    [InlineData("It took 1.25 million euros.", "What took 1 250 000 euros?", "What took 1.25 million euros?")]
    [InlineData("It took 1\u202F250\u202F000 euros.", "What took 1,250,000 euros?", "What took 1\u202F250\u202F000 euros?")]
    [InlineData("It took €1.25m.", "What took 1,250,000 euros?", "What took 1.25m euros?")]
    [InlineData("It holds two thousand litres.", "What holds 2000 litres?", "What holds two thousand litres?")]
    [InlineData("It holds 2,000 litres.", "What holds two thousand litres?", "What holds 2,000 litres?")]
    [InlineData("Twelve boats sank.", "Where did 12 boats sink?", "Where did twelve boats sink?")]
    [InlineData("12 boats sank.", "Where did twelve boats sink?", "Where did 12 boats sink?")]
    [InlineData("On 7 June 1911 it opened.", "What opened on 1911-06-07?", "What opened on 7 June 1911?")]
    [InlineData("It ended on 1994-11-05.", "What ended on the 5th of November 1994?", "What ended on 1994-11-05?")]
    [InlineData("It ended on November 5th, 1994.", "What ended on 5 Nov 1994?", "What ended on November 5th, 1994?")]
    [InlineData("It opens on the 3rd of May.", "What opens on May 3?", "What opens on 3rd of May?")]
    [InlineData("It opened on 07.06.1911.", "What opened on June 7, 1911?", "What opened on 07.06.1911?")]
    [InlineData("On 15 November it rained.", "What happened on 5 November?", "What happened on 5 November?")]
    [InlineData("It has 11,250,000 seats.", "What has 1250000 seats?", "What has 1250000 seats?")]
    [InlineData("May 5 boats sail?", "When may 5 boats sail?", "When may 5 boats sail?")]
    public void Rewrite_Question_HasTheFormOfTheSource(string source, string question, string expected) =>
        Assert.Equal(expected, new NumberForms(new Corpus([Document.FromText("a.txt", source)])).Rewrite(question));
}
