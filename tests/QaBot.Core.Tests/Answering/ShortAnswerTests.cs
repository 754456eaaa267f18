using QaBot.Answering;
using QaBot.Answering.Candidates;
using QaBot.Chunking;
using QaBot.Reading;
using QaBot.Text;
using Xunit;

namespace QaBot.Core.Tests.Answering;

public sealed class ShortAnswerTests
{
    [Theory]
    [InlineData(QuestionKind.Number, "The choir sang for twenty-one guests.", "twenty", "twenty-one")]
    [InlineData(QuestionKind.Number, "It sang for one hundred and five guests.", "five", "one hundred and five")]
    [InlineData(QuestionKind.Number, "It sang for one hundred and twelve guests.", "one hundred", "one hundred and twelve")]
    [InlineData(QuestionKind.Number, "It sang for 3 412 guests.", "412", "3 412")]
    [InlineData(QuestionKind.Number, "It sang for 3\u202f412 guests.", "412", "3 412")]
    [InlineData(QuestionKind.Number, "It sang for 300–350 guests.", "350", "300–350")]
    [InlineData(QuestionKind.Number, "It sang for two and a half thousand guests.", "thousand", "two and a half thousand")]
    [InlineData(QuestionKind.Phrase, "The lowest was -41.5 degrees.", "41", "-41.5")]
    [InlineData(QuestionKind.Phrase, "The lowest was −41.5 degrees.", "41.5 degrees", "−41.5 degrees")]
    [InlineData(QuestionKind.Number, "The tank holds 3½ litres.", "3", "3½")]
    [InlineData(QuestionKind.Number, "The tank holds 3 1/2 litres.", "2", "3 1/2")]
    [InlineData(QuestionKind.Age, "She was thirty-four then.", "four", "thirty-four")]
    [InlineData(QuestionKind.Age, "The thirty-four-year-old won.", "thirty-four-year-old", "thirty-four")]
    [InlineData(QuestionKind.Money, "It cost 1 250 000 kroner.", "1 250", "1 250 000")]
    [InlineData(QuestionKind.Money, "It grossed over $65 million there.", "65", "over $65 million")]
    [InlineData(QuestionKind.Phrase, "Call 555-0101 at night.", "555", "555-0101")]
    [InlineData(QuestionKind.Date, "It was signed on 1994-11-05 there.", "1994", "1994-11-05")]
    [InlineData(QuestionKind.Date, "The wall was built in 120 B.C. there.", "120", "120 B.C")]
    [InlineData(QuestionKind.Date, "She was born on 9 March 1964 there.", "9 March", "9 March 1964")]
    [InlineData(QuestionKind.Date, "She was born on March 9, 1964, there.", "March", "March 9, 1964")]
    [InlineData(QuestionKind.Date, "Leo (born on 2 September 1993), whose father is a diver, and Ada (born on 16 December 1999).", "2 September 1993), whose father is a diver, and Ada (born on 16 December 1999", "2 September 1993")]
    [InlineData(QuestionKind.Date, "We close at six there.", "at six", "six")]
    [InlineData(QuestionKind.Date, "It opens on Mondays only.", "on Mondays", "Mondays")]
    [InlineData(QuestionKind.Date, "It was signed in 1911.", "in 1911", "1911")]
    [InlineData(QuestionKind.Date, "It is paid in advance.", "in advance", "in advance")]
    [InlineData(QuestionKind.Person, "It was made by Ines Roth there.", "Roth", "Ines Roth")]
    [InlineData(QuestionKind.Phrase, "She called it (a kind of play).", "(a kind of play", "a kind of play")]
    [InlineData(QuestionKind.Phrase, "It is “a play” there.", "a play”", "a play")]
    [InlineData(QuestionKind.Person, "He met Anna's brother.", "Anna's", "Anna")]
    [InlineData(QuestionKind.Date, "Ada Holm (1931–2001) was a painter.", "1931", "1931")]
    [InlineData(QuestionKind.Phrase, "He got the 16-year-old a boat.", "16", "16")]
    [InlineData(QuestionKind.Phrase, "It weighs .5 kg there.", "5", ".5")]
    [InlineData(QuestionKind.Person, "It was made by Ines Roth and three friends.", "Ines Roth and three friends", "Ines Roth and three friends")]
    [InlineData(QuestionKind.Person, "It had sets by Ines Roth and music by Otto Kern.", "Ines Roth and music by Otto Kern", "Ines Roth")]
    [InlineData(QuestionKind.Person, "It was made by Ines Roth and her brother.", "Ines Roth and her brother", "Ines Roth and her brother")]
    [InlineData(QuestionKind.Person, "It was made by Ines Roth and Otto Kern.", "Ines Roth and Otto Kern", "Ines Roth and Otto Kern")]
    [InlineData(QuestionKind.Phrase, "Her essay \"The Grey Boat\" in the June issue was read.", "The Grey Boat\" in the June issue", "The Grey Boat")]
    [InlineData(QuestionKind.Phrase, "Her essay “The Grey Boat” in the June issue was read.", "The Grey Boat” in the June issue", "The Grey Boat")]
    [InlineData(QuestionKind.Phrase, "The boats were called \"Ada\" and \"Grey Gull\" there.", "Ada\" and \"Grey Gull", "\"Ada\" and \"Grey Gull\"")]
    [InlineData(QuestionKind.Phrase, "The boats were called “Ada”, “Grey Gull” there.", "Ada”, “Grey Gull”", "“Ada”, “Grey Gull”")]
    [InlineData(QuestionKind.Reason, "She left after a year as she disliked the teachers.", "left after a year as she disliked the teachers", "she disliked the teachers")]
    [InlineData(QuestionKind.Reason, "It was closed because of the flood.", "closed because of the flood", "the flood")]
    [InlineData(QuestionKind.Reason, "It had been closed since 1931 for want of money.", "closed since 1931 for want of money", "closed since 1931 for want of money")]
    [InlineData(QuestionKind.Phrase, "She left as she disliked the teachers.", "left as she disliked the teachers", "left as she disliked the teachers")]
    public void Whole_PartOfIt_IsWidened(QuestionKind kind, string sentence, string found, string expected)
    {
        var candidate = Candidate(sentence, found);
        var whole = ShortAnswer.Whole(kind, candidate);

        Assert.Equal(expected, sentence[whole.Start..whole.End].Replace('\u202f', ' '));
    }

