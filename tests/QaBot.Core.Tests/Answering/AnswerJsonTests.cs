using System.Text.Json;
using QaBot.Answering;
using QaBot.Citations;
using QaBot.Text;
using Xunit;

namespace QaBot.Core.Tests.Answering;

public sealed class AnswerJsonTests
{
    private static readonly Answer Answered = new()
    {
        Question = "When was she born?",
        ReadAs = "When was Élodie born?",
        Outcome = AnswerOutcome.Answered,
        Text = "Élodie \"Lo\" was born <here> on 9 March 1964. [1]",
        ShortAnswer = "9 March 1964",
        Confidence = 0.930_04,
        Citations = [new Citation(1, "a.txt", "sha256:00", "a.txt#3", new TextSpan(123, 180), "Élodie – “Lo”\r\n'é' + ż & 日本")],
        Engine = new EngineInfo("lucene", "extractive", "0.1.0"),
        Elapsed = TimeSpan.FromMilliseconds(1.94),
    };

    [Fact]
    public void ToString_Answer_IsTheContractKeyByKey()
    {
        const string expected = """
            {"question":"When was she born?","readAs":"When was Élodie born?","outcome":"answered","reason":null,"answer":"Élodie \"Lo\" was born <here> on 9 March 1964. [1]","short":"9 March 1964","confidence":0.93,"citations":[{"number":1,"document":"a.txt","documentHash":"sha256:00","passage":"a.txt#3","start":123,"end":180,"quote":"Élodie – “Lo”\r\n'é' + ż & 日本"}],"engine":{"index":"lucene","answerer":"extractive","version":"0.1.0"},"elapsedMs":1.9}
            """;

        Assert.Equal(expected, AnswerJson.Of(Answered).ToString());
    }

    [Fact]
    public void ToString_Refusal_HasNullsAndTheSentenceAsReason()
    {
        var refused = new Answer
        {
            Question = "",
            Outcome = AnswerOutcome.Refused,
            Refusal = "The question is empty: ask something.",
            Text = "",
            Engine = Answered.Engine,
        };

        const string expected = """
            {"question":"","readAs":null,"outcome":"refused","reason":"The question is empty: ask something.","answer":"","short":null,"confidence":0,"citations":[],"engine":{"index":"lucene","answerer":"extractive","version":"0.1.0"},"elapsedMs":0}
            """;

        Assert.Equal(expected, AnswerJson.Of(refused).ToString());
    }

    [Theory]
    [InlineData(AbstentionReason.NotInSource, "not-in-source")]
    [InlineData(AbstentionReason.FalsePremise, "false-premise")]
    [InlineData(AbstentionReason.OutOfScope, "out-of-scope")]
    public void Of_Abstention_NamesItsReason(AbstentionReason reason, string name)
    {
        var json = AnswerJson.Of(Answered with { Outcome = AnswerOutcome.Abstained, Reason = reason });

        Assert.Equal(("abstained", name), (json.Outcome, json.Reason));
    }

    [Fact]
    public void Parse_WhatWasWritten_IsTheSame()
    {
        var json = AnswerJson.Of(Answered).ToString();

        var read = AnswerJson.Parse(json);

        Assert.Equal(json, read.ToString());
        Assert.Equal(Answered.Citations, read.Citations.Select(c => c.ToCitation()));
    }

    [Fact]
    public void ToString_AnyText_IsOnOneLine() =>
        Assert.DoesNotContain(AnswerJson.Of(Answered with { Text = "a\r\nb\u2028c\u2029d\u0085e" }).ToString(), c => c is '\r' or '\n' or '\u2028' or '\u2029' or '\u0085');

    [Theory]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{\"question\":1}")]
    [InlineData("{\"citations\":[{\"start\":\"a\"}]}")]
    public void Parse_NoAnswer_IsAJsonException(string json) => Assert.ThrowsAny<JsonException>(() => AnswerJson.Parse(json));

    [Fact]
    public void Parse_UnknownKeys_AreIgnored() => Assert.Equal("answered", AnswerJson.Parse("""{"question":"","outcome":"answered","answer":"","citations":[],"more":1}""").Outcome);

    [Theory]
    [InlineData(-1, 3)]
    [InlineData(5, 4)]
    public void ToCitation_OffsetsThatAreNoRange_IsNull(int start, int end) => Assert.Null(new CitationJson { Start = start, End = end }.ToCitation());
}
