using QaBot.Citations;
using Xunit;

namespace QaBot.Core.Tests.Citations;

public sealed class CitedTextTests
{
    [Theory]
    [InlineData("As of December\u00A02011[update], it is.", "As of December 2011, it is.")]
    [InlineData("He left.[3][12]", "He left.")]
    [InlineData("He left [ 3 ] soon.[a]", "He left soon.")]
    [InlineData("He left.[citation needed][note 2][nb 1]", "He left.")]
    [InlineData("He left.[1,2][3–5]", "He left.")]
    [InlineData("[T]he film, [s]he said, [I] saw [...] it.", "[T]he film, [s]he said, [I] saw [...] it.")]
    [InlineData("(French: [ʒyljɛt binɔʃ])", "(French: [ʒyljɛt binɔʃ])")]
    [InlineData("a[1[2]3]b", "ab")]
    [InlineData("a[x[2]]b[c", "a[x]b[c")]
    [InlineData("He [a] left[a]he.", "He [a] left[a]he.")]
    [InlineData(" two\r\n  lines\t", "two lines")]
    public void Display_Quote_HasSingleSpacesAndNoFootnoteMarks(string quote, string expected) => Assert.Equal(expected, CitedText.Display(quote));

    [Theory]
    [InlineData("One. [1] Two. [2][3]", "One.:1|Two.:2,3")]
    [InlineData("One. [1] [2]\n[3] Two.", "One.:1,2,3|Two.:")]
    [InlineData("[1]", ":1")]
    [InlineData("One. [01] [0] [10000000000]", "One. [01] [0] [10000000000]:")]
    [InlineData(" \n", "")]
    [InlineData("", "")]
    public void Parts_Text_IsCutBehindItsMarkers(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', CitedText.Parts(text).Select(part => $"{part.Text}:{string.Join(',', part.Markers)}")));

    [Theory]
    [InlineData("one [1, 2]", true)]
    [InlineData("one [01]", true)]
    [InlineData("one [ 1 ]", true)]
    [InlineData("one [１]", true)]
    [InlineData("one [sic]", false)]
    [InlineData("one [1st]", false)]
    [InlineData("one [...]", false)]
    public void HasFalseMarker_Text_IsWhatAReaderWouldTakeForOne(string text, bool expected) => Assert.Equal(expected, CitedText.HasFalseMarker(text));
}
