using QaBot.Text;
using Xunit;

namespace QaBot.Core.Tests.Text;

/// <summary>Each snippet has a bar where one block ends and the next begins, and the kinds of its blocks by their first letters.</summary>
public sealed class PlainBlocksTests
{
    [Theory]
    [InlineData("records", "Height: 40 m\n¦Depth: 12 m\n¦Built: 1931", "RRR")]
    [InlineData("records in bold", "**Height:** 40 m\n¦**Depth:** 12 m", "RR")]
    [InlineData("records under a title", "The lock\n¦Height: 40 m\n¦Depth: 12 m", "PRR")]
    [InlineData("one key in running text", "There was a\nreason: the rain had come.", "P")]
    [InlineData("dialogue", "Edda: I have the key\n¦Finn: Then open it\n¦Edda: It is broken", "RRR")]
    [InlineData("dialogue that goes on", "Edda: I have the key that opened the\nold gate by the river.\n¦Finn: Then open it", "RR")]
    [InlineData("lines that are whole", "The mill grinds on Mondays\n¦The bakery opens at seven\n¦The ferry leaves at noon", "PPP")]
    [InlineData("two short lines", "Gate A is open\n¦Gate B is shut", "PP")]
    [InlineData("lower case", "bread is in the bin\n¦salt is on the shelf", "PP")]
    [InlineData("wrapped", "She walked along the river to the old mill where the miller and\nHis brother had lived.", "P")]
    [InlineData("wrapped before a name", "The lamp was bought by the widow of the keeper and his friend, young\nOtto Lund, in the spring.", "P")]
    [InlineData("two blanks end a line", "Hours  \n¦nine to five  \n¦ten to two", "PPP")]
    [InlineData("numbers", "1. Open it\n¦2. Press it\n¦3. Close it", "III")]
    [InlineData("numbers with brackets", "1) Open it\n¦2) Press it", "II")]
    [InlineData("numbers in brackets", "(1) Open it\n¦(2) Press it", "II")]
    [InlineData("letters", "a. Open it\n¦b. Press it", "II")]
    [InlineData("capitals", "A) Open it\n¦B) Press it", "II")]
    [InlineData("Roman numbers", "i. Open it\n¦ii. Press it\n¦iii. Close it", "III")]
    [InlineData("numbers of parts", "1.1 Open it\n¦1.2 Press it", "II")]
    [InlineData("dashes", "– Open it\n¦– Press it", "II")]
    [InlineData("dots", "· Open it\n¦· Press it", "II")]
    [InlineData("an item that goes on", "1. Open the valve that is\nbelow the tank.\n¦2. Press it", "II")]
    [InlineData("a day at a line's start", "The meeting that she had asked for took place on the\n12. May was cold that year.", "P")]
    [InlineData("an initial at a line's start", "The bridge was planned by the engineer and by his friend\nJ. Roth of the harbour board.", "P")]
    [InlineData("tabs", "Pier\tDepth\n¦North\t12 m\n¦South\t9 m", "TTT")]
    [InlineData("pipes", "| Pier | Depth |\n|---|---|\n¦| North | 12 m |\n¦| South | 9 m |", "TTT")]
    [InlineData("pipes without a rule", "Pier | Depth | Light\n¦North | 12 m | red", "TT")]
    [InlineData("columns of spaces", "North     12 m    red\n¦South     9 m     green", "TT")]
    [InlineData("a pipe in running text", "It is one | or the other.", "P")]
    [InlineData("a table and what follows", "North\t12 m\n¦South\t9 m\n¦The pier is closed in winter.", "TTP")]
    [InlineData("heading", "# Piers\n¦North is deep.", "HP")]
    [InlineData("underlined heading", "Piers\n=====\n¦North is deep.", "HP")]
    [InlineData("quotation", "She wrote\n¦> come soon", "PI")]
    [InlineData("blank lines", "one\n\n\n¦two", "PP")]
    public void Parse_Snippet_EndsBlocksAtTheBars(string label, string marked, string kinds)
    {
        var text = marked.Replace("¦", "", StringComparison.Ordinal);

        var blocks = PlainBlocks.Parse(text);

        Assert.True(
            marked.Split('¦').Select(part => part.Trim()).SequenceEqual(blocks.Select(block => text[block.Span.Start..block.Span.End])),
            $"{label}: {string.Join(" ¦ ", blocks.Select(block => text[block.Span.Start..block.Span.End]))}");
        Assert.Equal(kinds, string.Concat(blocks.Select(block => block.Kind == BlockKind.Row ? 'T' : block.Kind.ToString()[0])));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    [InlineData("\u0085")]
    [InlineData("\u2028")]
    [InlineData("\u2029")]
    [InlineData("\v")]
    [InlineData("\f")]
    public void Parse_AnyLineEnd_EndsALine(string end)
    {
        var text = $"Height: 40 m{end}Depth: 12 m{end}Built: 1931";

        Assert.Equal(["Height: 40 m", "Depth: 12 m", "Built: 1931"], PlainBlocks.Parse(text).Select(block => text[block.Span.Start..block.Span.End]));
    }

    [Fact]
    public void Parse_TableWithHeads_GivesRowsTheirColumns()
    {
        const string text = "Piers of the town:\n\nPier\tDepth\tLight\nNorth\t12 m\t\nSouth\t9 m\tgreen";

        var blocks = PlainBlocks.Parse(text);

        Assert.Empty(blocks[1].Columns);
        Assert.Equal(["Pier", "Depth", "Light"], blocks[3].Columns);
        Assert.Equal(["South", "9 m", "green"], blocks[3].Cells.Select(cell => text[cell.Start..cell.End]));
        Assert.Equal("Piers of the town:", blocks[3].LeadIn);
    }

    [Fact]
    public void Parse_TwoColumnsOfTabs_HaveNoHeads() => Assert.All(PlainBlocks.Parse("Height\t40 m\nDepth\t12 m"), row => Assert.Empty(row.Columns));

    [Fact]
    public void Parse_Headings_StandAboveWhatFollows()
    {
        var blocks = PlainBlocks.Parse("# Town\n\n## Piers ##\n\nNorth is deep.\n\n## Mills\n\nThere is one.");

        Assert.Equal(["Town", "Piers ##"], blocks[2].Headings);
        Assert.Equal(["Town", "Mills"], blocks[4].Headings);
        Assert.Equal(["Town"], blocks[3].Headings);
    }

    [Fact]
    public void Parse_NumberedTitle_IntroducesItsLines()
    {
        var blocks = PlainBlocks.Parse("1. Fees\nThe yearly fee is twelve crowns\n2. Loans\nMembers borrow nine books");

        Assert.Equal("1. Fees", blocks[1].LeadIn);
        Assert.Equal("2. Loans", blocks[3].LeadIn);
    }
}
