using System.Globalization;
using QaBot.Answering;
using QaBot.Citations;
using QaBot.Conversations;
using QaBot.Indexing;
using QaBot.Testing;
using QaBot.Text;
using Xunit;

namespace QaBot.Core.Tests;

public sealed class QuestionAnswererTests
{
    public static TheoryData<string, string> Answerable => new()
    {
        { "When was Tove Aldermann born?", "4 June 1911" },
        { "Where was Aldermann born?", "Bergen" },
        { "Whom did she marry?", "Sigurd Brekke" },
        { "How many brothers did she have?", "four" },
        { "In which year did the barn burn down?", "1943" },
        { "Where did the wedding take place?", "Copenhagen" },
        { "When was her autobiography published?", "1965" },
        { "Where was the ceremony held?", "Vienna" },
        { "When did they divorce?", "1949" },
    };

    public static TheoryData<string> Unanswerable =>
    [
        "What is the boiling point of mercury?",
        "Who invented the steam engine?",
        "How many moons does Jupiter have?",
        "When did Napoleon invade Russia?",
        "Which submarine did Captain Ahab command?",
        "Which submarine did Captain Ahab command in 1943?",
        "When did Napoleon marry Josephine?",
    ];

    [Theory]
    [MemberData(nameof(Answerable))]
    public async Task AskAsync_QuestionThatTheSourceAnswers_AnswersWithACitation(string question, string expected)
    {
        var answer = await InventedBiography.Answerer.AskAsync(question);

        Assert.Equal(AnswerOutcome.Answered, answer.Outcome);
        Assert.Contains(expected, answer.Text, StringComparison.Ordinal);
        CheckCitations(answer, InventedBiography.Corpus);
    }

    [Theory]
    [InlineData("When was Tove Aldermann born?", "4 June 1911")]
    [InlineData("When did they divorce?", "1949")]
    [InlineData("Where did the wedding take place?", "Copenhagen")]
    [InlineData("In which year did the barn burn down?", "1943")]
    public async Task AskAsync_QuestionOfAKind_HasTheShortAnswer(string question, string expected) =>
        Assert.Contains(expected, (await InventedBiography.Answerer.AskAsync(question)).ShortAnswer, StringComparison.Ordinal);

    /// <summary>What is chosen, however sure the fitted models are of it.</summary>
    [Theory]
    [InlineData("Who was her teacher at the conservatory?", "Magnus Tveit")]
    [InlineData("How many goats did she keep on the farm?", "nine goats")]
    [InlineData("Why did she leave the conservatory?", "because the building had been damaged by a flood")]
    [InlineData("What did her mother teach?", "mathematics")]
    [InlineData("How much did the farm near Lillehammer cost?", "12,000 kroner")]
    public async Task AskAsync_AnyConfidenceIsEnough_CitesTheSentenceThatAnswers(string question, string expected)
    {
        var answer = await Unreserved.AskAsync(question);

        Assert.Contains(expected, answer.Citations[0].Quote, StringComparison.Ordinal);
        CheckCitations(answer, InventedBiography.Corpus);
    }

    [Theory]
    [InlineData("Did she marry the painter Sigurd Brekke?", "Yes")]
    [InlineData("Did she attend the ceremony?", "No")]
    public async Task AskAsync_YesNoQuestion_SaysYesOrNo(string question, string expected) =>
        Assert.Equal(expected, (await Unreserved.AskAsync(question)).ShortAnswer);

    [Theory]
    [MemberData(nameof(Unanswerable))]
    public async Task AskAsync_QuestionThatTheSourceDoesNotAnswer_Abstains(string question)
    {
        var answer = await InventedBiography.Answerer.AskAsync(question);

        Assert.Equal((AnswerOutcome.Abstained, AbstentionReason.NotInSource), (answer.Outcome, answer.Reason));
        Assert.Equal(Abstention.Sentence(AbstentionReason.NotInSource), answer.Text);
        Assert.Empty(answer.Citations);
        Assert.Null(answer.ShortAnswer);
    }

