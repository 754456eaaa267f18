using QaBot.Answering;
using QaBot.Text;
using Xunit;

namespace QaBot.Core.Tests.Answering;

public sealed class QuestionParserTests
{
    [Theory]
    [InlineData("Who directed the film?", QuestionKind.Person)]
    [InlineData("Who was the conductor of the orchestra?", QuestionKind.Person)]
    [InlineData("Whose house did she buy?", QuestionKind.Person)]
    [InlineData("With whom did she live?", QuestionKind.Person)]
    [InlineData("Which director hired her?", QuestionKind.Person)]
    [InlineData("What composer taught her?", QuestionKind.Person)]
    [InlineData("When was she born?", QuestionKind.Date)]
    [InlineData("when did the war end", QuestionKind.Date)]
    [InlineData("On what date did she marry?", QuestionKind.Date)]
    [InlineData("What day did the theatre open?", QuestionKind.Date)]
    [InlineData("In which year did he die?", QuestionKind.Year)]
    [InlineData("What year was the book printed?", QuestionKind.Year)]
    [InlineData("Where was she born?", QuestionKind.Place)]
    [InlineData("In which city did he grow up?", QuestionKind.Place)]
    [InlineData("What country did they leave?", QuestionKind.Place)]
    [InlineData("What is her birthplace?", QuestionKind.Place)]
    [InlineData("Which film made her famous?", QuestionKind.Work)]
    [InlineData("What book did he write in 1910?", QuestionKind.Work)]
    [InlineData("For which novel was she paid?", QuestionKind.Work)]
    [InlineData("How many children does she have?", QuestionKind.Number)]
    [InlineData("How often was she married?", QuestionKind.Number)]
    [InlineData("What percentage of the votes did he get?", QuestionKind.Number)]
    [InlineData("How tall was the tower?", QuestionKind.Number)]
    [InlineData("How much did the violin cost?", QuestionKind.Money)]
    [InlineData("What was the price of the violin?", QuestionKind.Money)]
    [InlineData("What salary was she offered?", QuestionKind.Money)]
    [InlineData("How long did the journey take?", QuestionKind.Duration)]
    [InlineData("How old was he then?", QuestionKind.Age)]
    [InlineData("At what age did she begin to paint?", QuestionKind.Age)]
    [InlineData("Why did she leave the academy?", QuestionKind.Reason)]
    [InlineData("For what reason was he dismissed?", QuestionKind.Reason)]
    [InlineData("How come she never returned?", QuestionKind.Reason)]
    [InlineData("Did she win the prize?", QuestionKind.YesNo)]
    [InlineData("Is he her brother?", QuestionKind.YesNo)]
    [InlineData("Was the play a success?", QuestionKind.YesNo)]
    [InlineData("Has she ever been to Norway?", QuestionKind.YesNo)]
    [InlineData("Wasn't he a teacher?", QuestionKind.YesNo)]
    [InlineData("Does she speak Greek?", QuestionKind.YesNo)]
    [InlineData("Which films did she make in 1990?", QuestionKind.List)]
    [InlineData("What books did he write?", QuestionKind.List)]
    [InlineData("List her plays", QuestionKind.List)]
    [InlineData("Name the novels of the trilogy.", QuestionKind.List)]
    [InlineData("Which actors did she work with?", QuestionKind.List)]
    [InlineData("Which two films did she make in 1990?", QuestionKind.List)]
    [InlineData("Which movies did she make in 1990?", QuestionKind.List)]
    [InlineData("For which three movies did she win?", QuestionKind.List)]
    [InlineData("Which cities did she visit?", QuestionKind.List)]
    [InlineData("Which papers must I hand in?", QuestionKind.List)]
    [InlineData("What subjects did she teach?", QuestionKind.List)]
    [InlineData("What options are there for the night?", QuestionKind.List)]
    [InlineData("Which four things come in the box?", QuestionKind.List)]
    [InlineData("What makes her laugh?", QuestionKind.Phrase)]
    [InlineData("What happens at night?", QuestionKind.Phrase)]
    [InlineData("Which bus goes to the harbour?", QuestionKind.Phrase)]
    [InlineData("Which bus did she take?", QuestionKind.Phrase)]
    [InlineData("What dress did she wear?", QuestionKind.Phrase)]
    [InlineData("What are the opening hours?", QuestionKind.Phrase)]
    [InlineData("What holds 48000 people?", QuestionKind.Phrase)]
    [InlineData("Which hall holds 5,200 people?", QuestionKind.Phrase)]
    [InlineData("Who is Tove Aldermann?", QuestionKind.Description)]
    [InlineData("Who's Tove Aldermann?", QuestionKind.Description)]
    [InlineData("Who’s Tove Aldermann?", QuestionKind.Description)]
    [InlineData("Who is she?", QuestionKind.Description)]
    [InlineData("Who was she married to?", QuestionKind.Person)]
    [InlineData("Who was she dating?", QuestionKind.Person)]
    [InlineData("Who is Tove named after?", QuestionKind.Person)]
    [InlineData("Who is Aldermann's sister?", QuestionKind.Person)]
    [InlineData("Who was killed in 1943?", QuestionKind.Person)]
    [InlineData("Who is playing Hamlet?", QuestionKind.Person)]
    [InlineData("What is she?", QuestionKind.Description)]
    [InlineData("What was he paid?", QuestionKind.Phrase)]
    [InlineData("May I keep a cat?", QuestionKind.YesNo)]
    [InlineData("Aren't dogs allowed?", QuestionKind.YesNo)]
    [InlineData("Hi, is she alive?", QuestionKind.YesNo)]
    [InlineData("And did she win?", QuestionKind.YesNo)]
    [InlineData("Can you please tell me when she was born?", QuestionKind.Date)]
    [InlineData("Can you list her films?", QuestionKind.List)]
    [InlineData("name of her husband", QuestionKind.Person)]
    [InlineData("Which Italian films did she make?", QuestionKind.List)]
    [InlineData("Which countries did she visit?", QuestionKind.List)]
    [InlineData("Which film director hired her?", QuestionKind.Person)]
    [InlineData("Which film grossed most?", QuestionKind.Work)]
    [InlineData("How cold was the winter?", QuestionKind.Phrase)]
    [InlineData("Tove Aldermann", QuestionKind.Description)]
    [InlineData("Aldermann", QuestionKind.Description)]
    [InlineData("How did she feel about it?", QuestionKind.Phrase)]
    [InlineData("What did she think of the play?", QuestionKind.Phrase)]
    [InlineData("Tell me about her early life", QuestionKind.Phrase)]
    [InlineData("What awards has she won?", QuestionKind.List)]
    [InlineData("What languages does she speak?", QuestionKind.List)]
    [InlineData("What politics did he have?", QuestionKind.Phrase)]
    [InlineData("Who are her children?", QuestionKind.List)]
    [InlineData("Who are the two sisters?", QuestionKind.List)]
    [InlineData("Who all came?", QuestionKind.List)]
    [InlineData("Which wives outlived him?", QuestionKind.List)]
    [InlineData("Which films star Ada Holm?", QuestionKind.List)]
    [InlineData("What degree did she earn?", QuestionKind.Phrase)]
    [InlineData("What did her father do to earn a living?", QuestionKind.Phrase)]
    [InlineData("How much did she earn?", QuestionKind.Money)]
    [InlineData("What is the play about?", QuestionKind.Phrase)]
    [InlineData("What was the film like?", QuestionKind.Phrase)]
    [InlineData("Could you tell me her age?", QuestionKind.Age)]
    [InlineData("Give me all her films", QuestionKind.List)]
    [InlineData("Name her husband", QuestionKind.Person)]
    [InlineData("Tell me if she is married", QuestionKind.YesNo)]
    [InlineData("I wonder whether she paints.", QuestionKind.YesNo)]
    [InlineData("binoche husband name", QuestionKind.Person)]
    [InlineData("Sorry, was she married?", QuestionKind.YesNo)]
    [InlineData("After the war, did she return?", QuestionKind.YesNo)]
    [InlineData("She was born in Paris, right?", QuestionKind.YesNo)]
    [InlineData("He is her brother, isn't he?", QuestionKind.YesNo)]
    [InlineData("She has two children?", QuestionKind.YesNo)]
    [InlineData("Didnt she win?", QuestionKind.YesNo)]
    [InlineData("When she was ten, where did she live?", QuestionKind.Place)]
    [InlineData("When she died, how old was she?", QuestionKind.Age)]
    [InlineData("In the play, who was her husband?", QuestionKind.Person)]
    [InlineData("When did she, as a child, live in Oslo?", QuestionKind.Date)]
    [InlineData("Does anyone know when she died?", QuestionKind.Date)]
    [InlineData("Can I ask who built it?", QuestionKind.Person)]
    [InlineData("Did she know who built it?", QuestionKind.YesNo)]
    [InlineData("Where'd she go?", QuestionKind.Place)]
    [InlineData("Whos her husband?", QuestionKind.Person)]
    [InlineData("Whats her age?", QuestionKind.Age)]
    [InlineData("How do I check if the filter is clean?", QuestionKind.Phrase)]
    [InlineData("She was born when?", QuestionKind.Date)]
    [InlineData("wat sort of boat is it", QuestionKind.Phrase)]
    public void Parse_Question_HasItsKind(string text, QuestionKind kind) => Assert.Equal(kind, Question.Parse(text).Kind);

