using QaBot.Chat.Prompts;
using QaBot.Testing;
using Xunit;

namespace QaBot.Chat.Tests.Prompts;

public sealed class PromptLibraryTests
{
    [Theory]
    [InlineData("<message role=\"user\">{{$passages}}</message>", "lacks the placeholder {{$question}}")]
    [InlineData("<message role=\"user\">{{$passages}} {{$question}} {{$mood}}</message>", "unknown placeholder {{$mood}}")]
    [InlineData("<message role=\"user\">{{$passages}} {{$question}} {{time.now}}</message>", "{{time.now}}, which is no placeholder")]
    [InlineData("Hello <message role=\"user\">{{$passages}} {{$question}}</message>", "text outside of a message")]
    [InlineData("<message role=\"boss\">{{$passages}} {{$question}}</message>", "role that is none")]
    [InlineData("<message role=\"user\">{{$passages}} {{$question}} a < b</message>", "“<”")]
    [InlineData("", "no message")]
    public void Parse_OtherForm_NamesFileAndFault(string text, string fault)
    {
        var thrown = Assert.Throws<PromptException>(() => Parse(text));

        Assert.Contains("my.txt", thrown.Message, StringComparison.Ordinal);
        Assert.Contains(fault, thrown.Message, StringComparison.Ordinal);
        Assert.NotEmpty(thrown.Remedy);
    }

    [Fact]
    public async Task LoadAsync_FileMissing_NamesItAndTheSetting()
    {
        using var directory = new TempDirectory();
        foreach (var name in new[] { "answer.txt", "repair.txt", "grade.txt" })
        {
            directory.Write(name, File.ReadAllText(Repository.PathOf("prompts", name)));
        }

        var thrown = await Assert.ThrowsAsync<PromptException>(() => PromptLibrary.LoadAsync(directory.Path));

        Assert.Contains("rewrite.txt", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("Prompts:Directory", thrown.Remedy, StringComparison.Ordinal);
    }

    private static void Parse(string text) => PromptLibrary.Parse("my.txt", text, ["passages", "question"]);
}
