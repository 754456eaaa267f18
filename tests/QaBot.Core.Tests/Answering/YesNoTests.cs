using QaBot.Answering;
using QaBot.Answering.Candidates;
using QaBot.Chunking;
using QaBot.Text;
using Xunit;

namespace QaBot.Core.Tests.Answering;

public sealed class YesNoTests
{
    private const string Biography = """
        Ada Holm (born 4 May 1931) was a Norwegian painter. Ada Holm grew up in Bergen. Holm painted every day. Holm's father was a Danish baker, and he was a singer.
        In 1950 Holm showed Grey Harbour at the Winter Salon in Bergen. The picture was praised by the critics. The show was a commercial failure.
        Her next picture in Night Train Series was shown in Oslo. It was a great success in Oslo with 900 visitors.
        Holm refused a chair at the academy. She has been blind since 1970, and she heard what other people saw. She did not approve of the new museum. Holm never married.
        Holm's aunt came from Lyon. Holm was born in Drammen. Holm was not only a singer but also a weaver. Her first workshop was open in May and closed in June.
        Dogs are not admitted; guide dogs may wait in the hall, but not at the pool. She auditioned unsuccessfully for Blue Hour. Holm supported Otto Kern in the election, which was won by Nils Berg.
        The shop (open on weekdays, closed throughout January) is in the harbour. Her picture of The Bread on the Table was the most expensive one of the year.
        She made Winter Bread in 1970. It was shown in Rome. Ines Roth saw it there. It was no success at the fair.
        Holm tried for the Salon Medal three times, in 1951, 1957 and 1960, without success. She crossed the North Sea in 1962, without a radio.
        She made Salt Road in 1975. It was a success with critics and visitors. Salt Road strengthened her position at the academy.
        """;

    private static readonly Document Document = Document.FromText("a.txt", Biography.ReplaceLineEndings(" "));

    [Theory]
    [InlineData("Was Ada Holm Norwegian?", "was a Norwegian painter", "Yes")]
    [InlineData("Is she a painter?", "was a Norwegian painter", "Yes")]
    [InlineData("Is she a baker?", "was a Danish baker", null)]
    [InlineData("Is she a singer?", "he was a singer", null)]
    [InlineData("Was Grey Harbour praised?", "praised by the critics", "Yes")]
    [InlineData("Was Grey Harbour a success?", "commercial failure", "No")]
    [InlineData("Was Grey Harbour a success?", "great success", null)]
    [InlineData("Was Grey Harbour disliked by anyone?", "praised by the critics", null)]
    [InlineData("Did she accept a chair at the academy?", "refused a chair", "No")]
    [InlineData("Did she refuse a chair at the academy?", "refused a chair", "Yes")]
    [InlineData("Can Holm see?", "has been blind", "No")]
    [InlineData("Is Holm blind?", "has been blind", "Yes")]
    [InlineData("Was she happy with the new museum?", "did not approve", "No")]
    [InlineData("Did Holm ever marry?", "never married", "No")]
    [InlineData("Was Night Train Series a success?", "great success", "Yes")]
    [InlineData("Was Night Train Series a success in Paris?", "great success", null)]
    [InlineData("Was Holm born in Lyon?", "was born in Drammen", null)]
    [InlineData("Was she a weaver?", "not only a singer", "Yes")]
    [InlineData("Was she a weaver or a baker?", "not only a singer", null)]
    [InlineData("Was her first workshop open in June?", "open in May", null)]
    [InlineData("Did she succeed with the Salon Medal?", "tried for the Salon Medal", "No")]
    [InlineData("Did she cross the North Sea?", "crossed the North Sea", "Yes")]
    [InlineData("Was Winter Bread a success at the fair?", "no success", "No")]
    [InlineData("Are dogs admitted at the pool?", "not admitted", "No")]
    [InlineData("Did she audition successfully for Blue Hour?", "auditioned", "No")]
    [InlineData("Did she paint for Blue Hour?", "auditioned", null)]
    [InlineData("Was she supporting Nils Berg in the election?", "supported", null)]
    [InlineData("Was she supporting Otto Kern in the election?", "supported", "Yes")]
    [InlineData("Isn't Ada Holm Norwegian?", "was a Norwegian painter", "Yes")]
    [InlineData("Didn't Holm ever marry?", "never married", "No")]
    [InlineData("Is the shop open in January?", "closed throughout January", "No")]
    [InlineData("Was Salt Road a hit?", "a success with critics", "Yes")]
    [InlineData("Was Salt Road a hit?", "her position", null)]
    [InlineData("Was The Bread on the Table the most expensive picture of the year?", "most expensive", "Yes")]
    public void Verdict_Sentence_SaysWhetherItIsSo(string text, string part, string? expected)
    {
        var question = Question.Parse(text, () => new Subject("Holm", "Ada Holm", IsFemale: true));
        var (asked, candidate) = FoundScene.Of(Document, question, part);

        Assert.Equal(QuestionKind.YesNo, question.Kind);
        Assert.Equal(expected, YesNo.Verdict(asked, candidate));
    }

    [Fact]
    public void Evidence_NameInThePassageBefore_IsSeen()
    {
        var question = Question.Parse("Was Winter Bread a success at the fair?");
        var (asked, candidate) = FoundScene.Of(Document, question, "no success");
        var cut = new Passage(Document, candidate.Passage.Number, candidate.Passage.Zone, [candidate.Sentence], PassageContext.None);

        Assert.InRange(YesNo.Evidence(asked, cut, candidate.Sentence), 0.5, 0.9);
    }

    [Theory]
    [InlineData("Is the sauna open on Monday?", "Monday", "No")]
    [InlineData("Is the pool open on Monday?", "Monday", "Yes")]
    [InlineData("Is the pool open on Tuesday?", "Monday", null)]
    [InlineData("Is the sauna free on Tuesday?", "Tuesday", null)]
    public void Verdict_Row_GoesByTheCellUnderTheHeadThatIsAskedOf(string text, string part, string? expected)
    {
        var hours = Document.FromText("hours.md", "# Opening hours\n\n| Day | Pool | Sauna |\n|---|---|---|\n| Monday | 8 to 20 | closed |\n| Tuesday | 9 to 20 | 10 to 18 |\n");
        var (asked, candidate) = FoundScene.Of(hours, Question.Parse(text), part);

        Assert.Equal(expected, YesNo.Verdict(asked, candidate));
    }
}
