using ModelContextProtocol.Protocol;

namespace QaBot.Mcp.Prompts;

/// <summary>A prompt with one argument.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Description">What it does.</param>
/// <param name="Argument">Its argument, which has to be there.</param>
/// <param name="ArgumentDescription">What that is.</param>
/// <param name="Text">The text, with <c>{0}</c> in the argument's place.</param>
internal sealed record CorpusPrompt(string Name, string Title, string Description, string Argument, string ArgumentDescription, string Text)
{
    /// <summary>As it is listed.</summary>
    public Prompt ToProtocol() => new()
    {
        Name = Name,
        Title = Title,
        Description = Description,
        Arguments = [new PromptArgument { Name = Argument, Description = ArgumentDescription, Required = true }],
    };

    /// <summary>The message that it makes.</summary>
    public GetPromptResult Fill(string value) => new()
    {
        Description = Description,
        Messages = [new PromptMessage { Role = Role.User, Content = new TextContentBlock { Text = Text.Replace("{0}", value, StringComparison.Ordinal) } }],
    };
}
