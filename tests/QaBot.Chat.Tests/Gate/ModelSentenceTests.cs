using QaBot.Chat.Gate;
using Xunit;

namespace QaBot.Chat.Tests.Gate;

public sealed class ModelSentenceTests
{
    [Theory]
    [InlineData("She sang [1].", "She sang.", "1")]
    [InlineData("She sang [1, 2]; he danced [4][1].", "She sang; he danced.", "1 2 4")]
    [InlineData("She sang [2–4].", "She sang.", "2 3 4")]
    [InlineData("She sang【3†source】.", "She sang.", "3")]
    [InlineData("She sang [passage 2].", "She sang.", "2")]
    [InlineData("She sang [^1].", "She sang.", "1")]
    [InlineData("She sang (1).", "She sang.", "1")]
    [InlineData("She sang (1, 2)", "She sang", "1 2")]
    [InlineData("She sang. (2) ", "She sang.", "2")]
    [InlineData("She (2) sang in (1994).", "She (2) sang in (1994).", "")]
    [InlineData("She sang (passage 2).", "She sang.", "2")]
    [InlineData("She sang [[1]].", "She sang.", "1")]
    [InlineData("She sang [[1][2]].", "She sang.", "1 2")]
    [InlineData("She sang ([2], [1]).", "She sang.", "2 1")]
    [InlineData("She sang [1](#p1).", "She sang.", "1")]
    [InlineData("She sang [1 and 2].", "She sang.", "1 2")]
    [InlineData("She sang [Passage 1, Passage 2].", "She sang.", "1 2")]
    [InlineData("She sang [source: 1].", "She sang.", "1")]
    [InlineData("| She sang. | [1] |", "She sang.", "1")]
    [InlineData("So she was a singer?</think>She sang [1].", "She sang.", "1")]
    [InlineData("She said [sic] that 1 was [not] 2.", "She said [sic] that 1 was [not] 2.", "")]
    [InlineData("1. **She** `sang`.", "She sang.", "")]
    [InlineData("### She sang", "She sang", "")]
    [InlineData("According to the passages, she sang.", "She sang.", "")]
    [InlineData("She sang¹.", "She sang.", "1")]
    [InlineData("She sang in 1934¹,².", "She sang in 1934.", "1 2")]
    [InlineData("She sang.²", "She sang.", "2")]
    [InlineData("She sang<sup>1</sup>.", "She sang.", "1")]
    [InlineData("It covers 5 km² or 10³ acres.", "It covers 5 km² or 10³ acres.", "")]
    [InlineData("She sang [a2.txt#1].", "She sang.", "1")]
    [InlineData("She sang [my notes.txt#3, my notes.txt#4].", "She sang.", "3 4")]
    [InlineData("She sang [cite: 2].", "She sang.", "2")]
    [InlineData("She sang [doc1][citation:3].", "She sang.", "1 3")]
    [InlineData("According to passage [1], she sang [1].", "She sang.", "1")]
    [InlineData("As stated in [2], she sang.", "She sang.", "2")]
    [InlineData("Passage 3 says that she sang.", "She sang.", "")]
    [InlineData("From passage [1]: She sang.", "She sang.", "1")]
    [InlineData("In 1934, she sang.", "In 1934, she sang.", "")]
    [InlineData("<b>She</b> sang.<br>", "She sang.", "")]
    [InlineData("[1]", "", "1")]
    public void Read_Sentence_HasWordsAndMarkersApart(string written, string text, string markers)
    {
        var sentence = ModelSentence.Read(written);

        Assert.Equal(text, sentence.Text);
        Assert.Equal(markers, string.Join(' ', sentence.Markers));
    }

    [Theory]
    [InlineData("Yes, she sang.", true)]
    [InlineData("No. She sang.", false)]
    [InlineData("Nobody sang.", null)]
    [InlineData("No one sang.", null)]
    public void Read_YesOrNoInFront_IsTakenOff(string written, bool? affirms) => Assert.Equal(affirms, ModelSentence.Read(written).Affirms);
}
