using QaBot.Text;
using Xunit;

namespace QaBot.Core.Tests.Text;

public sealed class SubjectTests
{
    private const string More = " Vorlund painted. Vorlund sang. Then Vorlund wrote. Vorlund slept.";

    [Theory]
    [InlineData("Alma Ruth Vorlund (born 1911) was a painter." + More, "Alma Ruth Vorlund")]
    [InlineData("Alma \"Ally\" Vorlund was a painter." + More, "Alma Vorlund")]
    [InlineData("Alma von Vorlund was a painter." + More, "Alma von Vorlund")]
    [InlineData("Alma Ruth Ines Maria al-Vorlund was a painter." + More, "Alma al-Vorlund")]
    [InlineData("For Vorlund it was hard." + More + " For Vorlund it ended.", "Vorlund")]
    [InlineData("Painting was her life for many years, as she often said in those days, and for all her children." + More + " Alma Vorlund and Piet Vorlund, her son.", "Vorlund")]
    [InlineData("Painting was her life for many years, as she often said in those days, and for all her children." + More + " Alma Vorlund met Piet Vorlund. Alma Vorlund left.", "Alma Vorlund")]
    [InlineData("There was a war, and another war behind it, which went on for many years in the whole land, in the Wars. Vorlund left." + More, "Vorlund")]
    [InlineData("\uFEFF**Alma Ruth Vorlund** was a painter." + More, "Alma Ruth Vorlund")]
    [InlineData("J.R. Vorlund was a painter." + More, "J.R. Vorlund")]
    [InlineData("The painter Alma\r\nRuth Vorlund was born in 1911." + More, "Alma Ruth Vorlund")]
    [InlineData("Alma Vorlund\n\nAlma Vorlund was a painter." + More, "Alma Vorlund")]
    [InlineData("Born to Karl and Anna Vorlund, she painted." + More + " Alma Vorlund met him. Alma Vorlund left. Alma Vorlund fell. Alma Vorlund died.", "Alma Vorlund")]
    public void Of_OneDocument_HasTheFullName(string text, string name) => Assert.Equal(name, Of(text)?.FullName);

    [Fact]
    public void Of_TitleBehindThe_IsNoName() =>
        Assert.Equal("Osric", Of("Osric ruled. In May the King fell. Osric rose. The land knew the King, and the King knew it. Osric sang. Osric slept. Then the King left. Osric died. King of all. The King.")?.Name);

    [Fact]
    public void Of_NoNameOften_IsNull() => Assert.Null(Of("Osric ruled. Then he died."));

    private static Subject? Of(string text) => Subject.Of(new Corpus([Document.FromText("a.txt", text)]));
}
