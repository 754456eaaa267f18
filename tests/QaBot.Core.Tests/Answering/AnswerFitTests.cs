using QaBot.Answering;
using QaBot.Text;
using Xunit;

namespace QaBot.Core.Tests.Answering;

public sealed class AnswerFitTests
{
    [Theory]
    [InlineData("Where was Ada born?", "Ada was not born in Leeds.", "Leeds", true)]
    [InlineData("Where was Ada born?", "Ada was born in Leeds, not in York.", "Leeds", false)]
    [InlineData("Who came?", "Peter Lund did not come.", "Peter Lund", true)]
    [InlineData("Who designed it?", "Some books wrongly say that Otto Kern designed it.", "Otto Kern", true)]
    [InlineData("Who came?", "Peter Lund didn't come, but Rosa Keller came.", "Rosa Keller", false)]
    [InlineData("Who designed it?", "It was not Otto Kern but Ines Roth who designed it.", "Ines Roth", false)]
    [InlineData("Who designed it?", "It was not Otto Kern but Ines Roth who designed it.", "Otto Kern", true)]
    [InlineData("When was it finished?", "It was not finished until 1911.", "1911", false)]
    [InlineData("Who did not come?", "Peter Lund did not come.", "Peter Lund", false)]
    [InlineData("Where did she live?", "She lived in Oslo and never married.", "Oslo", false)]
    [InlineData("Which mountain did he climb?", "He climbed Glittertind without oxygen.", "Glittertind", false)]
    [InlineData("Who wrote it?", "The book Never Let Me Go is by Otto Kern.", "Otto Kern", false)]
    [InlineData("What was she?", "She was not only a singer then.", "a singer", false)]
    [InlineData("Where was Ada born?", "Never was Ada in Leeds.", "Leeds", true)]
    public void IsDenied_Clause_GoesByItsOwnNegation(string question, string sentence, string found, bool expected) =>
        Assert.Equal(expected, AnswerFit.IsDenied(Question.Parse(question), FoundScene.CandidateOf(sentence, found)));

    [Theory]
    [InlineData("Who did she marry?", "Ada Holm", true)]
    [InlineData("Who was she married to?", "Holm", true)]
    [InlineData("Who did she marry?", "Otto Holm", false)]
    [InlineData("Who won a prize for her Grey Harbour?", "Ada Holm", false)]
    [InlineData("Who painted Grey Harbour?", "Ada Holm", false)]
    [InlineData("What is she called?", "Ada Holm", false)]
    public void IsSubjectItself_HerDoings_AreNotAnsweredByHerName(string question, string found, bool expected) =>
        Assert.Equal(expected, AnswerFit.IsSubjectItself(Question.Parse(question, () => new Subject("Holm", "Ada Holm", IsFemale: true)), FoundScene.CandidateOf($"It was {found} then.", found)));

    [Theory]
    [InlineData("Who is her mother?", "It was Oslo, Norway then.", "Oslo, Norway", true)]
    [InlineData("Who is her mother?", "It was Norway then.", "Norway", false)]
    [InlineData("Who is her mother?", "It was Ines Roth, Ada Holm then.", "Ines Roth, Ada Holm", false)]
    [InlineData("Where was she born?", "It was Oslo, Norway then.", "Oslo, Norway", false)]
    [InlineData("Where was Ada Holm born?", "Ada Holm, born 1960, paints.", "1960", true)]
    [InlineData("Where was Ada Holm born?", "Ada Holm, born on 4 May 1960, paints.", "4 May 1960", true)]
    [InlineData("Who came?", "There came 12 of them.", "12", true)]
    [InlineData("Where was Ada Holm born?", "Ada Holm (née Kern) paints.", "Kern", true)]
    [InlineData("Who was Ada Holm before?", "Ada Holm (née Kern) paints.", "Kern", false)]
    [InlineData("Where does the bus leave?", "It leaves from stand 12.", "stand 12", false)]
    [InlineData("When was Ada Holm born?", "Ada Holm, born 1960, paints.", "1960", false)]
    public void IsOfOtherKind_Candidate_GoesByWhatIsAskedFor(string question, string sentence, string found, bool expected) =>
        Assert.Equal(expected, AnswerFit.IsOfOtherKind(Question.Parse(question), FoundScene.CandidateOf(sentence, found)));

    [Theory]
    [InlineData("He met Anna's brother.", "Anna", true)]
    [InlineData("He met Anna’s brother.", "Anna", true)]
    [InlineData("He met Anna.", "Anna", false)]
    public void IsPossessor_WhatFollows_Decides(string text, string found, bool expected) =>
        Assert.Equal(expected, AnswerFit.IsPossessor(text, FoundScene.SpanOf(text, found)));
}
