using QaBot.Testing;
using QaBot.Text;
using Xunit;

namespace QaBot.Core.Tests.Text;

public sealed class CorpusTests : IDisposable
{
    private readonly TempDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task LoadAsync_Folder_TakesItsTextFilesInOrdinalOrder()
    {
        _folder.Write("b.md", "Bee.");
        _folder.Write("a.txt", "Ay.");
        _folder.Write("Z.TXT", "Zed.");
        _folder.Write("questions.jsonl", "{}");
        Directory.CreateDirectory(Path.Combine(_folder.Path, "inner.txt"));

        var corpus = await Corpus.LoadAsync(_folder.Path);

        Assert.Equal(["Z.TXT", "a.txt", "b.md"], corpus.Documents.Select(d => d.Name));
        Assert.Equal("Bee.", corpus.Find("b.md")?.Text);
        Assert.Null(corpus.Find("B.MD"));
    }

    [Fact]
    public async Task LoadAsync_OneFileOfAnotherExtension_IsTaken()
    {
        var corpus = await Corpus.LoadAsync(_folder.Write("life.story", "A life."));

        Assert.Equal("life.story", Assert.Single(corpus.Documents).Name);
    }

    [Fact]
    public async Task LoadAsync_NoSuchPath_SaysSo()
    {
        var e = await Assert.ThrowsAsync<CorpusException>(() => Corpus.LoadAsync(Path.Combine(_folder.Path, "none")));

        Assert.StartsWith("There is no corpus at ", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LoadAsync_EmptyDirectory_SaysWhatIsMissing()
    {
        _folder.Write("picture.png", "no text");

        var e = await Assert.ThrowsAsync<CorpusException>(() => Corpus.LoadAsync(_folder.Path));

        Assert.EndsWith("has no .txt or .md file.", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LoadAsync_OnlyWhiteSpace_SaysThatThereIsNoText()
    {
        _folder.Write("a.txt", "");
        _folder.Write("b.txt", " \r\n\t\u00A0");

        var e = await Assert.ThrowsAsync<CorpusException>(() => Corpus.LoadAsync(_folder.Path));

        Assert.EndsWith("has no text.", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LoadAsync_FileThatCannotBeRead_IsACorpusException()
    {
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "gone.txt"), Path.Combine(_folder.Path, "nowhere.txt"));

        var e = await Assert.ThrowsAsync<CorpusException>(() => Corpus.LoadAsync(_folder.Path));

        Assert.Contains("cannot be read", e.Message, StringComparison.Ordinal);
        Assert.IsAssignableFrom<IOException>(e.InnerException);
    }

    [Fact]
    public async Task LoadAsync_OneWrongFile_NamesItAndReadsTheRest()
    {
        _folder.Write("a.txt", "Good.");
        _folder.Write("b.txt", [0x62, 0x61, 0xE4]);

        var corpus = await Corpus.LoadAsync(_folder.Path);

        Assert.Equal(["a.txt"], corpus.Documents.Select(d => d.Name));
        Assert.Equal("b.txt is not UTF-8: byte 0xE4 at offset 2 is not valid there.", Assert.Single(corpus.Skipped).Reason);
    }

    [Fact]
    public async Task LoadAsync_OnlyAWrongFile_NamesIt()
    {
        _folder.Write("b.txt", [0x62, 0x61, 0xE4]);

        var e = await Assert.ThrowsAsync<CorpusException>(() => Corpus.LoadAsync(_folder.Path));

        Assert.Equal("b.txt is not UTF-8: byte 0xE4 at offset 2 is not valid there.", e.Message);
    }

    [Fact]
    public async Task LoadAsync_FoldersInTheFolder_AreReadButForHiddenOnes()
    {
        foreach (var folder in new[] { "inner/deep", ".git" })
        {
            Directory.CreateDirectory(Path.Combine(_folder.Path, folder));
        }

        _folder.Write("a.txt", "Ay.");
        _folder.Write(".b.txt", "Hidden.");
        _folder.Write(".git/c.txt", "Hidden.");
        _folder.Write("inner/a.txt", "Another.");
        _folder.Write("inner/deep/d.md", "Dee.");

        var corpus = await Corpus.LoadAsync(_folder.Path);

        Assert.Equal(["a.txt", "inner/a.txt", "inner/deep/d.md"], corpus.Documents.Select(d => d.Name));
        Assert.Empty(corpus.Skipped);
    }

    [Theory]
    [InlineData("report.pdf", "report.pdf is not read: PDF is no plain text.", "Convert it first: pdftotext -layout report.pdf report.txt")]
    [InlineData("my plan.DOCX", "my plan.DOCX is not read: DOCX is no plain text.", "Convert it first: pandoc \"my plan.DOCX\" -o \"my plan\".md")]
    [InlineData("page.html", "page.html is not read: HTML is no plain text.", "Convert it first: pandoc page.html -o page.md")]
    public async Task LoadAsync_DocumentThatIsNoText_SaysHowToConvertIt(string name, string reason, string remedy)
    {
        var file = _folder.Write(name, "%PDF-1.7");

        var alone = await Assert.ThrowsAsync<CorpusException>(() => Corpus.LoadAsync(file));
        _folder.Write("a.txt", "Ay.");
        var skipped = Assert.Single((await Corpus.LoadAsync(_folder.Path)).Skipped);

        Assert.Equal((reason, remedy), (alone.Message, alone.Remedy));
        Assert.Equal(new SkippedFile(name, reason, remedy), skipped);
    }

    [Theory]
    [InlineData("The lamp burns.", "the lamp", true)]
    [InlineData("It took 11,250 crowns.", "1,250", false)]
    [InlineData("It took 1,250 crowns.", "1,250", true)]
    [InlineData("A lampoon.", "lamp", false)]
    [InlineData("lampoon, lamp", "lamp", true)]
    public void Has_Words_AreWholeOnes(string text, string words, bool expected) =>
        Assert.Equal(expected, new Corpus([Document.FromText("a.txt", text)]).Has(words));

    [Fact]
    public async Task LoadAsync_Cancelled_Propagates()
    {
        _folder.Write("a.txt", "Text.");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Corpus.LoadAsync(_folder.Path, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Hash_DocumentsInAnotherOrder_IsTheSame()
    {
        var (a, b) = (Document.FromText("a", "1"), Document.FromText("b", "2"));

        Assert.Equal(new Corpus([a, b]).Hash, new Corpus([b, a]).Hash);
    }

    [Theory]
    [InlineData("a", "1", "b", "2\n")]
    [InlineData("a", "1\r", "b", "2")]
    [InlineData("a", "2", "b", "1")]
    [InlineData("a", "1", "c", "2")]
    public void Hash_AnyByteOrNameChanged_IsAnother(string firstName, string first, string secondName, string second)
    {
        var corpus = new Corpus([Document.FromText("a", "1"), Document.FromText("b", "2")]);

        Assert.NotEqual(corpus.Hash, new Corpus([Document.FromText(firstName, first), Document.FromText(secondName, second)]).Hash);
    }

    [Fact]
    public void Constructor_SameNameTwice_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new Corpus([Document.FromText("a", "1"), Document.FromText("a", "2")]));
}