    [Theory]
    [InlineData("Who is she?")]
    [InlineData("?!")]
    public async Task AskAsync_NothingToSearchFor_IsOutOfScope(string question)
    {
        var answer = await InventedBiography.Answerer.AskAsync(question);

        Assert.Equal((AnswerOutcome.Abstained, AbstentionReason.OutOfScope), (answer.Outcome, answer.Reason));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \u00A0\r\n")]
    [InlineData("Who\0?")]
    public async Task AskAsync_TextThatIsNoQuestion_IsRefusedAndNotRemembered(string question)
    {
        var conversation = new Conversation();

        var answer = await InventedBiography.Answerer.AskAsync(question, conversation);

        Assert.Equal(AnswerOutcome.Refused, answer.Outcome);
        Assert.NotNull(answer.Refusal);
        Assert.Empty(answer.Text);
        Assert.Empty(answer.Citations);
        Assert.Empty(conversation.Turns);
    }

    [Fact]
    public async Task AskAsync_LongerThanTheOption_IsRefused()
    {
        var options = new QuestionAnswererOptions { Answering = new AnsweringOptions { LongestQuestion = 20 } };
        var answerer = new QuestionAnswerer(InventedBiography.Corpus, InventedBiography.Index, options);

        Assert.Equal(AnswerOutcome.Refused, (await answerer.AskAsync("Where was Aldermann born?")).Outcome);
        Assert.NotEqual(AnswerOutcome.Refused, (await answerer.AskAsync("Where was she born?")).Outcome);
    }

    [Theory]
    [InlineData("Was Tove Aldermann born in 1911?", "Yes")]
    [InlineData("Was Tove Aldermann born in 1950?", "No")]
    public async Task AskAsync_WhatIsAsserted_IsAskedFor(string question, string expected)
    {
        var answer = await new QuestionAnswerer(InventedBiography.Corpus, InventedBiography.Index).AskAsync(question);

        Assert.Equal(expected, answer.ShortAnswer);
        Assert.Contains("4 June 1911", Assert.Single(answer.Citations).Quote, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("When was Tove Aldermann born?")]
    [InlineData("Was Tove Aldermann born in 1911?")]
    [InlineData("Was Tove Aldermann born in 1950?")]
    public async Task AskAsync_NoConfidenceIsEnough_Abstains(string question)
    {
        var options = new QuestionAnswererOptions { Answering = new AnsweringOptions { MinConfidence = 1 } };
        var answerer = new QuestionAnswerer(InventedBiography.Corpus, InventedBiography.Index, options);

        Assert.Equal(AbstentionReason.NotInSource, (await answerer.AskAsync(question)).Reason);
    }

    [Theory]
    [InlineData("What is the keeper's number?", "555-0101")]
    [InlineData("What is the phone number of the keeper?", "555-0101")]
    [InlineData("What is the keeper's mobile number?", null)]
    public async Task AskAsync_SentenceWithAllWordsHasAPhoneNumber_AnswersAtAnyConfidence(string question, string? expected)
    {
        var answerer = NewAnswerer(new Corpus([Document.FromText("lock.txt", "Call the keeper at 555-0101 before ten. He is Tom Hale.")]), minConfidence: 0.99);

        Assert.Equal(expected, (await answerer.AskAsync(question)).ShortAnswer);
    }

    [Theory]
    [InlineData("hale harbour fire date", "7 February 1931")]
    [InlineData("harbour fire budget", null)]
    [InlineData("harbour flood date", null)]
    [InlineData("sauna price", null)]
    [InlineData("harbour date", null)]
    public async Task AskAsync_SentenceWithAllSearchWordsHasWhatTheyEndWith_AnswersAtAnyConfidence(string question, string? expected)
    {
        var answerer = NewAnswerer(new Corpus([Document.FromText("fire.txt", "On 7 February 1931 Tom Hale put out the fire in the harbour. He was ill then.\n\n- Sauna: 9 to 17\n- Pool: 8 to 20\n")]), minConfidence: 0.99);

        Assert.Equal(expected, (await answerer.AskAsync(question)).ShortAnswer);
    }

    [Theory]
    [InlineData("Is there a canteen?", "No")]
    [InlineData("Is there no canteen?", "Yes")]
    [InlineData("Isn't there a canteen?", "No")]
    [InlineData("Can I have a second job?", "Yes")]
    [InlineData("Is it forbidden to swim?", "Yes")]
    [InlineData("Is it allowed to swim?", "No")]
    public async Task AskAsync_QuestionThatTheSourceAsksToo_IsAnsweredByWhatStandsBehind(string question, string expected)
    {
        const string Text = "**Is there a canteen?**\nNo, but there is a kitchen on each floor.\n\n**May I have a second job?**\nYes, if you tell us beforehand.\n\n**Is it forbidden to swim?**\nYes. The harbour is deep.\n";
        var answer = await NewAnswerer(new Corpus([Document.FromText("faq.md", Text)]), new AnsweringOptions().MinConfidence).AskAsync(question);

        Assert.Equal(expected, answer.ShortAnswer);
        Assert.All(answer.Citations, citation => Assert.DoesNotContain('?', citation.Quote));
    }

    [Fact]
    public async Task AskAsync_SentenceThatAsks_IsNotCited()
    {
        var answer = await NewAnswerer(new Corpus([Document.FromText("faq.md", "**Where do I park?**\nBehind the cold store, where 31 spaces are.\n\n**Where do I eat?**\nIn the kitchen.\n")]), minConfidence: 0).AskAsync("Where do I park?");

        Assert.Contains("cold store", answer.Text, StringComparison.Ordinal);
        Assert.All(answer.Citations, citation => Assert.DoesNotContain('?', citation.Quote));
    }

    /// <summary>Other questions are answered at any confidence then.</summary>
    [Theory]
    [InlineData("Did Tove Aldermann speak Italian?")]
    [InlineData("Has her mother ever been to Vienna?")]
    public async Task AskAsync_SentenceThatSaysNeitherYesNorNo_IsNotShownUnsurely(string question)
    {
        var answer = await Unreserved.AskAsync(question);

        Assert.Equal(AbstentionReason.NotInSource, answer.Reason);
        Assert.Empty(answer.Citations);
    }

    [Fact]
    public async Task AskAsync_FollowUp_IsReadInFullAndRemembered()
    {
        var conversation = new Conversation();
        var answerer = Unreserved;
        await answerer.AskAsync("Where did the wedding take place?", conversation);

        var answer = await answerer.AskAsync("and when?", conversation);

        Assert.Equal("When did the wedding take place?", answer.ReadAs);
        Assert.Equal("and when?", answer.Question);
        CheckCitations(answer, InventedBiography.Corpus);
        Assert.NotEmpty(answer.Citations);
        Assert.Equal(["Where did the wedding take place?", "When did the wedding take place?"], conversation.Turns.Select(turn => turn.Question));
    }

    [Fact]
    public async Task AskAsync_WithoutConversation_ReadsTheQuestionAsItStands() =>
        Assert.Null((await InventedBiography.Answerer.AskAsync("Who directed The Silent Harbour?")).ReadAs);

    [Theory]
    [InlineData("Who remembers being a zeppelin pilot?")]
    [InlineData("Who wrote Norwegian Strings?")]
    [InlineData("What did Nidaros Books publish?")]
    public async Task AskAsync_OnlyTheReferencesHaveIt_DoesNotCiteThem(string question)
    {
        var answer = await InventedBiography.Answerer.AskAsync(question);

        Assert.All(answer.Citations, citation => Assert.True(citation.Span.End <= StartOfReferences, citation.Quote));
        Assert.All(answer.Nearest, sentence => Assert.True(sentence.Span.End <= StartOfReferences, sentence.Quote));
    }

    [Fact]
    public async Task AskAsync_NotSureEnough_ShowsTheSentencesThatShareMostWithTheQuestion()
    {
        var options = new QuestionAnswererOptions { Answering = new AnsweringOptions { MinConfidence = 1 } };
        var answer = await new QuestionAnswerer(InventedBiography.Corpus, InventedBiography.Index, options).AskAsync("Where was Aldermann born?");

        Assert.Equal(AbstentionReason.NotInSource, answer.Reason);
        Assert.Equal(Enumerable.Range(1, answer.Nearest.Count), answer.Nearest.Select(sentence => sentence.Number));
        Assert.Contains(answer.Nearest, sentence => sentence.Quote.Contains("born", StringComparison.Ordinal));
        Assert.All(answer.Nearest, sentence => Assert.Equal(sentence.Quote, InventedBiography.Text[sentence.Span.Start..sentence.Span.End]));
    }

    [Fact]
    public async Task AskAsync_QuestionForASource_MayCiteTheReferences()
    {
        var answer = await Unreserved.AskAsync("Which article is about a zeppelin pilot?");

        Assert.Contains(answer.Citations, citation => citation.Span.Start >= StartOfReferences);
        CheckCitations(answer, InventedBiography.Corpus);
    }

    [Theory]
    [InlineData("\r\n", " ", "")]
    [InlineData("\n", "\u00A0", "")]
    [InlineData("\n", " ", "\uFEFF")]
    [InlineData("\r\n", "\u00A0", "\uFEFF")]
    public async Task AskAsync_TextAsItIsStored_IsQuotedCharacterForCharacter(string lineEnd, string space, string start)
    {
        // The spaces within dates are no-break ones, as typesetting has them, and sentences carry footnote marks of their own.
        var text = start + InventedBiography.Text.Replace("4 June 1911", $"4{space}June{space}1911", StringComparison.Ordinal)
            .Replace("Magnus Tveit.", "Magnus Tveit.[1][12]", StringComparison.Ordinal)
            .Replace("in 1943.", "in 1943 [3].", StringComparison.Ordinal)
            .Replace("\n", lineEnd, StringComparison.Ordinal);
        var corpus = InventedBiography.CorpusOf(text);
        var answerer = NewAnswerer(corpus, minConfidence: 0);

        foreach (var question in new[] { "When was Tove Aldermann born?", "Who was her teacher at the conservatory?", "In which year did the barn burn down?" })
        {
            var answer = await answerer.AskAsync(question);

            Assert.Equal(AnswerOutcome.Answered, answer.Outcome);
            CheckCitations(answer, corpus);
            Assert.Equal(Enumerable.Range(1, answer.Citations.Count), CitedText.Parts(answer.Text).SelectMany(part => part.Markers));
            Assert.DoesNotContain('\u00A0', answer.Text);
        }
    }

    /// <summary>The marks of tr-TR and de-DE, of sv-SE, and of ar-SA.</summary>
    [Theory]
    [InlineData(",", ".", "-")]
    [InlineData(",", "\u00A0", "\u2212")]
    [InlineData("\u066B", "\u066C", "\u061C-")]
    public async Task AskAsync_UnderAnyCulture_GivesTheSameBytes(string point, string group, string minus)
    {
        var expected = await AskAllAsync();
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = Culture(point, group, minus);

            Assert.Equal(expected, await AskAllAsync());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task AskAsync_FromSeveralThreads_GivesTheSameBytes()
    {
        var expected = await AskAllAsync();
        var answerer = Unreserved;

        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => AskAllAsync(answerer))));

        Assert.All(all, answers => Assert.Equal(expected, answers));
    }

