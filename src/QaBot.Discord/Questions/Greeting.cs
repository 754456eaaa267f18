namespace QaBot.Discord.Questions;

/// <summary>What people say to the bot itself: hello, thanks, or that they want to know what it is.</summary>
internal enum Greeting
{
    /// <summary>It is asked what it is.</summary>
    Help,

    /// <summary>Hello.</summary>
    Hello,

    /// <summary>Thanks.</summary>
    Thanks,
}