    [Theory]
    [InlineData("Do you know when she was born?", QuestionKind.Date)]
    [InlineData("Can you tell me who wrote the play?", QuestionKind.Person)]
    [InlineData("Could you please tell me where she lived?", QuestionKind.Place)]
    [InlineData("Please tell me how old she was.", QuestionKind.Age)]
    [InlineData("I would like to know why he left.", QuestionKind.Reason)]
    [InlineData("hi, what year did she die", QuestionKind.Year)]
    public void Parse_PoliteQuestion_HasTheKindOfWhatStandsBehind(string text, QuestionKind kind) => Assert.Equal(kind, Question.Parse(text).Kind);

    [Theory]
    [InlineData("What's her age?", "age")]
    [InlineData("Who's Aldermann's husband?", "Aldermann's husband")]
    [InlineData("When I'm ill, whom do I call?", "ill call")]
    [InlineData("She painted the harbour, right?", "painted harbour")]
    [InlineData("Is it true that she painted the harbour?", "painted harbour")]
    public void Parse_Question_IsSearchedForByItsOwnWords(string text, string expected) => Assert.Equal(expected, string.Join(' ', Question.Parse(text).Terms.Select(term => term.Word)));

    [Theory]
    [InlineData("Aldermann birthplace", QuestionKind.Place)]
    [InlineData("aldermann birth date", QuestionKind.Date)]
    [InlineData("Aldermann husband", QuestionKind.Person)]
    [InlineData("Aldermann first salary", QuestionKind.Money)]
    [InlineData("opera house fire aftermath", QuestionKind.Phrase)]
    public void Parse_KeywordsWithoutAQuestionWord_GoByTheLastKnownNoun(string text, QuestionKind kind) =>
        Assert.Equal(kind, Question.Parse(text).Kind);

