using QaBot.Conversations;
using QaBot.Testing;
using QaBot.Text;
using Xunit;

namespace QaBot.Core.Tests.Conversations;

public sealed class FollowUpResolverTests
{
    private static readonly FollowUpResolver Resolver = new(new Corpus([Sources.Biography]));

    [Theory]
    [InlineData("and when did it open?", "When did Damage open?", "Who directed the film Damage?|Louis Malle")]
    [InlineData("When was it released?", "When was Three Colours: Blue released?", "Who directed Three Colours: Blue (1993)?|Krzysztof Kieślowski")]
    [InlineData("who directed it", "Who directed The English Patient", "What did she win for The English Patient?|Academy Award")]
    [InlineData("Who else starred in the film?", "Who else starred in Godzilla?", "When was Godzilla released?|May 2014")]
    [InlineData("When?", "When did Damage open?", "Where did Damage open?|the UK")]
    [InlineData("and when?", "When did Damage open?", "Where did Damage open?|the UK")]
    [InlineData("Why", "Why did she turn down Jurassic Park?", "When did she turn down Jurassic Park?")]
    [InlineData("Where was he born?", "Where was André Halle born?", "Who is the father of her son?|André Halle")]
    [InlineData("What is his profession?", "What is André Halle's profession?", "Who is the father of her son?|André Halle")]
    [InlineData("what about Godzilla?", "Who directed Godzilla?", "Who directed Damage?|Louis Malle")]
    [InlineData("and Godzilla?", "Who directed Godzilla?", "Who directed Damage?|Louis Malle")]
    [InlineData("What does she do?", "What does Marion Stalens do?", "Who is her sister?|Marion Stalens")]
    [InlineData("When was he born?", "When was Raphaël born?", "What is her son called?|Raphaël")]
    [InlineData("And when was he born?", "When was Raphaël born?", "What's her son's name?|Raphaël")]
    [InlineData("To whom?", "To whom is her sister Marion married?", "Is her sister Marion married?")]
    [InlineData("By whom?", "By whom was Damage directed?", "When was Damage directed?")]
    [InlineData("And for students?", "How much is a ticket for students?", "How much is a ticket for adults?")]
    [InlineData("and in Venice?", "What did Blue win in Venice?", "What did Blue win?")]
    [InlineData("How about in 2007?", "Which film did she make in 2007?", "Which film did she make in 2005?|Bee Season")]
    [InlineData("Where was he born?", "Where was Louis Malle born?", "Who directed Damage?|Louis Malle", "When was Damage released?|1992")]
    [InlineData("Where was he born?", "Where was Jeremy Irons born?", "Who directed Damage?|Louis Malle", "Did Jeremy Irons like Damage?")]
    [InlineData("And her partner in it?", "Her partner in Damage?", "What is Damage about?")]
    [InlineData("and who went there with her?", "Who went to Oslo with her?", "Where was she sent then?|Oslo")]
    [InlineData("How long did she live there?", "How long did she live in Oslo?", "Where was she sent then?|Oslo")]
    [InlineData("How far is Rome from there?", "How far is Rome from Oslo?", "Where was she sent then?|Oslo")]
    [InlineData("when is it open?", "When is the tourist office open?", "Where is the tourist office?|customs house")]
    [InlineData("How much was it before?", "How much was the premium before?", "How much is the premium?|£418")]
    [InlineData("where are they?", "Where are the hives?", "How many hives does he have?|four")]
    [InlineData("how much are they?", "How much are the beginners' courses?", "On which days are the beginners' courses?|Tuesdays")]
    [InlineData("how old are they?", "How old are Ines Roth and Otto Kern?", "Who built it?|Ines Roth and Otto Kern")]
    [InlineData("since when?", "Since when is Isobel blind?", "Is Isobel blind?|Yes")]
    [InlineData("until when?", "Until when can I cancel a course?", "Can I cancel a course?|Yes")]
    [InlineData("for which film?", "For which film did she win in Cannes?", "What did she win in Cannes?")]
    [InlineData("why not?", "Why can't I use bleach?", "Can I use bleach?|No")]
    [InlineData("and the secretary?", "Who is the secretary?", "Who is the treasurer?|Ada Holm")]
    [InlineData("and the tank?", "How often should the tank be rinsed?", "How often should the dust filter be rinsed?|weekly")]
    [InlineData("and the small one?", "How deep is the small pool?", "How deep is the main pool?|3 m")]
    [InlineData("and the sauna?", "When does the sauna open on Sunday?", "When does the main pool open on Sunday?|9")]
    [InlineData("what about the convent?", "How much is a room at the convent?", "How much is a room at Albergo Lago?|€118")]
    [InlineData("same for the sauna?", "Is the sauna closed?", "Is the main pool closed?|Yes")]
    [InlineData("and her sister?", "When was her sister born?", "When was she born?|1964")]
    [InlineData("and her sister?", "Where was her sister born?", "Where was Juliette Binoche born?|Paris")]
    [InlineData("and the director?", "The director of Damage?", "Who starred in Damage?|Jeremy Irons")]
    [InlineData("when was that?", "When was the company founded?", "Who founded the company?|Ingrid Moe")]
    [InlineData("when's that?", "When was Damage directed?", "Who directed Damage?|Louis Malle")]
    [InlineData("Why?", "Why did she turn down Jurassic Park?", "Which film did she turn down?|Jurassic Park")]
    [InlineData("Why?", "Why was Shirin banned in Iran?", "Which film was banned in Iran?|Shirin")]
    [InlineData("And the director?", "The director of Damage?", "When was Damage released?|1992")]
    [InlineData("And the cat?", "What is the name of the cat?", "What is the name of the dog?|Rex")]
    [InlineData("How much is it?", "How much is the sauna?", "Where is Albergo Lago?|Oslo", "When does the sauna open?|9")]
    [InlineData("How deep is it?", "How deep is the water?", "Is the water warm?|Yes")]
    [InlineData("When is it due?", "When is the total cost due?", "What is the total cost?|€5")]
    [InlineData("How much are they?", "How much are the courses?", "What times are the courses?|9")]
    [InlineData("Until when?", "Until when does the pool open?", "What time does the pool open?|9 am")]
    [InlineData("When?", "When was Duran Duran founded?", "Who founded Duran Duran?")]
    public void Resolve_FollowUp_IsReadInFull(string question, string expected, params string[] turns) =>
        Assert.Equal(expected, Resolver.Resolve(question, Talk.Of(turns)));

