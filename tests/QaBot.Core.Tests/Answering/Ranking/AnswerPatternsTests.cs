using QaBot.Answering;
using QaBot.Answering.Ranking;
using Xunit;

namespace QaBot.Core.Tests.Answering.Ranking;

public sealed class AnswerPatternsTests
{
    [Theory]
    [InlineData("She was in Erik Lunde's film Harbour.", "Who directed Harbour?", true)]
    [InlineData("Harbour by Erik Lunde was shown in Oslo.", "Who directed Harbour?", true)]
    [InlineData("Harbour was shown in Oslo by night.", "Who directed Harbour?", false)]
    [InlineData("The harbour master's boat sank.", "Who directed Harbour?", false)]
    [InlineData("Harbour was Erik Lunde's film.", "Who directed Harbour?", false)]
    public void IsMadeBy_Sentence_NeedsAMakerAtTheTitle(string sentence, string question, bool expected) =>
        Check(sentence, question, expected, AnswerPatterns.IsMadeBy);

    [Theory]
    [InlineData("She kept nine goats.", "How many goats did she keep?", true)]
    [InlineData("She won two prizes for her goats.", "How many awards did she win for her goats?", true)]
    [InlineData("She kept goats for nine years.", "How many goats did she keep?", false)]
    [InlineData("She kept goats.", "How many goats did she keep?", false)]
    public void IsCounted_Sentence_NeedsANumberBeforeWhatIsCounted(string sentence, string question, bool expected) =>
        Check(sentence, question, expected, AnswerPatterns.IsCounted);

    [Theory]
    [InlineData("Lunde was a director.", "Who is Lunde?", true)]
    [InlineData("The director was Lunde.", "Who is Lunde?", false)]
    public void IsDefinition_Sentence_NamesItsSubjectFirst(string sentence, string question, bool expected) =>
        Check(sentence, question, expected, AnswerPatterns.IsDefinition);

    [Theory]
    [InlineData("Her mother was Ann Lee (born 1939), a teacher.", "When was Tove born?", true)]
    [InlineData("In Oslo she met Ann Lee (1939–2001), a teacher.", "When did Tove die in Oslo?", true)]
    [InlineData("Her mother was Ann Lee (born 1939), a teacher.", "When was her mother born?", false)]
    [InlineData("Her mother was Ann Lee (born 1939), a teacher.", "When was Ann born?", false)]
    [InlineData("Her mother Ann Lee was born in 1939 (in Oslo).", "When was Tove born?", false)]
    [InlineData("The boat was lost with Ann Lee (sunk in 1985).", "When was the boat lost?", false)]
    public void IsAnothersLife_Date_BelongsToTheNameBeforeItsBracket(string sentence, string question, bool expected) => Check(
        sentence, question, expected, (profile, read) => AnswerPatterns.IsAnothersLife(profile, read, read.Candidates(QuestionKind.Date)[^1]));

    private static void Check(string sentence, string question, bool expected, Func<QuestionProfile, SentenceProfile, bool> pattern)
    {
        var reading = new Reading(sentence, question);

        Assert.Equal(expected, pattern(reading.Profile, Assert.Single(reading.Candidates).Sentence));
    }
}
