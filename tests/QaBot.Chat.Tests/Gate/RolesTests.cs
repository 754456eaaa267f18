using QaBot.Chat.Gate;
using Xunit;

namespace QaBot.Chat.Tests.Gate;

public sealed class RolesTests
{
    [Theory]
    [InlineData("Hanne engraved the stamps.", "Viktor engraved the stamps.", true)]
    [InlineData("Norrvig bought Harlow.", "Harlow bought Norrvig.", true)]
    [InlineData("Norrvig bought Harlow.", "Harlow was bought by Norrvig.", false)]
    [InlineData("Harlow was bought by Norrvig.", "Norrvig bought Harlow.", false)]
    [InlineData("Harlow was bought by Norrvig.", "Harlow bought Norrvig.", true)]
    [InlineData("In March Norrvig bought Harlow.", "Norrvig bought Harlow in March.", false)]
    [InlineData("When she emigrated, Radu owned it.", "When Radu emigrated, she owned it.", true)]
    [InlineData("Ada engraved the stamps.", "She engraved the stamps.", false)]
    public void Swap_WhoDoesItIsAnother_IsTrue(string sentence, string source, bool expected) =>
        Assert.Equal(expected, Roles.Swap(Align(sentence, source)));

    [Theory]
    [InlineData("The trial ended in 2015.", "The trial began in 2015 and ended later.", true)]
    [InlineData("It was stolen in 1996 and found in 1994.", "It was stolen in 1994 and found in 1996.", true)]
    [InlineData("In 1996 it was found.", "It was stolen in 1994 and found in 1996.", false)]
    public void Move_NumberBesideAnotherVerb_IsTrue(string sentence, string source, bool expected) =>
        Assert.Equal(expected, Roles.Move(Align(sentence, source)));

    [Theory]
    [InlineData("She built it with a loan to her sister.", "She built it with a loan from her sister.", true)]
    [InlineData("They met there from the flood.", "They met there until the flood.", true)]
    [InlineData("Prices doubled in 2001.", "Prices doubled between 2001 and 2007.", true)]
    [InlineData("They met there since the flood.", "They met there from the flood.", false)]
    public void Turn_AnotherPreposition_IsTrue(string sentence, string source, bool expected) =>
        Assert.Equal(expected, Roles.Turn(Align(sentence, source)));

    [Theory]
    [InlineData("Kaari bought the harvest.", "Kaari bought a fifth of the harvest.", true)]
    [InlineData("Kaari bought a fifth of the harvest.", "Kaari bought a fifth of the harvest.", false)]
    public void Widen_PartForTheWhole_IsTrue(string sentence, string source, bool expected) => Assert.Equal(expected, Roles.Widen(Align(sentence, source)));

    [Theory]
    [InlineData("The church is taller than the hall.", "The hall is taller than the church.", true)]
    [InlineData("The hall is taller than the church.", "The hall is taller than the old church.", false)]
    public void Compare_TurnedComparison_IsTrue(string sentence, string source, bool expected) =>
        Assert.Equal(expected, Roles.Compare(Align(sentence, source)));

    [Theory]
    [InlineData("Karel Zeman was a mule driver.", "Karel Zeman became mayor and sold the inn of a mule driver.", true)]
    [InlineData("Karel Zeman was an engineer.", "Karel Zeman, an engineer, became mayor.", false)]
    public void Equate_WordsThatDoNotStandTogether_IsTrue(string sentence, string source, bool expected) =>
        Assert.Equal(expected, Roles.Equate(Align(sentence, source)));

    private static Alignment Align(string sentence, string source) => Alignment.Of(Alignment.Places(sentence), Alignment.Places(source));
}
