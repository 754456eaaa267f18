using QaBot.Discord.Questions;

namespace QaBot.Discord.Tests.Questions;

public sealed class QuestionTextTests
{
    [Theory]
    [InlineData("<@1> Who made it?", "Who made it?")]
    [InlineData("Who made it <@!1>", "Who made it")]
    [InlineData("Does <@22> know of <#44> <@&33>?", "Does someone know of ?")]
    [InlineData("<:wave:12> When <a:party:345> was it, <t:1700000000:R>?", "When was it, ?")]
    [InlineData("</ask:99> Who made it? <https://discord.com/channels/1/2/3>", "Who made it?")]
    [InlineData("https://ptb.discord.com/channels/@me/2/3 Who made it?", "Who made it?")]
    [InlineData("1 < @1> <@x>", "1 < @1> <@x>")]
    [InlineData("<@1>", "")]
    public void Of_Content_HasNoMentions(string content, string question) => Assert.Equal(question, QuestionText.Of(content, 1));
}
