using QaBot.Chunking;
using QaBot.Citations;
using QaBot.Core.Tests.Citations;
using QaBot.Indexing;
using QaBot.Text;
using Xunit;

namespace QaBot.Core.Tests;

/// <summary>Texts that repeat one piece, on which a pattern that backtracks would not end.</summary>
public sealed class HostileTextTests
{
    private const int Long = 100_000;


    public static TheoryData<string> Pieces => new(
        " ", "\t\n", "a", "A", "1", "1,", ",111", "1,111,", "1.1", "[", "]", "[1", "[1[", "[ ", "[1, ", "[1] ", "[1]", "$1,111", "the ", "the film", "this a ", "because ", "not a ",
        "one hundred ", "more than ", "at the age of ", "May ", "late ", "19", "1999 ", "\"a", "“", "“\"", "a-", "A in ", "A, ", "so, ", "'s ", "A. ", "no. ", "²", "e\u0301", "\u200B", "🎬");

    [Theory]
    [MemberData(nameof(Pieces))]
    public void Display_LongText_IsNoLonger(string piece)
    {
        var text = Repeat(piece, Long);

        Assert.InRange(CitedText.Display(text).Length, 0, text.Length);
        Assert.InRange(CitedText.Display(text + Repeat("]", Long / 2) + "x").Length, 0, text.Length * 2);
        Assert.InRange(CitedText.Parts(text).Count, 0, text.Length);
        Assert.Equal(piece is "[1, " or "[1] " or "[1]" or "[1" or "[1[", CitedText.HasFalseMarker(text + "]"));
    }

    [Theory]
    [MemberData(nameof(Pieces))]
    public void Verify_LongAnswer_FindsFaults(string piece)
    {
        var text = Repeat(piece, Long / 5);

        Assert.NotEmpty(CitedAnswer.About("Eva Hill did not win in 1985. " + text, $"Hill won 7 prizes and {text} [1]").Faults());
    }

    [Theory]
    [MemberData(nameof(Pieces))]
    public async Task AskAsync_LongQuestionsOfALongText_AreAnsweredOrNot(string piece)
    {
        var corpus = new Corpus([Document.FromText("a.txt", "Eva Hill won the Prize in 1985. " + Repeat(piece, Long) + "x. Retrieved 1 May 1999. p. 3, p. 4. ISBN 1.")]);
        var answerer = new QuestionAnswerer(corpus, PassageIndex.Build(corpus, new ChunkingOptions()));
        var conversation = new QaBot.Conversations.Conversation();

        foreach (var question in new[] { "What did Eva Hill win?", Repeat(piece, 2_000), "so" + Repeat(piece, 300) + "?x", "what about " + Repeat(piece, 300), "and it?" })
        {
            var answer = await answerer.AskAsync(question, conversation);
            Assert.InRange((answer.ReadAs ?? "").Length, 0, 500);
        }
    }

    private static string Repeat(string piece, int length) =>
        string.Concat(Enumerable.Repeat(piece, length / piece.Length));
}