    [Theory]
    [InlineData("wher was she born", QuestionKind.Place, "born")]
    [InlineData("wen was she born", QuestionKind.Date, "born")]
    [InlineData("wich film did she make", QuestionKind.Work, "film make")]
    [InlineData("how meny goats had she", QuestionKind.Number, "goats")]
    [InlineData("Whet stones did she buy?", QuestionKind.Phrase, "Whet stones buy")]
    public void Parse_MisspeltQuestionWord_IsReadAsWhatWasMeant(string text, QuestionKind kind, string words)
    {
        var question = Question.Parse(text);

        Assert.Equal(kind, question.Kind);
        Assert.Equal(words.Split(' '), question.Terms.Select(term => term.Word));
    }

    [Theory]
    [InlineData("Which filmmaker rewrote the part of a ten-year-old?", QuestionKind.Person)]
    [InlineData("What violinist taught her?", QuestionKind.Person)]
    [InlineData("Which letter did she write?", QuestionKind.Phrase)]
    public void Parse_WordForAPersonByItsEnding_AsksForAPerson(string text, QuestionKind kind) => Assert.Equal(kind, Question.Parse(text).Kind);

    [Theory]
    [InlineData("Is it true that Tove Aldermann painted the harbour?", "Tove Aldermann painted harbour")]
    [InlineData("isn't it true that she kept goats", "kept goats")]
    [InlineData("Is it true?", "true")]
    public void Parse_AskedForTruth_SearchesForWhatMayBeTrue(string text, string words) =>
        Assert.Equal(words.Split(' '), Question.Parse(text).Terms.Select(term => term.Word));