    [Theory]
    [InlineData("Where was Ada born?", "Ada was not born in Leeds.", "Leeds", true)]
    [InlineData("Where was Ada born?", "Ada was born in Leeds, not in York.", "Leeds", false)]
    [InlineData("Who came?", "Peter Lund did not come.", "Peter Lund", true)]
    [InlineData("Who designed it?", "Some books wrongly say that Otto Kern designed it.", "Otto Kern", true)]
    [InlineData("Who came?", "Peter Lund didn't come, but Rosa Keller came.", "Rosa Keller", false)]
    [InlineData("Who designed it?", "It was not Otto Kern but Ines Roth who designed it.", "Ines Roth", false)]
    [InlineData("Who designed it?", "It was not Otto Kern but Ines Roth who designed it.", "Otto Kern", true)]
    [InlineData("When was it finished?", "It was not finished until 1911.", "1911", false)]
    [InlineData("Who did not come?", "Peter Lund did not come.", "Peter Lund", false)]
    [InlineData("Where did she live?", "She lived in Oslo and never married.", "Oslo", false)]
    [InlineData("Which mountain did he climb?", "He climbed Glittertind without oxygen.", "Glittertind", false)]
    [InlineData("Who wrote it?", "The book Never Let Me Go is by Otto Kern.", "Otto Kern", false)]
    [InlineData("What was she?", "She was not only a singer then.", "a singer", false)]
    [InlineData("Where was Ada born?", "Never was Ada in Leeds.", "Leeds", true)]
    public void IsDenied_Clause_GoesByItsOwnNegation(string question, string sentence, string found, bool expected) =>
        Assert.Equal(expected, ShortAnswer.IsDenied(Question.Parse(question), Candidate(sentence, found)));

    [Theory]
    [InlineData("She won for Three Nights: North there. Three Nights: North ran for a year.", "Three Nights", "Three Nights: North")]
    [InlineData("She won for Three Nights: North there. Three Nights ran for a year.", "Three Nights", "Three Nights")]
    [InlineData("Chair: Yes to that. Chair: Yes to this.", "Chair", "Chair")]
    [InlineData("It had three nights: North and South. The three nights: North and South.", "three nights", "three nights")]
    public void ListOf_TitleWithSubtitle_HasBothWhereTheTextRepeatsIt(string text, string found, string expected) =>
        Assert.Equal([expected], ShortAnswer.ListOf(_ => false, [Candidate(text, found)]));

    [Theory]
    [InlineData("Who did she marry?", "Ada Holm", true)]
    [InlineData("Who was she married to?", "Holm", true)]
    [InlineData("Who did she marry?", "Otto Holm", false)]
    [InlineData("Who won a prize for her Grey Harbour?", "Ada Holm", false)]
    [InlineData("Who painted Grey Harbour?", "Ada Holm", false)]
    [InlineData("What is she called?", "Ada Holm", false)]
    public void IsSubjectItself_HerDoings_AreNotAnsweredByHerName(string question, string found, bool expected) =>
        Assert.Equal(expected, ShortAnswer.IsSubjectItself(Question.Parse(question, () => new Subject("Holm", "Ada Holm", IsFemale: true)), Candidate($"It was {found} then.", found)));

