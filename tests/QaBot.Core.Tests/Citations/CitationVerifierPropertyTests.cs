using FsCheck;
using FsCheck.Fluent;
using QaBot.Citations;
using QaBot.Testing;
using QaBot.Text;
using Xunit;

namespace QaBot.Core.Tests.Citations;

public sealed class CitationVerifierPropertyTests
{
    private static readonly Document Biography = Sources.Biography;
    private static readonly List<TextSpan> Sentences = [.. SentenceSegmenter.Split(Biography.Text).Where(span => span.End <= 44_743)];
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue - 1).ToArbitrary();

    // Always the same cases: of the 100,000 pairs of sentences 14 say nearly the same and may stand for each other.
    private static readonly Config Checks = Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(20_260_101, 1_000_003);

    public static TheoryData<string> Mutated => [.. Mutations.All.Keys];

    [Fact]
    public void Verify_EverySentenceOfTheBiography_PassesWordForWord() =>
        Assert.All(SentenceSegmenter.Split(Biography.Text), span => Assert.Empty(CitedAnswer.Of(Biography, span).Faults()));

    [SharedFact]
    public void Verify_EverySentenceOfOtherBiographies_PassesWordForWord()
    {
        foreach (var document in Sources.SharedBiographies.Select(folder => Sources.Read(Path.Combine(folder, "article.txt"))))
        {
            Assert.All(SentenceSegmenter.Split(document.Text), span => Assert.Empty(CitedAnswer.Of(document, span).Faults()));
        }
    }

    [Fact]
    public void Verify_OneToThreeSentencesWordForWord_Pass() => Prop.ForAll(Seeds, seed => !Build(new Random(seed)).Faults().Any()).Check(Checks);

    [Fact]
    public void Verify_OneQuoteOfSeveralSentences_SupportsAnyRunOfThem() =>
        Prop.ForAll(Seeds, seed =>
        {
            var random = new Random(seed);
            var first = random.Next(Sentences.Count - 3);
            var answer = CitedAnswer.Of(Biography, new TextSpan(Sentences[first].Start, Sentences[first + 2].End));
            var (from, to) = (random.Next(3), random.Next(3));
            var run = Biography.Text[Sentences[first + Math.Min(from, to)].Start..Sentences[first + Math.Max(from, to)].End];
            return !(answer with { Text = $"{CitedText.Display(run)} [1]" }).Faults().Any();
        }).Check(Checks);

    [Fact]
    public void Verify_RandomSpan_PassesOnlyAsWholeSentences() =>
        Prop.ForAll(Seeds, seed =>
        {
            var random = new Random(seed);
            var start = random.Next(40_000);
            var span = new TextSpan(start, start + random.Next(1, 400));
            var isWhole = Sentences.Exists(s => s.Start == span.Start) && Sentences.Exists(s => s.End == span.End);
            return CitedAnswer.Of(Biography, span).Faults().Any() != isWhole;
        }).Check(Checks);

    [Theory]
    [MemberData(nameof(Mutated))]
    public void Verify_AnyMutation_IsCaught(string mutation)
    {
        var applied = 0;
        Prop.ForAll(Seeds, seed =>
        {
            var random = new Random(seed);
            var mutated = Mutations.All[mutation](Build(random), random);
            applied += mutated is null ? 0 : 1;
            Assert.True(mutated is null || mutated.Faults().Any(), mutated?.Text);
        }).Check(Checks);
        Assert.InRange(applied, 1, int.MaxValue);
    }

    [Fact]
    public void Verify_SentenceReplacedByAnother_IsCaught() =>
        Prop.ForAll(Seeds, seed =>
        {
            var random = new Random(seed);
            var answer = Build(random);
            var other = CitedText.Display(Biography.Slice(Sentences[random.Next(Sentences.Count)]));
            var sentence = CitedText.Display(answer.Citations[random.Next(answer.Citations.Count)].Quote);
            Assert.True(other == sentence || (answer with { Text = answer.Text.Replace(sentence, other, StringComparison.Ordinal) }).Faults().Any(), $"{sentence} -> {other}");
        }).Check(Checks);

    private static CitedAnswer Build(Random random)
    {
        var spans = new HashSet<TextSpan>();
        for (var count = random.Next(1, 4); spans.Count < count;)
        {
            spans.Add(Sentences[random.Next(Sentences.Count)]);
        }

        return CitedAnswer.Of(Biography, [.. spans]);
    }
}
