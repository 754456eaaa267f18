using QaBot.Answering;
using QaBot.Text;
using Xunit;

namespace QaBot.Core.Tests.Answering;

public sealed class AnswerSpanScannerTests
{
    [Theory]
    [InlineData("She was born on 9 March 1904 in Oslo.", "9 March 1904")]
    [InlineData("It opened on March 9, 1904.", "March 9, 1904")]
    [InlineData("It was built in the early 1920s.", "the early 1920s")]
    [InlineData("They met in summer 1931 and in May 1932.", "summer 1931|May 1932")]
    [InlineData("The house is from the 18th century.", "18th century")]
    [InlineData("He paid 300 francs.")]
    public void Scan_Date_FindsDates(string text, params string[] expected) => Check(text, QuestionKind.Date, expected);

    [Theory]
    [InlineData("She lived there from 1904 to 1931.", "1904|1931")]
    [InlineData("It has 3104 rooms and 904 doors.")]
    [InlineData("Room 19045 was hers.")]
    public void Scan_Year_FindsYears(string text, params string[] expected) => Check(text, QuestionKind.Year, expected);

    [Theory]
    [InlineData("She had three sisters and 12 cousins.", "three|12")]
    [InlineData("It sold more than 1,200 copies.", "1,200")]
    [InlineData("About 2.5 million people came.", "2.5 million")]
    [InlineData("Over 40% of them agreed.", "40%")]
    [InlineData("On 25 May 1931 she saw Three Sisters in two theatres.", "two")]
    [InlineData("Someone tended the oxen.")]
    public void Scan_Number_FindsNumbers(string text, params string[] expected) => Check(text, QuestionKind.Number, expected);

    [Theory]
    [InlineData("It cost $1,200.50 then.", "$1,200.50")]
    [InlineData("She was paid £3 million for it.", "£3 million")]
    [InlineData("He owed 300 francs and 20 pounds.", "300 francs|20 pounds")]
    [InlineData("The fee was € 5000.", "€ 5000")]
    [InlineData("She had 300 pupils.")]
    public void Scan_Money_FindsSums(string text, params string[] expected) => Check(text, QuestionKind.Money, expected);

    [Theory]
    [InlineData("The journey took three weeks and 4 days.", "three weeks|4 days")]
    [InlineData("It lasted two centuries.", "two centuries")]
    [InlineData("She was away ten months.", "ten months")]
    [InlineData("It took long.")]
    public void Scan_Duration_FindsDurations(string text, params string[] expected) => Check(text, QuestionKind.Duration, expected);

    [Theory]
    [InlineData("At the age of 12 she left.", "12")]
    [InlineData("He died aged 81.", "81")]
    [InlineData("She was seven years old.", "seven")]
    [InlineData("A 15-year-old boy saw it.", "15")]
    [InlineData("She had 15 cats.")]
    public void Scan_Age_FindsAges(string text, params string[] expected) => Check(text, QuestionKind.Age, expected);

    [Theory]
    [InlineData("She left because the roof leaked.", "because the roof leaked")]
    [InlineData("It closed due to a fire; nobody was hurt.", "due to a fire")]
    [InlineData("He went abroad in order to study law.", "in order to study law")]
    [InlineData("She left and came back.")]
    public void Scan_Reason_FindsClauses(string text, params string[] expected) => Check(text, QuestionKind.Reason, expected);

    [Theory]
    [InlineData("She called it \"a long winter\" once.", "a long winter")]
    [InlineData("He named the house “Two Rivers” and left.", "Two Rivers")]
    [InlineData("He named the house after her.")]
    public void Scan_Phrase_FindsWhatIsQuoted(string text, params string[] expected) => Check(text, QuestionKind.Phrase, expected);

    [Theory]
    [InlineData("She lived in Lisbon and moved to Porto.", "Lisbon|Porto")]
    [InlineData("He studied at the Royal Academy of Bergen.", "Royal Academy of Bergen")]
    public void Scan_Place_FindsNamesBehindPrepositions(string text, params string[] expected) => Check(text, QuestionKind.Place, expected);

    [Theory]
    [InlineData("Her teacher was Anna Lindqvist.", "Anna Lindqvist")]
    public void Scan_Person_FindsNames(string text, params string[] expected) => Check(text, QuestionKind.Person, expected);

    [Fact]
    public void Scan_AnyKind_StaysInsideTheSentence()
    {
        const string before = "In 1899, Ole Berg paid $50 for \"Dawn\". ";
        const string sentence = "In 1904, aged 12, Anna Lindqvist of Oslo wrote \"Two Rivers\" in three weeks for £40 because she had to.";
        const string behind = " In 1931 she was 39 years old.";
        var span = new TextSpan(before.Length, before.Length + sentence.Length);

        Assert.All(Enum.GetValues<QuestionKind>(), kind =>
        {
            var spans = AnswerSpanScanner.Scan(before + sentence + behind, span, kind).ToList();
            Assert.All(spans, found => Assert.True(span.Contains(found) && found.Length > 0, $"{kind} {found}"));
            Assert.Equal(spans.OrderBy(found => found.Start), spans);
        });
    }

    private static void Check(string text, QuestionKind kind, string[] expected) => Assert.Equal(
        expected.SelectMany(spans => spans.Split('|')),
        AnswerSpanScanner.Scan(text, new TextSpan(0, text.Length), kind).Select(span => text.Substring(span.Start, span.Length)));
}