    [Theory]
    [InlineData("Who is her mother?", "It was Oslo, Norway then.", "Oslo, Norway", true)]
    [InlineData("Who is her mother?", "It was Norway then.", "Norway", false)]
    [InlineData("Who is her mother?", "It was Ines Roth, Ada Holm then.", "Ines Roth, Ada Holm", false)]
    [InlineData("Where was she born?", "It was Oslo, Norway then.", "Oslo, Norway", false)]
    [InlineData("Where was Ada Holm born?", "Ada Holm, born 1960, paints.", "1960", true)]
    [InlineData("Where was Ada Holm born?", "Ada Holm, born on 4 May 1960, paints.", "4 May 1960", true)]
    [InlineData("Who came?", "There came 12 of them.", "12", true)]
    [InlineData("Where was Ada Holm born?", "Ada Holm (née Kern) paints.", "Kern", true)]
    [InlineData("Who was Ada Holm before?", "Ada Holm (née Kern) paints.", "Kern", false)]
    [InlineData("Where does the bus leave?", "It leaves from stand 12.", "stand 12", false)]
    [InlineData("When was Ada Holm born?", "Ada Holm, born 1960, paints.", "1960", false)]
    public void IsOfOtherKind_Candidate_GoesByWhatIsAskedFor(string question, string sentence, string found, bool expected) =>
        Assert.Equal(expected, ShortAnswer.IsOfOtherKind(Question.Parse(question), Candidate(sentence, found)));

    [Theory]
    [InlineData("How many years did the tunnel take?", "The tunnel took three years to dig.", "three", "three years")]
    [InlineData("How many years in prison did the digger of the tunnel get?", "The digger of the tunnel got a six-year sentence.", "six", "six-year")]
    [InlineData("How many years did the tunnel take?", "The tunnel took three, they say.", "three", "three")]
    [InlineData("How many years did the tunnel take?", "The tunnel took 3", "3", "3")]
    [InlineData("How many diggers had the tunnel?", "The tunnel had three diggers.", "three", "three")]
    [InlineData("When did Ada Holm die?", "The park is named after Ada Holm (1931–2001).", "1931–2001", "2001")]
    [InlineData("What year was Ada Holm born?", "The park is named after Ada Holm (1931–2001).", "1931–2001", "1931")]
    [InlineData("When did Ada Holm teach here?", "Of the teachers Ada Holm (1931–2001) stayed longest.", "1931–2001", "1931–2001")]
    [InlineData("Who did not come?", "Present: Otto Kern\nApologies: Tom Hale, who is ill.\nGuest: Ada Holm", "Apologies: Tom Hale", "Tom Hale")]
    public void Of_CountedTimeYearsOfLifeOrRecord_IsWhatIsAskedFor(string question, string sentence, string found, string expected)
    {
        var scene = FoundScene.Of(Document.FromText("a.txt", sentence), Question.Parse(question), found);
        Assert.Equal(expected, ShortAnswer.Of(scene.Asked, scene.Candidate));
    }

    [Theory]
    [InlineData("What play did she direct?", "She directed the Otto Kern play, Grey Harbour, at school.", "Otto Kern play", "Grey Harbour")]
    [InlineData("Which play did she direct?", "She directed the play Exit the Harbour at school.", "the play", "Exit the Harbour")]
    [InlineData("Which system do we use?", "Leave is asked for in Kestrel, our HR system, or by mail.", "HR system", "Kestrel")]
    [InlineData("Which system do we use?", "Leave is asked for in Kestrel, our HR system, or by mail.", "our HR system", "Kestrel")]
    [InlineData("What town was she born in?", "She was born in a small harbour town, Ines Roth said.", "small harbour town", "small harbour town")]
    [InlineData("What play did she direct?", "She directed a student play, Otto Kern the music.", "a student play", "a student play")]
    [InlineData("What did she direct?", "She directed the Otto Kern play, Grey Harbour, at school.", "the Otto Kern play", "the Otto Kern play")]
    [InlineData("Which system do we use?", "We left Oslo, our HR system works.", "HR system", "HR system")]
    public void Of_KindOfThing_IsNamedByItsApposition(string question, string sentence, string found, string expected)
    {
        var scene = FoundScene.Of(Document.FromText("a.txt", sentence), Question.Parse(question), found);
        Assert.Equal(expected, ShortAnswer.Of(scene.Asked, scene.Candidate));
    }

