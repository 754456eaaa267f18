using QaBot.Discord.Questions;

namespace QaBot.Discord.Tests.Questions;

public sealed class QuestionTextTests
{
    [Theory]
    [InlineData("<@1> Who made it?", "Who made it?")]
    [InlineData("Who made it <@!1>", "Who made it")]
    [InlineData("Does <@22> know <@&33> of <#44>?", "Does someone know someone of someone?")]
    [InlineData("1 < @1> <@x>", "1 < @1> <@x>")]
    [InlineData("<@1>", "")]
    public void Of_Content_HasNoMentions(string content, string question) => Assert.Equal(question, QuestionText.Of(content, 1));
}
