using FsCheck;
using FsCheck.Fluent;
using QaBot.Text;
using Xunit;

namespace QaBot.Core.Tests.Text;

public sealed class MarkdownBlocksTests
{
    private const string Manual = """
        ---
        product: Lantern
        weight: 3 kg
        ---

        # Lantern

        Read this first. Keep it.

        Setting up
        ----------

        To light it:

        1. Open the *glass*.
        2. Turn the wick
           - up for more light
           - down for less

        > Never fill it
        > while it burns.

        | Part | Price |
        | --- | ---: |
        | Wick | 4 crowns |
        | Glass | 11 crowns |

        ```sh
        lantern --on

        lantern --off
        ```
        """;

    private static readonly string[] Pieces =
    [
        " ", "  ", "\n", "\r\n", "\n\n", "\t", "\u00A0", "\uFEFF", ".", "!", "\"", "'", "- ", "* ", "# ", "## ", "> ", "1. ", "2) ", "a. ", "|", "| ", "|---|", "---\n", "===", "```", "```\n", "    ", "~~~",
        "<b>", "[a]: b\n", "[a](b)", "**", "The", "he", "key: ", "Name: ", "5", "é", "😀", "\uD83D", "\uDE00", "\0", "\r", "\u2028",
    ];

    private static readonly Document Document = Document.FromText("lantern.md", Manual.ReplaceLineEndings("\n"));

    [Fact]
    public void Sentences_Manual_AreItsUnitsCharacterByCharacter() => Assert.Equal(
        [
            "product: Lantern", "weight: 3 kg", "# Lantern", "Read this first.", "Keep it.", "Setting up\n----------", "To light it:", "1. Open the *glass*.", "2. Turn the wick",
            "- up for more light", "- down for less", "Never fill it\n> while it burns.", "| Part | Price |\n| --- | ---: |", "| Wick | 4 crowns |", "| Glass | 11 crowns |", "lantern --on", "lantern --off",
        ],
        Document.Sentences.Select(Document.Slice));

    [Theory]
    [InlineData("2. Turn the wick", "Lantern|Setting up", "To light it:")]
    [InlineData("- down for less", "Lantern|Setting up", "Turn the wick")]
    [InlineData("Keep it.", "Lantern", null)]
    [InlineData("weight: 3 kg", "", "product: Lantern")]
    public void BlockOf_Sentence_HasWhatItStandsUnder(string sentence, string headings, string? leadIn)
    {
        var block = BlockOf(sentence);

        Assert.Equal(headings, string.Join('|', block.Headings));
        Assert.Equal(leadIn, block.LeadIn);
    }

    [Fact]
    public void BlockOf_Row_HasTheHeadsOfItsColumns() => Assert.Equal(["Part", "Price"], BlockOf("| Glass | 11 crowns |").Columns);

    [Fact]
    public void Heading_BehindFrontMatter_IsFound() => Assert.Equal("Lantern", Document.Heading);

    [Theory]
    [InlineData("\uFEFF# Piers\n\nNorth is deep.", "# Piers|North is deep.")]
    [InlineData("# Piers\r\rNorth is deep.", "# Piers|North is deep.")]
    [InlineData("\uFEFF---\nname: Ada\nborn: 1921\n---\nShe drew.", "name: Ada|born: 1921|She drew.")]
    [InlineData("> 1. one\n> 2. two\n>\n> three", "1. one|2. two|three")]
    [InlineData("    code of four blanks\n\ntext", "code of four blanks|text")]
    [InlineData("***\n\ntext", "text")]
    [InlineData("- a\n\n  b\n- c", "- a|b|- c")]
    [InlineData("", "")]
    public void Sentences_Text_AreTheUnits(string text, string sentences)
    {
        var document = Document.FromText("a.md", text);

        Assert.Equal(sentences, string.Join('|', document.Sentences.Select(document.Slice)));
    }

    [Fact]
    public void Sentences_AnyMixtureOfPieces_AreInOrderAndTrimmed() =>
        Prop.ForAll(Gen.Elements(Pieces).ArrayOf().Select(string.Concat).ToArbitrary(), Holds).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Theory]
    [InlineData("> ")]
    [InlineData("- ")]
    [InlineData("[")]
    [InlineData("a\n")]
    [InlineData("| a | b |\n")]
    [InlineData("**")]
    public void Sentences_OnePieceManyTimes_AreInOrderAndTrimmed(string piece) => Assert.True(Holds(string.Concat(Enumerable.Repeat(piece, 5_000))));

    private static bool Holds(string text)
    {
        // A document has no lone surrogate.
        var document = Document.FromText("a.md", new string([.. text.Where(c => !char.IsSurrogate(c))]));
        var end = 0;
        foreach (var sentence in document.Sentences)
        {
            Assert.InRange(sentence.Start, end, document.Text.Length);
            Assert.InRange(sentence.Length, 1, 1500);
            Assert.Equal(sentence, LineEnds.Trimmed(document.Text, sentence.Start, sentence.End));
            Assert.True(document.BlockOf(sentence).Span.Contains(sentence), "a sentence stands in its block");
            end = sentence.End;
        }

        return true;
    }

    private static Block BlockOf(string sentence) => Document.BlockOf(Document.Sentences.Single(span => Document.Slice(span) == sentence));
}
