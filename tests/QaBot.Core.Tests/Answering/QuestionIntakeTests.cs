using QaBot.Answering;
using Xunit;

namespace QaBot.Core.Tests.Answering;

public sealed class QuestionIntakeTests
{
    private static readonly AnsweringOptions Options = new() { LongestQuestion = 40 };

    [Theory]
    [InlineData("Where was she born?")]
    [InlineData("?")]
    [InlineData(" Où est-elle née\u00A0? \t\r\n")]
    [InlineData("她在哪里出生？ 😀")]
    [InlineData("1234567890123456789012345678901234567890")]
    public void Refusal_PlainText_IsTaken(string text) => Assert.Null(QuestionIntake.Refusal(text, Options));

    [Theory]
    [InlineData("", "The question is empty: ask something.")]
    [InlineData(" \r\n\u00A0", "The question is empty: ask something.")]
    [InlineData("\u200B\uFEFF", "The question is empty: ask something.")]
    [InlineData("12345678901234567890123456789012345678901", "The question is too long: it has 41 characters, and at most 40 are read; shorten it.")]
    [InlineData("Who\0?", "The question has a control character (U+0000) at position 3: ask in plain text.")]
    [InlineData("\u001B[31mWho?", "The question has a control character (U+001B) at position 0: ask in plain text.")]
    [InlineData("Who\u007F?", "The question has a control character (U+007F) at position 3: ask in plain text.")]
    [InlineData("Who\u0085?", "The question has a control character (U+0085) at position 3: ask in plain text.")]
    public void Refusal_NoQuestion_SaysWhyAndWhatToDo(string text, string sentence) => Assert.Equal(sentence, QuestionIntake.Refusal(text, Options));

    [Fact]
    public void Refusal_UnpairedSurrogate_SaysSo()
    {
        const string sentence = "The question is not valid Unicode text: ask in plain text.";

        // Not as inline data: an attribute cannot hold them.
        Assert.All(["Who \uD83D?", "Who \uDE00\uD83D?", "Who?\uD83D"], text => Assert.Equal(sentence, QuestionIntake.Refusal(text, Options)));
    }

    [Fact]
    public void Refusal_DefaultOptions_TakeTwoThousandCharacters()
    {
        Assert.Null(QuestionIntake.Refusal(new string('a', 2000), new AnsweringOptions()));
        Assert.NotNull(QuestionIntake.Refusal(new string('a', 2001), new AnsweringOptions()));
    }
}
