using QaBot.Answering;
using QaBot.Answering.Candidates;
using QaBot.Text;
using Xunit;

namespace QaBot.Core.Tests.Answering;

public sealed class ShortAnswerTests
{
    [Theory]
    [InlineData("She won for Three Nights: North there. Three Nights: North ran for a year.", "Three Nights", "Three Nights: North")]
    [InlineData("She won for Three Nights: North there. Three Nights ran for a year.", "Three Nights", "Three Nights")]
    [InlineData("Chair: Yes to that. Chair: Yes to this.", "Chair", "Chair")]
    [InlineData("It had three nights: North and South. The three nights: North and South.", "three nights", "three nights")]
    public void ListOf_TitleWithSubtitle_HasBothWhereTheTextRepeatsIt(string text, string found, string expected) =>
        Assert.Equal([expected], ShortAnswer.ListOf(_ => false, [FoundScene.CandidateOf(text, found)]));

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
    public void Of_CountedTimeYearsOfLifeOrRecord_IsWhatIsAskedFor(string question, string sentence, string found, string expected) =>
        Assert.Equal(expected, Answer(question, sentence, found));

    [Theory]
    [InlineData("What play did she direct?", "She directed the Otto Kern play, Grey Harbour, at school.", "Otto Kern play", "Grey Harbour")]
    [InlineData("Which play did she direct?", "She directed the play Exit the Harbour at school.", "the play", "Exit the Harbour")]
    [InlineData("Which system do we use?", "Leave is asked for in Kestrel, our HR system, or by mail.", "HR system", "Kestrel")]
    [InlineData("Which system do we use?", "Leave is asked for in Kestrel, our HR system, or by mail.", "our HR system", "Kestrel")]
    [InlineData("What town was she born in?", "She was born in a small harbour town, Ines Roth said.", "small harbour town", "small harbour town")]
    [InlineData("What play did she direct?", "She directed a student play, Otto Kern the music.", "a student play", "a student play")]
    [InlineData("What did she direct?", "She directed the Otto Kern play, Grey Harbour, at school.", "the Otto Kern play", "the Otto Kern play")]
    [InlineData("Which system do we use?", "We left Oslo, our HR system works.", "HR system", "HR system")]
    [InlineData("What is her birthplace?", "She was born in Paris, France.", "Paris", "Paris")]
    [InlineData("What art did she like?", "She liked Mozart, Haydn, and jazz.", "Mozart", "Mozart")]
    public void Of_KindOfThing_IsNamedByItsApposition(string question, string sentence, string found, string expected) =>
        Assert.Equal(expected, Answer(question, sentence, found));

    [Theory]
    [InlineData("Why is the ride down free?", "Going up costs €1.80; going down is free, a promise of the mayor.", "€1.80", null)]
    [InlineData("Why was it closed?", "It was closed after 3 accidents.", "3 accidents", "3 accidents")]
    public void Of_Reason_IsNoAmount(string question, string sentence, string found, string? expected) =>
        Assert.Equal(expected, Answer(question, sentence, found));

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
        var candidates = new[] { found, also }.Where(words => words.Length > 0).Select(words => FoundScene.CandidateOf(sentence, words));

        Assert.Equal(expected.Split('|'), ShortAnswer.ListOf(terms.Contains, candidates));
    }

    private static string? Answer(string question, string sentence, string found)
    {
        var scene = FoundScene.Of(Document.FromText("a.txt", sentence), Question.Parse(question), found);
        return ShortAnswer.Of(scene.Asked, scene.Candidate);
    }
}