    [Fact]
    public async Task AskAsync_Cancelled_ThrowsAndRemembersNothing()
    {
        var conversation = new Conversation();

        await Assert.ThrowsAsync<OperationCanceledException>(() =>
            InventedBiography.Answerer.AskAsync("Where was she born?", conversation, new CancellationToken(canceled: true)));

        Assert.Empty(conversation.Turns);
    }

    [Fact]
    public async Task AskAsync_Any_SaysWhatMadeTheAnswer()
    {
        var answer = await InventedBiography.Answerer.AskAsync("Where was Aldermann born?");

        Assert.Equal(new EngineInfo(PassageIndex.Engine, "reader", QuestionAnswerer.Version), answer.Engine);
        Assert.InRange(answer.Confidence, 0, 1);
    }

    private static int StartOfReferences => InventedBiography.Text.IndexOf("References\n", StringComparison.Ordinal);

    /// <summary>Answers whenever there is anything to cite.</summary>
    private static QuestionAnswerer Unreserved => NewAnswerer(InventedBiography.Corpus, minConfidence: 0);

    private static QuestionAnswerer NewAnswerer(Corpus corpus, double minConfidence) => new(
        corpus, InventedBiography.IndexOf(corpus), new QuestionAnswererOptions { Answering = new AnsweringOptions { MinConfidence = minConfidence } });

