using QaBot.Conversations;
using QaBot.Testing;
using QaBot.Text;
using Xunit;

namespace QaBot.Core.Tests.Conversations;

public sealed class FollowUpResolverTests
{
    private static readonly FollowUpResolver Resolver = new(new Corpus([Sources.Biography]));

    [Theory]
    [InlineData("and when did it open?", "When did Damage open?", "Who directed the film Damage?|Louis Malle")]
    [InlineData("When was it released?", "When was Three Colours: Blue released?", "Who directed Three Colours: Blue (1993)?|Krzysztof Kieślowski")]
    [InlineData("who directed it", "Who directed The English Patient", "What did she win for The English Patient?|Academy Award")]
    [InlineData("Who else starred in the film?", "Who else starred in Godzilla?", "When was Godzilla released?|May 2014")]
    [InlineData("When?", "When did Damage open?", "Where did Damage open?|the UK")]
    [InlineData("and when?", "When did Damage open?", "Where did Damage open?|the UK")]
    [InlineData("Why", "Why did she turn down Jurassic Park?", "When did she turn down Jurassic Park?")]
    [InlineData("Where was he born?", "Where was André Halle born?", "Who is the father of her son?|André Halle")]
    [InlineData("What is his profession?", "What is André Halle's profession?", "Who is the father of her son?|André Halle")]
    [InlineData("what about Godzilla?", "Who directed Godzilla?", "Who directed Damage?|Louis Malle")]
    [InlineData("and Godzilla?", "Who directed Godzilla?", "Who directed Damage?|Louis Malle")]
    [InlineData("How about in 2007?", "Which film did she make in 2007?", "Which film did she make in 2005?|Bee Season")]
    public void Resolve_FollowUp_IsReadInFull(string question, string expected, params string[] turns) =>
        Assert.Equal(expected, Resolver.Resolve(question, Talk.Of(turns)));

    [Theory]
    [InlineData("Where was Juliette Binoche born?")]
    [InlineData("When was she born?")]
    [InlineData("Who is her sister?")]
    [InlineData("Who directed Damage?")]
    [InlineData("What did Louis Malle say about Damage?")]
    [InlineData("Which film did she make in 1993?")]
    [InlineData("What is it called when a film is shown first?")]
    [InlineData("How many children does she have?")]
    public void Resolve_QuestionThatStandsByItself_IsNotRewritten(string question) =>
        Assert.Null(Resolver.Resolve(question, Talk.Of("Who directed Godzilla?|Gareth Edwards", "When was Godzilla released?|May 2014")));

    [Theory]
    [InlineData("and when did it open?")]
    [InlineData("When?")]
    [InlineData("what about his brother?")]
    public void Resolve_WithoutConversation_IsNull(string question)
    {
        Assert.Null(Resolver.Resolve(question, null));
        Assert.Null(Resolver.Resolve(question, new Conversation()));
    }
}
