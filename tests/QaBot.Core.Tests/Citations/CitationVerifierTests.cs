using QaBot.Answering;
using QaBot.Citations;
using QaBot.Text;
using Xunit;

namespace QaBot.Core.Tests.Citations;

public sealed class CitationVerifierTests
{
    private const string Source = "Eva Hill was born in Rome on 9 March 1964. She did not win the Grand Prix in 1985, but she sold 60 million records.";

    private static readonly Document Document = Document.FromText("life.txt", Source);
    private static readonly List<TextSpan> Sentences = SentenceSegmenter.Split(Source);
    private static readonly CitedAnswer Right = CitedAnswer.Of(Document, [.. Sentences]);

    [Fact]
    public void Verify_SentencesWordForWord_HasNoFault() => Assert.Empty(Right.Faults());

    [Theory]
    [InlineData("Eva Hill was born in Rome [1].", false)]
    [InlineData("Eva Hill was born in Rome. [1]", true)]
    [InlineData("She was born on 9 March 1964. [1]", true)]
    [InlineData("Hill was born on 9 March 1964 in Rome. [1]", true)]
    [InlineData("Born in Rome: Eva Hill.\n[1]", true)]
    public void Verify_FirstSentenceInOtherWords_PassesWithItsMarkerAtTheEnd(string text, bool passes)
    {
        var answer = CitedAnswer.Of(Document, Sentences[0]) with { Text = text };
        var changed = text.Contains("She", StringComparison.Ordinal) ? answer with { Text = text.Replace("She", "Hill", StringComparison.Ordinal) } : answer;

        Assert.Equal(passes, !changed.Faults().Any());
    }

    [Fact]
    public void Verify_DocumentRenamed_IsUnknown() =>
        Assert.Equal([FaultKind.UnknownDocument], Right.WithCitation(0, c => c with { Document = "other.txt", Passage = "other.txt#1" }).Faults());

    [Fact]
    public void Verify_AnotherHash_IsAChangedDocument() =>
        Assert.Equal([FaultKind.DocumentChanged], Right.WithCitation(1, c => c with { DocumentHash = c.DocumentHash.ToUpperInvariant() }).Faults());

    [Theory]
    [InlineData("other.txt#1")]
    [InlineData("life.txt")]
    [InlineData("life.txt#")]
    [InlineData("life.txt#0")]
    [InlineData("life.txt#-1")]
    [InlineData("life.txt#1 ")]
    [InlineData("life.txt#one")]
    [InlineData("life.txt#01")]
    public void Verify_PassageThatIsNone_Differs(string passage) =>
        Assert.Equal([FaultKind.PassageDiffers], Right.WithCitation(0, c => c with { Passage = passage }).Faults());

    [Theory]
    [InlineData(0, 0)]
    [InlineData(10, 10_000)]
    [InlineData(200, 300)]
    public void Verify_SpanThatIsNone_IsOutOfRange(int start, int end) =>
        Assert.Contains(FaultKind.SpanOutOfRange, Right.WithCitation(0, c => c with { Span = new TextSpan(start, end) }).Faults());

    [Fact]
    public void Verify_AnotherQuote_Differs() =>
        Assert.Contains(FaultKind.QuoteDiffers, Right.WithCitation(0, c => c with { Quote = c.Quote.Replace('9', '8') }).Faults());

    [Theory]
    [InlineData("win the Grand Prix in 1985")]
    [InlineData("She did not win the Grand Prix in 1985")]
    [InlineData("she sold 60 million records.")]
    public void Verify_QuoteThatLeavesOutPartOfItsSentence_IsAPart(string quote)
    {
        var start = Source.IndexOf(quote, StringComparison.Ordinal);

        Assert.Equal([FaultKind.PartOfSentence], CitedAnswer.Of(Document, new TextSpan(start, start + quote.Length)).Faults());
    }

    [Fact]
    public void Verify_QuoteOfTwoSentences_SupportsEither()
    {
        var both = CitedAnswer.Of(Document, new TextSpan(0, Source.Length));

        Assert.Empty(both.Faults());
        Assert.All(Sentences, span => Assert.Empty((both with { Text = $"{Document.Slice(span)} [1]" }).Faults()));
    }

    [Theory]
    [InlineData("renumbered", 1, 1, FaultKind.Numbering)]
    [InlineData("from nought", 0, 1, FaultKind.Numbering)]
    [InlineData("with a gap", 1, 3, FaultKind.Numbering)]
    public void Verify_CitationsNotNumberedInOrder_AreAFault(string label, int first, int second, FaultKind kind)
    {
        var answer = Right.WithCitation(0, c => c with { Number = first }).WithCitation(1, c => c with { Number = second });

        Assert.True(answer.Faults().Contains(kind), label);
    }

    [Fact]
    public void Verify_CitationWithoutMarker_IsAFault() =>
        Assert.Equal([FaultKind.Marker], (Right with { Text = $"{Document.Slice(Sentences[0])} [1]" }).Faults());