    [Theory]
    [InlineData("When did Tove Aldermann marry?", "Aldermann marry")]
    [InlineData("When did Tove marry?", "Aldermann marry")]
    [InlineData("When did she marry?", "Aldermann marry")]
    [InlineData("Who is Tove Aldermann?", "Tove Aldermann")]
    [InlineData("Where did Jonas Aldermann work?", "Jonas Aldermann work")]
    [InlineData("When did the barn burn?", "barn burn")]
    public void Parse_QuestionAboutTheSubject_CallsItAsTheSourceDoes(string text, string words)
    {
        var subject = new Subject("Aldermann", "Tove Aldermann", IsFemale: true);

        Assert.Equal(words.Split(' '), Question.Parse(text, () => subject).Terms.Select(term => term.Word));
    }

    [Theory]
    [InlineData("WHEN WAS SHE BORN?", QuestionKind.Date)]
    [InlineData("  how\tmany\r\nsisters had he", QuestionKind.Number)]
    [InlineData("Who\u00A0directed the film?", QuestionKind.Person)]
    public void Parse_OddSpacingOrCase_ChangesNothing(string text, QuestionKind kind) => Assert.Equal(kind, Question.Parse(text).Kind);

    [Fact]
    public void Parse_Terms_AreTheWordsThatAreSearchedForEachOnce()
    {
        var question = Question.Parse("Who wrote the song, and who else wrote songs with Tove Aldermann in 1931?");

        Assert.Equal(["wrote", "song", "else", "Tove", "Aldermann", "1931"], question.Terms.Select(term => term.Word));
        Assert.Equal(["Tove", "Aldermann", "1931"], question.Terms.Where(term => term.IsName).Select(term => term.Word));
    }

    [Theory]
    [InlineData("Why?")]
    [InlineData("Who is she?")]
    [InlineData("?!")]
    [InlineData("…")]
    public void Parse_NothingToSearchFor_HasNoTerms(string text) => Assert.Empty(Question.Parse(text).Terms);

    [Theory]
    [InlineData("Which article says that?", true)]
    [InlineData("What is the source for her age?", true)]
    [InlineData("List the references", true)]
    [InlineData("What is the ISBN?", true)]
    [InlineData("When was she born?", false)]
    [InlineData("Which newspaper did she read?", false)]
    public void Parse_QuestionForASource_IsKnown(string text, bool asksForSource) => Assert.Equal(asksForSource, Question.Parse(text).AsksForSource);

    [Theory]
    [InlineData("When did Otto von Kern die?", false)]
    [InlineData("What did Dr. Keller say?", false)]
    [InlineData("When did Alma die?", true)]
    [InlineData("When did Vorlund die?", true)]
    public void Parse_NameOfTheSubject_IsNoParticleOrTitle(string text, bool isOfSubject) =>
        Assert.Equal(isOfSubject, Question.Parse(text, () => new Subject("Vorlund", "Dr. Alma von Vorlund", IsFemale: true)).SubjectTerms.Count > 0);

    [Theory]
    [InlineData("Where did she live?", "Where did Tove Aldermann live?")]
    [InlineData("wher was she born", "where was Tove Aldermann born")]
    [InlineData("Which film by Otto Kern did she star in?", "Which film by Otto Kern did Tove Aldermann star in?")]
    [InlineData("Where did Marion Stalens live when she was young?", "Where did Marion Stalens live when she was young?")]
    [InlineData("What did Rosamund do with the clock after she took it home?", "What did Rosamund do with the clock after she took it home?")]
    [InlineData("Did Aldermann say she would go?", "Did Aldermann say Tove Aldermann would go?")]
    [InlineData("What did Tove do after she left?", "What did Tove do after Tove Aldermann left?")]
    [InlineData("Is Paris where she was born?", "Is Paris where Tove Aldermann was born?")]
    public void Parse_Pronoun_IsTheSubjectWhereItStandsForNobodyElse(string text, string expected) =>
        Assert.Equal(expected, Question.Parse(text, () => new Subject("Aldermann", "Tove Aldermann", IsFemale: true)).Named);

    [Theory]
    [InlineData("")]
    [InlineData(" \t")]
    public void Parse_Nothing_Throws(string text) => Assert.Throws<ArgumentException>(() => Question.Parse(text));

    [Fact]
    public void Parse_Twice_GivesTheSame()
    {
        const string text = "Which films did Tove Aldermann make with her brother in 1931?";
        var (first, second) = (Question.Parse(text), Question.Parse(text));

        Assert.Equal((first.Kind, first.AsksForSource), (second.Kind, second.AsksForSource));
        Assert.Equal(first.Terms, second.Terms);
    }
}
