using QaBot.Answering;
using QaBot.Answering.Candidates;
using QaBot.Chunking;
using QaBot.Indexing;
using QaBot.Reading;
using QaBot.Retrieval;
using QaBot.Text;
using Xunit;

namespace QaBot.Core.Tests.Answering;

public sealed class AskedCellTests
{
    private static readonly Document Table = Document.FromText(
        "a.md", "| Boat | Built | Master |\n|---|---|---|\n| Tern | 1931 | Ole Strand |\n| Gannet | 1948 | Edda Voss |\n\nThe Tern was built in 1931.");

    [Theory]
    [InlineData("When was the Gannet built?", "Edda Voss", "1948")]
    [InlineData("Who is the master of the Gannet?", "1948", "Edda Voss")]
    [InlineData("Which boat was built in 1948?", "Edda Voss", "Gannet")]
    [InlineData("When was the Gannet built?", "1948", "1948")]
    [InlineData("What about the Gannet?", "Voss", "Edda Voss")]
    [InlineData("Who is the master of the boat?", "Gannet", "Gannet")]
    [InlineData("When was the Tern built?", "1931.", null)]
    public void Find_Row_IsTheCellUnderTheHeadThatTheQuestionNames(string text, string found, string? expected)
    {
        using var index = PassageIndex.Build(new Corpus([Table]), new ChunkingOptions());
        var question = Question.Parse(text);
        var asked = new AskedWords(question, new Retriever(index, new RetrievalOptions()).Retrieve(question), index);
        var start = Table.Text.IndexOf(found, StringComparison.Ordinal);
        var sentence = Table.Sentences.Single(s => s.Contains(new TextSpan(start, start + found.Length)));
        var passage = Enumerable.Range(0, index.Count).Select(i => index[i]).First(p => p.Sentences.Contains(sentence));
        var candidate = new AnswerCandidate(new ReadSpan(new ReadingWindow(passage, sentence), new TextSpan(start, start + found.Length), 1, 0.5), sentence, passage, []);

        Assert.Equal(expected, AskedCell.Find(asked, candidate) is { } cell ? Table.Slice(cell) : null);
    }
}
