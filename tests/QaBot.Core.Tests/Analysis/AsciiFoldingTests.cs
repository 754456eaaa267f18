using QaBot.Analysis;
using Xunit;

namespace QaBot.Core.Tests.Analysis;

public class AsciiFoldingTests
{
    [Theory]
    [InlineData("kieślowski łódź dvořák", "kieslowski lodz dvorak")]
    [InlineData("straße œuvre æther þórður ðe", "strasse oeuvre aether thordur de")]
    [InlineData("ﬁne oﬃce ﬆone ĳs", "fine office stone ijs")]
    [InlineData("ɛ ə ɔ ŋ ɪ ʀ", "e a o n I R")]
    [InlineData("ʒ ʃ ª ʰ", "ʒ ʃ ª ʰ")]
    [InlineData("１．５ ａ＿ｂ ＇", "1.5 a_b '")]
    [InlineData("москва 漢字 e\u0301", "москва 漢字 e\u0301")]
    public void Fold_Unit_AsLucene(string text, string expected)
    {
        var buffer = new char[text.Length * AsciiFolding.MaxExpansion];
        var length = 0;
        foreach (var unit in text)
        {
            length = AsciiFolding.Fold(unit, buffer, length);
        }

        Assert.Equal(expected, new string(buffer, 0, length));
    }

    [Fact]
    public void Fold_EveryUnit_FitsTheExpansion()
    {
        var buffer = new char[AsciiFolding.MaxExpansion];
        for (var unit = char.MinValue; unit < char.MaxValue; unit++)
        {
            var length = AsciiFolding.Fold(unit, buffer, 0);
            Assert.InRange(length, 1, AsciiFolding.MaxExpansion);
            Assert.True(buffer[0] == unit || buffer.AsSpan(0, length).IndexOfAnyExceptInRange('!', '~') < 0);
        }
    }
}