    /// <summary>Every question to a new answerer, as its JSON without the time it took.</summary>
    private static async Task<List<string>> AskAllAsync(QuestionAnswerer? answerer = null)
    {
        answerer ??= Unreserved;
        var answers = new List<string>();
        foreach (var question in Answerable.Concat(Unanswerable).Select(row => (string)row[0]))
        {
            var answer = await answerer.AskAsync(question);
            answers.Add(AnswerJson.Of(answer with { Elapsed = TimeSpan.Zero }).ToString());
        }

        return answers;
    }

    /// <summary>A culture with marks of its own: the build is invariant and knows the named ones only by hand.</summary>
    private static CultureInfo Culture(string point, string group, string minus)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = point;
        culture.NumberFormat.NumberGroupSeparator = group;
        culture.NumberFormat.NegativeSign = minus;
        culture.DateTimeFormat.ShortDatePattern = "dd.MM.yyyy";
        return culture;
    }

    private static void CheckCitations(Answer answer, Corpus corpus)
    {
        Assert.NotEmpty(answer.Citations);
        Assert.Empty(CitationVerifier.Verify(answer.Outcome, answer.Text, answer.ShortAnswer, answer.Citations, corpus));
        Assert.All(answer.Citations, citation =>
        {
            var document = corpus.Find(citation.Document)!;
            Assert.Equal(document.Hash, citation.DocumentHash);
            Assert.Equal(document.Text[citation.Span.Start..citation.Span.End], citation.Quote);
        });
    }
}