    [Theory]
    [InlineData("Where was Juliette Binoche born?")]
    [InlineData("When was she born?")]
    [InlineData("Who is her sister?")]
    [InlineData("Who directed Damage?")]
    [InlineData("What did Louis Malle say about Damage?")]
    [InlineData("Which film did she make in 1993?")]
    [InlineData("What is it called when a film is shown first?")]
    [InlineData("How many children does she have?")]
    [InlineData("And with whom did she make Blue?")]
    [InlineData("Who starred in the film Blue?")]
    [InlineData("Who directed the film she won an Oscar for?")]
    [InlineData("What about her children?")]
    public void Resolve_QuestionThatStandsByItself_IsNotRewritten(string question) =>
        Assert.Null(Resolver.Resolve(question, Talk.Of("Who directed Godzilla?|Gareth Edwards", "When was Godzilla released?|May 2014")));

    [Theory]
    [InlineData("To whom is her sister Marion married?|Pierre Pradinas")]
    [InlineData("Who is her father?|Jean-Marie Binoche")]
    [InlineData("Where was her sister born?|Paris")]
    public void Resolve_PronounOfTheSubject_IsNotTakenForAnother(string turn) =>
        Assert.Null(Resolver.Resolve("When was she born?", Talk.Of(turn)));

    [Theory]
    [InlineData("Does the pump start when it is cold?", "Where is the tank?")]
    [InlineData("When is it open?", "Who is the director?")]
    [InlineData("And her sister?", "Who is the treasurer?")]
    [InlineData("Why not?", "Who is the treasurer?")]
    [InlineData("Is it allowed to swim?", "How deep is the main pool?")]
    [InlineData("What time is it?", "How deep is the main pool?")]
    [InlineData("Where are they?", "What does the club offer?")]
    [InlineData("When is it open?", "Does the shop sell bread?")]
    [InlineData("Where is it?", "Who is the violinist?")]
    [InlineData("What about her awards?", "How many films did she make?")]
    [InlineData("And her sister?", "When was Binoche's brother born?")]
    [InlineData("Why not?", "Can't I pay by card?")]
    [InlineData("Isn't there parking?", "Where was she sent then?|Oslo")]
    public void Resolve_NothingToPutIn_IsNotRewritten(string question, string turn) => Assert.Null(Resolver.Resolve(question, Talk.Of(turn)));

