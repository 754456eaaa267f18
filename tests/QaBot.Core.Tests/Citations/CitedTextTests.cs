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
    [InlineData("| Pump pressure | 15 bar |", "Pump pressure: 15 bar")]
    [InlineData("| Ada Brandt | treasurer | 2011 |", "Ada Brandt: treasurer, 2011")]
    [InlineData("| Part | Price |\n| --- | ---: |", "Part: Price")]
    [InlineData("North\t12 m\tred", "North: 12 m, red")]
    [InlineData("North     12 m    red", "North: 12 m, red")]
    [InlineData("It ended.   Then it began.", "It ended. Then it began.")]
    [InlineData("**Born:** 4 May 1921", "Born: 4 May 1921")]
    [InlineData("- Five *new* castors", "Five new castors")]
    [InlineData("2. Press the **green** button", "2. Press the green button")]
    [InlineData("## Opening hours", "Opening hours")]
    [InlineData("Never fill it\n> while it burns.", "Never fill it while it burns.")]
    [InlineData("See [the map](https://example.org/map \"Map\") first.", "See the map first.")]
    [InlineData("5 * 3 is M*A*S*H 2**3 a*b", "5 * 3 is M*A*S*H 2**3 a*b")]
    [InlineData("the sum was\n- as she said - too high", "the sum was - as she said - too high")]
    public void Display_Quote_HasSingleSpacesAndNoMarks(string quote, string expected) => Assert.Equal(expected, CitedText.Display(quote));

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
