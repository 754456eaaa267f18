using QaBot.Chat.Gate;
using Xunit;

namespace QaBot.Chat.Tests.Gate;

public sealed class TurningWordsTests
{
    [Theory]
    [InlineData("They lived in Oslo since 1975.", "They lived in Oslo until 1975.")]
    [InlineData("They lived in Oslo in 1975.", "They lived in Oslo until 3 March 1975.")]
    [InlineData("The map was printed before 1952.", "The map was printed in 1952.")]
    [InlineData("The map was printed after May 1952.", "The map was printed in May 1952.")]
    [InlineData("Was the map printed?", "The map was printed.")]
    [InlineData("He printed the map.", "She printed the map.")]
    [InlineData("Falk painted her portrait.", "Falk painted his portrait.")]
    [InlineData("It is open from August to June.", "It is open from June to August.")]
    public void Differ_SmallWordTurnsTheSentence_IsTrue(string sentence, string source) => Assert.True(Differ(sentence, source));

    [Theory]
    [InlineData("They lived in Oslo till 1975.", "They lived in Oslo until 1975.")]
    [InlineData("They were married from 1931 to 1938.", "Their marriage lasted 1931–1938.")]
    [InlineData("They were married between 1931 and 1938.", "They were married from 1931 to 1938.")]
    [InlineData("She was born on 3 May 1921.", "On 3 May 1921 she was born.")]
    [InlineData("Strand moved after he was dismissed.", "Strand was dismissed and moved.")]
    [InlineData("She printed the map.", "She printed the map that he should have drawn.")]
    [InlineData("She could draw.", "She could draw.")]
    [InlineData("Lindqvist printed the map.", "She printed the map.")]
    public void Differ_SameInOtherWords_IsFalse(string sentence, string source) => Assert.False(Differ(sentence, source));

    [Theory]
    [InlineData("The map will be printed.", "The map was printed.", 1)]
    [InlineData("The map was nearly printed.", "The map was printed.", 1)]
    [InlineData("If the map was printed.", "The map was printed.", 1)]
    [InlineData("Only the map was printed.", "The map was printed.", 1)]
    [InlineData("All maps were printed because of her.", "Maps were printed.", 2)]
    [InlineData("She could draw.", "She might draw.", 0)]
    [InlineData("The map was printed.", "The map was nearly printed.", 0)]
    public void Added_Words_AreCountedByTheirLines(string sentence, string source, int expected) =>
        Assert.Equal(expected, TurningWords.Added(Alignment.Places(sentence), Alignment.Places(source)));

    [Theory]
    [InlineData("The map was printed.", "The map was nearly printed.", 1)]
    [InlineData("She was elected.", "She should have been elected.", 1)]
    [InlineData("The farmers brought the animals.", "The council suspects that the farmers brought the animals.", 1)]
    [InlineData("The maps were printed.", "The maps were printed, and some atlases.", 0)]
    [InlineData("The map may be printed.", "The map might be printed.", 0)]
    public void Dropped_HedgeBeforeWordsThatAreTaken_IsCounted(string sentence, string source, int expected)
    {
        var said = Alignment.Places(sentence);

        Assert.Equal(expected, TurningWords.Dropped(said, Alignment.Of(said, Alignment.Places(source))));
    }

    [Theory]
    [InlineData("Eleven maps were printed.", "At least eleven maps were printed.", 1)]
    [InlineData("About eleven maps were printed.", "At least eleven maps were printed.", 1)]
    [InlineData("More than eleven maps were printed.", "Over eleven maps were printed.", 0)]
    [InlineData("Eleven maps were printed.", "Eleven maps were printed.", 0)]
    public void Rebounded_NumberWithAnotherBound_IsCounted(string sentence, string source, int expected) =>
        Assert.Equal(expected, TurningWords.Rebounded(Alignment.Places(sentence), Alignment.Places(source)));

    private static bool Differ(string sentence, string source) => TurningWords.Differ(sentence, source);
}
