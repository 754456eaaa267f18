using System.Text.RegularExpressions;
using QaBot.Cli.Chat;

namespace QaBot.Cli.Tests;

public sealed partial class TerminalTests : IDisposable
{
    private const string Question = "Where was Nora Lindqvist born?";
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [TerminalTheory]
    [InlineData("NO_COLOR=1 qabot ask")]
    [InlineData("TERM=dumb qabot ask")]
    [InlineData("qabot ask --no-color")]
    public async Task WithoutColours_WordsAreWrappedAllTheSame(string ask)
    {
        var shown = await _workspace.TerminalAsync(40, $"{ask} '{Question}'; {ask.Replace("ask", "source", StringComparison.Ordinal)} 1");

        Assert.DoesNotMatch(@"\e\[[0-9;]*m", shown);
        AssertFits(shown, 40, Workspace.Text.Split(' ')[..12]);
        Assert.Contains(">>>Lindqvist was born in", shown, StringComparison.Ordinal);
    }

    [TerminalTheory]
    [InlineData("qabot source '#1'")]
    public async Task WithColours_TheQuoteIsInverse(string line)
    {
        var shown = await _workspace.TerminalAsync(40, line);

        Assert.Contains("\u001b[7mNora Lindqvist", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(">>>", shown, StringComparison.Ordinal);
    }

    [TerminalTheory]
    [InlineData(40)]
    [InlineData(80)]
    public async Task Help_InAChat_BreaksNoWord(int columns)
    {
        var shown = await _workspace.TerminalAsync(columns, "qabot chat", "/help\r/quit\r");

        AssertFits(shown, columns, "citations", "citation", "conversation", "(name.txt#12)", "(name.txt:100-200)", "answer");
    }

    [TerminalTheory]
    [InlineData(40)]
    [InlineData(200)]
    public async Task Question_WiderThanTheLine_StaysWholeOnTheScreen(int columns)
    {
        const string Wide = "Where was the cartographer Nora Lindqvist born, whose uncle was a retired sea captain?";

        var shown = await _workspace.TerminalAsync(columns, "qabot chat", Wide + "\r/quit\r");

        Assert.Contains($"\r\u001b[K> {Wide}\n", shown, StringComparison.Ordinal);
    }

    /// <summary>No line is wider than the terminal, and these words are each on one line.</summary>
    private static void AssertFits(string shown, int columns, params IEnumerable<string> words)
    {
        var lines = EscapeSequence().Replace(shown, "").Split('\n').Select(line => line[(line.LastIndexOf('\r') + 1)..]).ToList();
        Assert.All(lines, line => Assert.InRange(CharacterWidth.Of(line), 0, columns));
        Assert.All(words, word => Assert.Contains(lines, line => line.Contains(word, StringComparison.Ordinal)));
    }

    [GeneratedRegex(@"\e[\[\]()=>?0-9;]*[A-Za-z]?")]
    private static partial Regex EscapeSequence();
}