    [Fact]
    public void Verify_CitationDropped_IsAFault() =>
        Assert.Equal([FaultKind.Marker, FaultKind.Uncited], (Right with { Citations = [Right.Citations[0]] }).Faults());

    [Fact]
    public void Verify_MarkersOutOfOrder_AreAFault()
    {
        var text = Right.Text.Replace("[1]", "[0]", StringComparison.Ordinal).Replace("[2]", "[1]", StringComparison.Ordinal)
            .Replace("[0]", "[2]", StringComparison.Ordinal);

        Assert.Contains(FaultKind.Numbering, (Right with { Text = text }).Faults());
    }

    [Theory]
    [InlineData("Rome on 9 March 1965", FaultKind.Number)]
    [InlineData("Rome on 10 March 1964", FaultKind.Number)]
    [InlineData("Bonn on 9 March 1964", FaultKind.Name)]
    [InlineData("Rome on 9 May 1964", FaultKind.Name)]
    [InlineData("Rome, not on 9 March 1964", FaultKind.Negation)]
    [InlineData("Rome, as many painters, writers and singers of that time", FaultKind.Words)]
    public void Verify_SentenceThatSaysSomethingElse_IsAFault(string instead, FaultKind kind)
    {
        var text = Right.Text.Replace("Rome on 9 March 1964", instead, StringComparison.Ordinal);

        Assert.Contains(kind, (Right with { Text = text }).Faults());
    }

    [Theory]
    [InlineData("Rome", true)]
    [InlineData("9 March 1964", true)]
    [InlineData("Eva Hill, Rome", true)]
    [InlineData("Yes", true)]
    [InlineData("No", true)]
    [InlineData("60 million", true)]
    [InlineData("0 million", false)]
    [InlineData("9 March 196", false)]
    [InlineData("9 march 1964", false)]
    [InlineData("ome", false)]
    [InlineData("Bonn", false)]
    [InlineData("Rome, Bonn", false)]
    [InlineData("", false)]
    [InlineData(" ", false)]
    [InlineData(", ", false)]
    [InlineData(".", false)]
    [InlineData("Rome, ", false)]
    [InlineData("yes", false)]
    public void Verify_ShortAnswer_HasToBeWordsOfAQuote(string shortAnswer, bool passes)
    {
        var expected = passes ? Array.Empty<FaultKind>() : [FaultKind.ShortAnswer];

        Assert.Equal(expected, (Right with { Short = shortAnswer }).Faults());
    }

    [Theory]
    [InlineData("The rate was 1.5 in May.", "5")]
    [InlineData("The rate was 1.5 in May.", "1")]
    [InlineData("It cost 1,500 francs.", "500 francs")]
    [InlineData("He came on 19 March.", "9 March")]
    public void Verify_ShortAnswerThatCutsANumber_IsAFault(string source, string shortAnswer) =>
        Assert.Equal([FaultKind.ShortAnswer], (CitedAnswer.About(source, $"{source} [1]") with { Short = shortAnswer }).Faults());

    [Theory]
    [InlineData(AnswerOutcome.Abstained, "The source does not say.", true)]
    [InlineData(AnswerOutcome.Abstained, "The question could mean several things.", false)]
    [InlineData(AnswerOutcome.Abstained, "", false)]
    [InlineData(AnswerOutcome.Abstained, "The source does not say. Eva Hill is dead.", false)]
    [InlineData(AnswerOutcome.Abstained, "The source does not say.Eva Hill is dead.", false)]
    [InlineData(AnswerOutcome.Abstained, "Eva Hill is dead.", false)]
    [InlineData(AnswerOutcome.Abstained, "the source does not say", false)]
    [InlineData(AnswerOutcome.Answered, "The source does not say.", false)]
    [InlineData(AnswerOutcome.Answered, "", false)]
    [InlineData(AnswerOutcome.Answered, " \n", false)]
    [InlineData(AnswerOutcome.Refused, "", true)]
    [InlineData(AnswerOutcome.Refused, "Eva Hill is dead.", false)]
    public void Verify_TextWithoutCitation_PassesOnlyWhereNothingIsSaid(AnswerOutcome outcome, string text, bool passes) =>
        Assert.Equal(passes, !new CitedAnswer(Right.Corpus, text, null, [], outcome).Faults().Any());

    [Fact]
    public void Verify_AbstentionThatCitesWhatTheSourceSays_Passes()
    {
        var answer = CitedAnswer.Of(Document, Sentences[1]) with { Outcome = AnswerOutcome.Abstained };

        Assert.Empty((answer with { Text = "The source says otherwise. " + answer.Text }).Faults());
        Assert.NotEmpty((answer with { Text = "The source says otherwise. She won in 1985. [1]" }).Faults());
        Assert.NotEmpty((answer with { Text = answer.Text + " She won in 1985." }).Faults());
    }

    [Fact]
    public void Verify_YesWithoutCitation_IsAFault() =>
        Assert.Equal(
            [FaultKind.ShortAnswer],
            new CitedAnswer(Right.Corpus, "The source does not say.", "Yes", [], AnswerOutcome.Abstained).Faults());
}
