using System.Text;

namespace QaBot.Cli.Tests.Commands;

public sealed class CorpusTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Missing_IsSaidWithTheRemedy() =>
        (await AskAsync("nowhere")).AssertRefused(2, "nowhere", "--corpus");

    [Fact]
    public async Task EmptyDirectory_IsSaidWithTheRemedy()
    {
        Directory.CreateDirectory(_workspace.At("empty"));

        (await AskAsync("empty")).AssertRefused(2, "has no .txt or .md file", "--corpus");
    }

    [Fact]
    public async Task EmptyFile_IsSaidWithTheRemedy()
    {
        _workspace.Write("empty.txt", "");

        (await AskAsync("empty.txt")).AssertRefused(2, "empty.txt has no text");
    }

    [Fact]
    public async Task BinaryFile_IsSaidWithTheOffset()
    {
        await File.WriteAllBytesAsync(_workspace.At("image.txt"), [0x50, 0x4B, 0x03, 0x00, 0x01]);

        (await AskAsync("image.txt")).AssertRefused(2, "image.txt is a binary file", "offset 3");
    }

    [Fact]
    public async Task NotUtf8_IsSaidWithTheOffset()
    {
        await File.WriteAllBytesAsync(_workspace.At("latin1.txt"), [0x63, 0x61, 0x66, 0xE9, 0x20]);

        (await AskAsync("latin1.txt")).AssertRefused(2, "latin1.txt is not UTF-8", "offset 3");
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public async Task Utf16WithItsMark_IsRead(string encoding)
    {
        await File.WriteAllTextAsync(_workspace.At("wide.txt"), Workspace.Text, Encoding.GetEncoding(encoding));

        var answer = await _workspace.RunAsync("ask", "--json", "--corpus", "wide.txt", "Where was Nora Lindqvist born?");
        var verified = await _workspace.RunAsync(answer.Out, ["verify", "-", "--corpus", "wide.txt"]);

        Assert.Contains("Bergen", answer.Out, StringComparison.Ordinal);
        Assert.Equal("1 answer: all hold.\n", verified.Out);
    }

    [Fact]
    public async Task Utf16WithoutItsMark_IsSaidWithTheRemedy()
    {
        await File.WriteAllBytesAsync(_workspace.At("wide.txt"), Encoding.Unicode.GetBytes(Workspace.Text));

        (await AskAsync("wide.txt")).AssertRefused(2, "wide.txt seems to be UTF-16 without a byte-order mark", "Save it as UTF-8");
    }

    [Fact]
    public async Task FolderWithFilesThatAreNotRead_NamesThemAndAnswersFromTheRest()
    {
        _workspace.Write("seeds/inner/old.pdf", "%PDF-1.7");
        await File.WriteAllBytesAsync(_workspace.At("seeds/inner/wrong.txt"), [0x63, 0xE9]);
        _workspace.Write("seeds/inner/more.txt", "The lighthouse of Vardø was painted by Kaja Moe.");

        var result = await _workspace.RunAsync("ask", "Who painted the lighthouse of Vardø?");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("[1] inner/more.txt:0-48 · inner/more.txt#1", result.Out, StringComparison.Ordinal);
        Assert.Contains("inner/old.pdf is not read: PDF is no plain text. Convert it first: pdftotext -layout inner/old.pdf inner/old.txt\n", result.Error, StringComparison.Ordinal);
        Assert.Contains("inner/wrong.txt is not UTF-8", result.Error, StringComparison.Ordinal);
    }

    [UnprivilegedFact]
    public async Task NoPermission_IsSaidWithTheRemedy()
    {
        var result = await _workspace.ShellAsync("chmod 000 seeds; qabot ask Where was she born; code=$?; chmod 700 seeds; exit $code");

        result.AssertRefused(2, "seeds cannot be read", "permissions");
    }

    private Task<Result> AskAsync(string corpus) => _workspace.RunAsync("ask", "--corpus", corpus, "Where was she born?");
}
