using QaBot.Chat.Gate;
using Xunit;

namespace QaBot.Chat.Tests.Gate;

public sealed class SentenceStreamTests
{
    [Theory]
    [InlineData("One thing is so [1]. Another is too [2].", "One thing is so [1].|Another is too [2].")]
    [InlineData("One thing is so. [1] Another is too. [2][3]", "One thing is so. [1] |Another is too. [2][3]")]
    [InlineData("One thing is so.[1][2] Another is too.", "One thing is so.[1][2]|Another is too.")]
    [InlineData("One thing is so¹. Another is too [a.txt#1].", "One thing is so¹.|Another is too [a.txt#1].")]
    [InlineData("One thing is so.¹ Another is too.", "One thing is so¹.|Another is too.")]
    [InlineData("- One thing\n- Another thing", "- One thing|- Another thing")]
    [InlineData("Mr. Brown paid $1.5 million. He left.", "Mr. Brown paid $1.5 million.|He left.")]
    [InlineData("", "")]
    [InlineData("  \n\n ", "")]
    public void Add_CharacterByCharacterOrAtOnce_CutsTheSameSentences(string text, string expected)
    {
        var sentences = expected.Split('|', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(sentences, Cut([text]));
        Assert.Equal(sentences.Select(Trimmed), Cut(text.Select(c => c.ToString())).Select(Trimmed));
    }

    [Fact]
    public void Add_NextSentenceHasBegun_HandsOutTheOneBefore()
    {
        var stream = new SentenceStream();

        Assert.Empty(stream.Add("She was born in Paris."));
        Assert.Empty(stream.Add(" [1"));
        Assert.Empty(stream.Add("] "));
        Assert.Equal("She was born in Paris. [1]", Assert.Single(stream.Add("Then she")).Trim());
    }

    [Theory]
    [InlineData("All of it. But not th", false, "All of it.")]
    [InlineData("All of it. And this [2]", false, "All of it.|And this [2]")]
    [InlineData("All of it. But not th", true, "All of it.|But not th")]
    public void Finish_TextThatWasCut_LeavesOutTheUnfinishedSentence(string text, bool isComplete, string expected)
    {
        var stream = new SentenceStream();

        Assert.Equal(expected.Split('|'), stream.Add(text).Concat(stream.Finish(isComplete)));
    }

    private static string Trimmed(string text) => text.Trim();

    private static List<string> Cut(IEnumerable<string> pieces)
    {
        var stream = new SentenceStream();
        var sentences = pieces.SelectMany(stream.Add).ToList();
        return [.. sentences, .. stream.Finish(isComplete: true)];
    }
}
