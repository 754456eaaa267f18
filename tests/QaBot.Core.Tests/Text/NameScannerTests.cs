using QaBot.Text;
using Xunit;

namespace QaBot.Core.Tests.Text;

/// <summary>Each name in braces, with P for a person, W for a work and O for the rest.</summary>
public sealed class NameScannerTests
{
    [Theory]
    [InlineData("She married {P:Jean Dupont} in {O:Rome}.")]
    [InlineData("In {W:The English Patient} (1996) she played a nurse.")]
    [InlineData("{P:Vincent van Gogh} painted {W:Sunflowers} (1888).")]
    [InlineData("The film {W:Blue} was a success.")]
    [InlineData("{W:Quiet Days in Rome} (1990) and {O:The Road to Bonn} made {P:Eva Braun} famous in {O:Spain}.")]
    [InlineData("She read “{W:Letters from Rome}” in {O:Bonn}.")]
    [InlineData("She starred in {P:Leos Carax}'s {W:Bad Blood} in {O:Paris}.")]
    [InlineData("It won a prize at the {O:Cannes Film Festival}.")]
    [InlineData("She studied at {O:Harvard University} and in {O:Bonn}.")]
    [InlineData("He read \"{W:Dubliners}\" aloud.")]
    [InlineData("He read “{W:Dubliners}” aloud.")]
    [InlineData("{P:J. R. Jones} directed it.")]
    [InlineData("The play was by {P:Anton Chekhov}.")]
    [InlineData("{P:Ludwig van Beethoven} and {P:Jean-Luc Godard} met.")]
    [InlineData("{P:André Téchiné} cast {P:Małgorzata Szumowska}.")]
    [InlineData("However, it rained.")]
    [InlineData("no names here at all")]
    [InlineData("")]
    [InlineData("{O:Rome}")]
    [InlineData("It is {P:Martin Luther King}’s speech.")]
    [InlineData("{W:Damage} premiered in {O:London}.")]
    [InlineData("He joined the {O:Royal Navy} in 1914.")]
    [InlineData("The {O:United States} and {O:France} agreed.")]
    public void Scan_Snippet_FindsTheNames(string marked)
    {
        var text = System.Text.RegularExpressions.Regex.Replace(marked, @"\{\w:([^}]*)\}", "$1");
        var names = NameScanner.Scan(text, new TextSpan(0, text.Length));

        var read = text;
        foreach (var name in Enumerable.Reverse(names))
        {
            read = $"{read[..name.Span.Start]}{{{name.Kind.ToString()[0]}:{text[name.Span.Start..name.Span.End]}}}{read[name.Span.End..]}";
        }

        Assert.Equal(marked, read);
    }

    [Fact]
    public void Scan_PartOfAText_StaysInsideIt()
    {
        const string text = "In Rome. She met Jean Dupont in Bonn. Paris.";

        var names = NameScanner.Scan(text, new TextSpan(9, 37));

        Assert.Equal(["Jean Dupont", "Bonn"], names.Select(n => text[n.Span.Start..n.Span.End]));
    }

    [Theory]
    [InlineData("1964", true)]
    [InlineData("2031", true)]
    [InlineData("2131", false)]
    [InlineData("0964", false)]
    [InlineData("19640", false)]
    [InlineData("196", false)]
    [InlineData("19a4", false)]
    public void IsYear_Word_IsFromThisOrTheLastMillennium(string word, bool expected) => Assert.Equal(expected, NameScanner.IsYear(word));
}
