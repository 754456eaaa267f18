using QaBot.Chunking;
using QaBot.Testing;
using QaBot.Text;
using Xunit;

namespace QaBot.Core.Tests.Chunking;

public sealed class ChunkerTests
{
    private static readonly List<Passage> Passages = [.. Chunker.Chunk(Sources.Biography, new ChunkingOptions())];

    public static TheoryData<int, int> Options => new()
    {
        { 600, 1 }, { 600, 0 }, { 600, 5 }, { 50, 0 }, { 50, 5 }, { 10_000, 0 }, { 10_000, 5 }, { 300, 2 },
    };

    [Theory]
    [MemberData(nameof(Options))]
    public void Chunk_Biography_CoversEverySentenceInOrder(int targetLength, int overlap)
    {
        var passages = Chunk(Sources.Biography, targetLength, overlap);

        Assert.Equal(SentenceSegmenter.Split(Sources.Biography.Text), passages.SelectMany(p => p.Sentences).Distinct());
        Assert.Equal(Enumerable.Range(1, passages.Count), passages.Select(p => p.Number));
        Assert.Equal(passages.Count, passages.Select(p => p.Id).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Options))]
    public void Chunk_Biography_OverlapsByNoMoreThanAsked(int targetLength, int overlap)
    {
        var passages = Chunk(Sources.Biography, targetLength, overlap);

        foreach (var (left, right) in passages.Zip(passages.Skip(1)))
        {
            Assert.InRange(left.Sentences.Intersect(right.Sentences).Count(), 0, overlap);
            Assert.True(right.Sentences[^1].End > left.Sentences[^1].End, $"{right} is not inside {left}");
        }
    }

    [Theory]
    [MemberData(nameof(Options))]
    public void Chunk_Biography_KeepsToTheTargetLength(int targetLength, int overlap)
    {
        var passages = Chunk(Sources.Biography, targetLength, overlap);

        Assert.All(passages, p => Assert.True(
            p.Sentences.Count == 1 || p.Sentences[^2].End - p.Span.Start < targetLength, $"{p} goes on although it is long enough"));
        Assert.All(passages, p => Assert.True(p.Sentences.Count == 1 || p.Span.Length <= 2 * targetLength, $"{p} is too long"));
    }

    [Fact]
    public void Chunk_Defaults_MakeBodyPassagesOfAboutTheTargetLengthWithOneSentenceOfOverlap()
    {
        var body = Passages.Where(p => p.Zone == Zone.Body).ToList();

        Assert.InRange(body.Average(p => p.Span.Length), 500, 800);
        Assert.All(body.Zip(body.Skip(1)), pair => Assert.Equal(pair.First.Sentences[^1], pair.Second.Sentences[0]));
    }

    [Fact]
    public void Chunk_Biography_NeverCrossesIntoTheReferences()
    {
        Assert.All(Passages, p => Assert.Equal(p.Span.Start >= 44_743 ? Zone.References : Zone.Body, p.Zone));
        Assert.All(Passages.Where(p => p.Zone == Zone.Body), p => Assert.True(p.Span.End <= 44_743));
    }

    [Fact]
    public void Chunk_Twice_GivesTheSame()
    {
        var again = Chunker.Chunk(Sources.Biography, new ChunkingOptions()).ToList();

        Assert.Equal(Passages.Select(p => (p.Id, p.Span, p.Zone, p.Context)), again.Select(p => (p.Id, p.Span, p.Zone, p.Context)));
        Assert.Equal("juliette-binoche.txt#1", again[0].ToString());
    }

    [Fact]
    public void Chunk_FirstPassage_HasNoContext() => Assert.Same(PassageContext.None, Passages[0].Context);

    [Fact]
    public void Chunk_PassageThatSpeaksOfTheFilm_HasItsNameInContext()
    {
        var starting = Chunk(Sources.Biography, 50, 0)
            .Single(p => p.Text.StartsWith("The film was a box office success", StringComparison.Ordinal));

        Assert.Equal("The Horseman on the Roof", starting.Context.Work);
    }

    [Fact]
    public void Chunk_Context_IsOfWhatStandsBeforeThePassage()
    {
        string[] paragraphs =
        [
            "In a little house by the sea Eva Hill wrote Blue (1990).", "She left it soon.",
            "In a little house by the lake Max Stone wrote Red (1995).", "It failed there.",
        ];
        var document = Document.FromText("a.txt", string.Join("\n\n", paragraphs));

        var passages = Chunk(document, 30, 0);

        Assert.Equal(
            [PassageContext.None, new("Blue", "Eva Hill", "1990"), new("Blue", "Eva Hill", "1990"), new("Red", "Max Stone", "1995")],
            passages.Select(p => p.Context));
    }

    [Fact]
    public void ToString_Context_IsItsPartsWithSpaces()
    {
        Assert.Equal("Blue 1990", new PassageContext("Blue", null, "1990").ToString());
        Assert.Equal("", PassageContext.None.ToString());
    }

    [Fact]
    public void Chunk_Paragraphs_EndPassagesWithoutOverlap()
    {
        var paragraph = string.Join(' ', Enumerable.Repeat("This is a sentence of some forty letters.", 9));
        var document = Document.FromText("a.txt", $"{paragraph}\r\n\r\n{paragraph}");

        var passages = Chunk(document, 600, 1);

        Assert.Equal([paragraph, paragraph], passages.Select(p => p.Text));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\u00A0")]
    public void Chunk_NoText_HasNoPassages(string text) => Assert.Empty(Chunker.Chunk(Document.FromText("a.txt", text), new ChunkingOptions()));

    [Fact]
    public void Constructor_NoSentence_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new Passage(Sources.Biography, 1, Zone.Body, [], PassageContext.None));

    private static List<Passage> Chunk(Document document, int targetLength, int overlap) =>
        [.. Chunker.Chunk(document, new ChunkingOptions { TargetLength = targetLength, OverlapSentences = overlap })];
}
