using QaBot.Answering;
using Xunit;

namespace QaBot.Core.Tests.Answering;

public sealed class WholeSpanTests
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
    public void Of_PartOfIt_IsWidened(QuestionKind kind, string sentence, string found, string expected)
    {
        var candidate = FoundScene.CandidateOf(sentence, found);
        var whole = WholeSpan.Of(kind, candidate);

        Assert.Equal(expected, sentence[whole.Start..whole.End].Replace('\u202f', ' '));
    }
}
