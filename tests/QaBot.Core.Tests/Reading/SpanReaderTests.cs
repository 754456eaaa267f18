using QaBot.Chunking;
using QaBot.Indexing;
using QaBot.Reading;
using QaBot.Text;
using Xunit;

namespace QaBot.Core.Tests.Reading;

public sealed class SpanReaderTests
{
    private static readonly SpanReader Reader = SpanReader.Shared(new ReadingOptions());
    private const string Text = "Ada Fell was born on 4 May 1911 in Leeds. She opened a shop for lamps in York.\n\nThe shop sold tea, coffee and bread.";

    [Theory]
    [InlineData("When was Ada Fell born?", "4 May 1911")]
    [InlineData("Where was Ada Fell born?", "Leeds")]
    public void Read_AnsweredQuestion_FindsTheWords(string question, string expected)
    {
        var best = Read(question).SelectMany(spans => spans).MaxBy(span => span.Score)!;

        Assert.True(best.Score > 0);
        Assert.Equal(expected, best.Window.Passage.Document.Slice(best.Span));
        Assert.InRange(best.Probability, 0.0, 1.0);
    }

    [Fact]
    public void Read_SameWindowsTwice_GivesTheSameScores() =>
        Assert.Equal(Scores("Who opened a shop?"), Scores("Who opened a shop?"));

    [Fact]
    public void Read_NoWindows_GivesNothing() => Assert.Empty(Reader.Read("Who?", []));

    [Fact]
    public void Read_WindowWithoutWords_HasNoSpans()
    {
        var document = Document.FromText("a.txt", "\u200b\u200b.");
        var passage = new Passage(document, 1, Zone.Body, [new TextSpan(0, 2)], PassageContext.None);

        Assert.Empty(Assert.Single(Reader.Read("Who?", [new ReadingWindow(passage, passage.Span)])));
    }

    [Theory]
    [InlineData("What cost 1250000 crowns?")]
    [InlineData("What happened?")]
    public void Read_WindowOfSentences_HasSpansOfOneSentenceEach(string question)
    {
        var document = Document.FromText("a.txt", "The bridge cost 1 250 000 crowns. It was built by Rosa Keller in 1931. The mill cost 3 400 crowns.");
        var passage = new Passage(document, 1, Zone.Body, document.Sentences, PassageContext.None);
        var spans = Reader.Read(question, [new ReadingWindow(passage, passage.Span)])[0];

        Assert.NotEmpty(spans);
        Assert.All(spans, span => Assert.Contains(document.Sentences, sentence => sentence.Contains(span.Span)));
    }

    [Fact]
    public void Read_VeryLongWindow_StaysInsideIt()
    {
        var document = Document.FromText("a.txt", string.Join(' ', Enumerable.Repeat("lamp", 2_000)) + ".");
        var passage = new Passage(document, 1, Zone.Body, [new TextSpan(0, document.Text.Length)], PassageContext.None);

        Assert.All(Reader.Read("What?", [new ReadingWindow(passage, passage.Span)])[0], span => Assert.True(passage.Span.Contains(span.Span)));
    }

    [Theory]
    [InlineData(4.9f, "ada")]
    [InlineData(4.0f, "ada met bo here")]
    public void Best_TwoAnswersAboutAsGood_AreNotMadeIntoOne(float other, string expected)
    {
        var tokenizer = new WordPieceTokenizer(new StringReader("[UNK]\n[CLS]\n[SEP]\n:\nwho\nada\nmet\nbo\nhere\n"));
        var document = Document.FromText("a.txt", "ada met bo here");
        var passage = new Passage(document, 1, Zone.Body, document.Sentences, PassageContext.None);
        var window = new ReadingWindow(passage, passage.Span);
        var input = ReaderInput.Create(tokenizer, tokenizer.Tokenize("who"), [], new WindowPieces(tokenizer).Of(window));
        var scores = new float[input.Ids.Length * 2];
        void Set(int word, float start, float end) => (scores[(input.WindowStart + word) * 2], scores[((input.WindowStart + word) * 2) + 1]) = (start, end);
        Set(0, 5, other);
        Set(3, other, 5);

        Assert.Equal(expected, document.Slice(SpanReader.Best(window, input, scores)[0].Span));
    }

    [Fact]
    public void Read_Cancelled_Stops() =>
        Assert.Throws<OperationCanceledException>(() => Reader.Read("Who?", Windows(), new CancellationToken(canceled: true)));

    private static IEnumerable<double> Scores(string question) => [.. Read(question).SelectMany(spans => spans).Select(span => span.Score)];

    private static IReadOnlyList<IReadOnlyList<ReadSpan>> Read(string question) => Reader.Read(question, Windows());

    private static List<ReadingWindow> Windows()
    {
        var index = PassageIndex.Build(new Corpus([Document.FromText("ada.txt", Text)]), new ChunkingOptions { TargetLength = 60, OverlapSentences = 0 });
        return [.. Enumerable.Range(0, index.Count).Select(i => new ReadingWindow(index[i], index[i].Span))];
    }
}