    [Theory]
    [InlineData("Why is the ride down free?", "Going up costs €1.80; going down is free, a promise of the mayor.", "€1.80", null)]
    [InlineData("Why was it closed?", "It was closed after 3 accidents.", "3 accidents", "3 accidents")]
    public void Of_Reason_IsNoAmount(string question, string sentence, string found, string? expected)
    {
        var scene = FoundScene.Of(Document.FromText("a.txt", sentence), Question.Parse(question), found);
        Assert.Equal(expected, ShortAnswer.Of(scene.Asked, scene.Candidate));
    }

    [Theory]
    [InlineData("It takes place on Tuesdays and Thursdays at 16:15.", "Tuesdays|Thursdays", "Tuesdays")]
    [InlineData("She wrote in 1901, 1907 and 1911 there.", "1901|1907|1911", "1907")]
    [InlineData("He played with Anna Holm, Ines Roth and Otto Kern there.", "Ines Roth|Otto Kern", "Ines Roth", "Anna Holm")]
    [InlineData("She has two children: son Leo (born in 1993) and daughter Ada (born in 1999).", "son Leo|daughter Ada", "son Leo", "", "daughter Ada")]
    [InlineData("In Paris, Anna Holm, Ines Roth and Otto Kern sang.", "Anna Holm|Ines Roth|Otto Kern", "Ines Roth")]
    [InlineData("She played on 4 May 1931, 7 June 1940 and 3 July 1950.", "4 May 1931|7 June 1940|3 July 1950", "4 May 1931")]
    [InlineData("He shot North by Ines Roth, South by Otto Kern, and West by Lars Moe.", "North|South|West", "North")]
    [InlineData("He shot North by Ines Roth, South by Otto Kern, and West by Lars Moe.", "Ines Roth|Otto Kern|Lars Moe", "Otto Kern")]
    [InlineData("She won Best Actress in Oslo for Grey Harbour, Best Actress in Rome for South Wind and Best Actress in Bonn for Long Road.", "Grey Harbour|South Wind|Long Road", "Grey Harbour")]
    [InlineData("It makes her the first to win the \"northern crown\": Best Actress in Oslo for Three Nights: North, Best Actress in Rome for The Long Road and Best Actress in Bonn for Grey Copy.", "Three Nights: North|The Long Road|Grey Copy", "Three Nights: North")]
    [InlineData("He shot North by Ines Roth, Night and Day by Otto Kern and West by Lars Moe.", "North|Night and Day|West", "North")]
    [InlineData("He shot North by Ines Roth and Otto Kern.", "North", "North")]
    [InlineData("She worked with Ines Roth (North, 1985), Otto Kern (South, 1986), and Lars Moe there.", "Ines Roth|Otto Kern|Lars Moe", "Ines Roth")]
    [InlineData("The cast (Anna Holm, Ines Roth and Otto Kern) sang for Lars Moe.", "Anna Holm|Ines Roth|Otto Kern", "Ines Roth")]
    [InlineData("She met Ines Roth in Oslo, Norway, and Otto Kern in Rome, Italy.", "Ines Roth", "Ines Roth")]
    [InlineData("She married Ines Roth in Oslo, and Otto Kern moved to Rome.", "Ines Roth", "Ines Roth")]
    [InlineData("She grew up in Oslo, and in Rome she met Otto.", "Oslo", "Oslo")]
    [InlineData("It ran in May, June and July 1950.", "July 1950", "July 1950")]
    [InlineData("North was shot by Ines Roth in Oslo, and she left for Rome.", "Ines Roth", "Ines Roth")]
    [InlineData("It is dark.", "dark", "dark")]
    public void ListOf_Enumeration_HasAllItems(string sentence, string expected, string found, string asked = "", string also = "")
    {
        var terms = WindowWords.Terms(asked);
        var candidates = new[] { found, also }.Where(words => words.Length > 0).Select(words => Candidate(sentence, words));

        Assert.Equal(expected.Split('|'), ShortAnswer.ListOf(terms.Contains, candidates));
    }

    [Theory]
    [InlineData("He met Anna's brother.", "Anna", true)]
    [InlineData("He met Anna’s brother.", "Anna", true)]
    [InlineData("He met Anna.", "Anna", false)]
    public void IsPossessor_WhatFollows_Decides(string text, string found, bool expected) =>
        Assert.Equal(expected, ShortAnswer.IsPossessor(text, SpanOf(text, found)));

    private static AnswerCandidate Candidate(string sentence, string found)
    {
        var document = Document.FromText("a.txt", sentence);
        var whole = new TextSpan(0, sentence.Length);
        var passage = new Passage(document, 1, Zone.Body, [whole], PassageContext.None);
        return new AnswerCandidate(new ReadSpan(new ReadingWindow(passage, whole), SpanOf(sentence, found), 1, 0.5), whole, passage, []);
    }

    private static TextSpan SpanOf(string text, string found)
    {
        var start = text.IndexOf(found, StringComparison.Ordinal);
        return new TextSpan(start, start + found.Length);
    }
}