    [Theory]
    [InlineData("How many songs are there?", "Where was she sent then?|Oslo")]
    [InlineData("Is there a song in Blue?", "Where was she sent then?|Oslo")]
    [InlineData("How long did she live there?", "Who is her father?|Jean-Marie Binoche")]
    [InlineData("How long did she live there?", "Where was she sent then?")]
    public void Resolve_There_IsAPlaceOnlyWhereOneWasAskedFor(string question, string turn) => Assert.Null(Resolver.Resolve(question, Talk.Of(turn)));

    [Fact]
    public void Resolve_PronounOfAnotherBehindOneThatWasRead_StaysWithThatPerson()
    {
        var conversation = Talk.Of("Who is her sister?|Marion Stalens");
        conversation.Add(Talk.Answer("When was she born?", "1960") with { ReadAs = "When was Marion Stalens born?" });

        Assert.Equal("Where does Marion Stalens live?", Resolver.Resolve("Where does she live?", conversation));
    }

    [Fact]
    public void Resolve_NounBehindAQuestionWithoutOne_IsNotPutInForAVerb() => Assert.Null(Resolver.Resolve("What about siblings?", Talk.Of("When was she born?")));

    [Theory]
    [InlineData("and when did it open?")]
    [InlineData("When?")]
    [InlineData("what about his brother?")]
    public void Resolve_WithoutConversation_IsNull(string question)
    {
        Assert.Null(Resolver.Resolve(question, null));
        Assert.Null(Resolver.Resolve(question, new Conversation()));
    }

    [Theory]
    [InlineData("what about $_$_?", "Who directed $_$_?", "Who directed Damage?")]
    [InlineData("what about $`$'$0?", "In which year did she make $`$'$0?", "In which year did she make films?")]
    [InlineData("what about Bob,Bob,Bob?", "Is Damage better than Bob,Bob,Bob?", "Is Damage better than Damage?")]
    [InlineData("what about Godzilla?", "Is Damage better than Godzilla?", "Is Damage better than Damage?")]
    [InlineData("what  about\n Godzilla ?", "Who directed Godzilla?", "Who directed Damage?")]
    [InlineData("What about brothers?", "Does she have any brothers?", "Does she have any   sisters ?")]
    public void Resolve_Replacement_IsTakenAsTextAndOnce(string question, string expected, string previous) =>
        Assert.Equal(expected, Resolver.Resolve(question, Talk.Of(previous)));

    [Theory]
    [InlineData("what about ...?")]
    [InlineData("what about ?")]
    [InlineData("android film?")]
    public void Resolve_NothingAskedAbout_IsNotRewritten(string question) =>
        Assert.Null(Resolver.Resolve(question, Talk.Of("Does she have any sisters?")));

    [Theory]
    [InlineData("$_")]
    [InlineData("$&$`")]
    [InlineData("Bob,")]
    [InlineData("it ")]
    [InlineData("he ")]
    [InlineData("the film ")]
    [InlineData("so ")]
    [InlineData("so,")]
    [InlineData(" ")]
    [InlineData("\t\n")]
    [InlineData(", ")]
    [InlineData("?")]
    [InlineData("a")]
    [InlineData("A ")]
    [InlineData("A in ")]
    [InlineData("1999 ")]
    [InlineData("what about ")]
    public void Resolve_HostileText_StaysShort(string piece)
    {
        var (text, turn) = (Repeat(piece, 400), Repeat(piece, 20_000));
        string[] turns = ["Who directed Damage?|Louis Malle", "Where did Blue open in 1993?|A" + turn, "A" + turn, "what about A" + turn];
        foreach (var question in new[] { text, "so" + text + "?x", "what about " + text, text + " it", "When?", "what about $_?", "what about 1999?", "and him?", turn })
        {
            for (var count = 1; count <= turns.Length; count++)
            {
                Assert.True(Resolver.Resolve(question, Talk.Of(turns[..count])) is null or { Length: <= FollowUpResolver.LongestRead });
            }
        }

        static string Repeat(string piece, int length) => string.Concat(Enumerable.Repeat(piece, length / piece.Length));
    }

    [Fact]
    public void Resolve_LongerThanAQuestionMayBe_IsNotRewritten()
    {
        var resolver = new FollowUpResolver(new Corpus([Sources.Biography]), longest: 21);

        Assert.Equal("Who directed Damage?", resolver.Resolve("and Damage?", Talk.Of("Who directed Blue?")));
        Assert.Null(resolver.Resolve("and Godzilla?", Talk.Of("Who directed Blue?")));
    }
}
