using System.Globalization;
using System.Text.RegularExpressions;
using QaBot.Answering;
using QaBot.Citations;
using QaBot.Discord.Languages;
using QaBot.Discord.Messages;
using QaBot.Text;

namespace QaBot.Discord.Tests.Messages;

public sealed partial class AnswerRendererTests
{
    private static readonly AnswerRenderer Renderer = new(new SourceNames(new Corpus([Document.FromText("a_b.txt", new string('x', 20)), Document.FromText("marlow.txt", "# Ada Marlow")])));

    private static readonly string[] Words = ["plain", "**bold**", "@everyone", "<@&5>", "[7]", "“quoted words”", "```", "# head", "end.", "Dr.", "𝒂", "[99](http://x)", "long" + new string('g', 90), "| table |", "\n"];

    [Fact]
    public void Render_AnyAnswer_HasTheSameNumbersThreeTimes()
    {
        var random = new Random(5);
        for (var i = 0; i < 1_500; i++)
        {
            var answer = Some(random);

            var messages = Renderer.Render(answer, Phrasebook.English);

            var content = string.Concat(messages.Select(message => message.Content + "\n"));
            var footer = Footer().Matches(content).Select(Number).ToList();
            var markers = Marker().Matches(Footer().Replace(content, "")).Select(Number).Distinct().Order().ToList();
            var buttons = messages.SelectMany(Numbers).ToList();
            Assert.Equal(markers, footer);
            Assert.Equal(footer, buttons);
            Assert.Equal(answer.Citations.Select(citation => citation.Number), footer);
            MarkdownTests.AssertNoPing(content);
            Assert.Equal(["👍", "👎"], messages[^1].Rows[^1].Select(button => button.Label));
        }
    }

    [Fact]
    public void Render_Abstention_OffersTheNearestSentencesAndSaysWhatMayBeAsked()
    {
        var near = new Citation(1, "marlow.txt", "sha256:" + new string('a', 64), "marlow.txt#1", new TextSpan(0, 22), "Ada Marlow was a baker");
        var answer = new Answer
        {
            Question = "Who?",
            Outcome = AnswerOutcome.Abstained,
            Reason = AbstentionReason.NotInSource,
            Text = "The source does not say.",
            Engine = new EngineInfo("lucene", "reader", "1"),
            Nearest = [near],
            Hint = "A hint.",
            Suggestions = ["Who is Ada Marlow?"],
        };

        var message = Assert.Single(Renderer.Render(answer, Phrasebook.English));

        Assert.Equal("Ada Marlow was a baker", message.Rows[0][0].Label);
        Assert.Equal(near.Span, SourceButton.Parse(message.Rows[0][0].CustomId)!.Span);
        Assert.EndsWith("\n-# A hint.\nYou could ask: Who is Ada Marlow?", message.Content, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_ManyCitations_KeepsNumbersWithTheirButtons()
    {
        var answer = Answer(string.Join(' ', Enumerable.Range(1, 60).Select(n => $"Sentence {n} is here. [{n}]")), 60);

        var messages = Renderer.Render(answer, Phrasebook.English);

        Assert.True(messages.Count > 2);
        Assert.All(messages, message => Assert.Equal(
            Footer().Matches(message.Content + "\n").Select(Number),
            Numbers(message)));
    }

    [Fact]
    public void Render_Answer_IsShortAnswerSentencesAndFooter()
    {
        var message = Assert.Single(Renderer.Render(Answer("She was born in 1931. [1]", 1) with { ShortAnswer = "in 1931", Confidence = 0.9, ReadAs = "When was *she* born?" }, Phrasebook.English));

        Assert.Equal("-# read as: When was \\*she\\* born?\n**in 1931**\nShe was born in 1931. [1]\n\n-# [1] A B · 25 % into it · “quote 1”", message.Content);
    }

    [Fact]
    public void Render_MarkerWithoutCitation_IsNoMarker()
    {
        var message = Assert.Single(Renderer.Render(Answer("One. [1] Two. [2]", 1), Phrasebook.English));

        Assert.Contains("Two. (2)", message.Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AbstentionReason.NotInSource)]
    [InlineData(AbstentionReason.FalsePremise)]
    [InlineData(AbstentionReason.OutOfScope)]
    public void Render_Abstention_IsShort(AbstentionReason reason)
    {
        var message = Assert.Single(Renderer.Render(Answer("The source does not say.", 0) with { Outcome = AnswerOutcome.Abstained, Reason = reason }, Phrasebook.English));

        Assert.InRange(message.Content.Length, 20, 120);
    }

    [Theory]
    [InlineData("one two three", 100, "one two three")]
    [InlineData("one  two[3]\nthree", 100, "one two three")]
    [InlineData("one two three four", 12, "one two…")]
    [InlineData("👍👍👍👍", 4, "👍…")]
    [InlineData("[2024]", 12, "[2024]")]
    public void Shorten_Quote_EndsBetweenWords(string quote, int longest, string expected) => Assert.Equal(expected, AnswerRenderer.ShortenQuote(quote, longest));

    [Theory]
    [InlineData("[1.2.3] - 2024-01-04")]
    [InlineData("[2024]")]
    public void Title_InBrackets_IsNoFootnote(string title)
    {
        const string Begun = "It was begun.";
        var document = Document.FromText("log.md", $"# {title}\n\n## {title}\n\n{Begun}");
        var names = new SourceNames(new Corpus([document]));
        var citation = new Citation(1, "log.md", "sha256:" + new string('a', 64), "log.md#1", new TextSpan(document.Text.Length - Begun.Length, document.Text.Length), Begun);

        Assert.Equal(title, names.Title("log.md"));
        Assert.Equal($"1 · {title}", new AnswerRenderer(names).Choice(citation, Phrasebook.English).Label);
    }

    [Theory]
    [InlineData(HintKind.OtherLanguage, "Deutsch", "-# Das scheint eine andere Sprache zu sein (Deutsch); Fragen lese ich auf Englisch.")]
    [InlineData(HintKind.MoreItems, null, "-# Die Quelle nennt vielleicht noch mehr.")]
    [InlineData(HintKind.OtherPart, "When?", "-# Den anderen Teil beantwortet die Quelle nicht: „When?“")]
    [InlineData(null, null, "-# A hint.")]
    public void Render_Hint_IsInTheReadersLanguage(HintKind? kind, string? subject, string expected)
    {
        var message = Assert.Single(Renderer.Render(Answer("One. [1]", 1) with { Hint = "A hint.", HintKind = kind, HintSubject = subject }, Phrasebook.Of("de")));

        Assert.Contains(expected, message.Content.Split('\n'));
    }

    [Theory]
    [InlineData(RefusalKind.Empty, "Il n’y a pas de question là-dedans. Demandez quelque chose.")]
    [InlineData(RefusalKind.TooLong, "La question est trop longue : elle a 2\u202f345 caractères. Veuillez la raccourcir.")]
    [InlineData(RefusalKind.NotText, "La question contient des caractères qui ne sont pas du texte. Veuillez demander en texte simple.")]
    [InlineData(null, "A \\*refusal\\*.")]
    public void Render_Refusal_IsInTheReadersLanguage(RefusalKind? kind, string expected)
    {
        var refused = new Answer { Question = new string('x', 2345), Outcome = AnswerOutcome.Refused, Refusal = "A *refusal*.", RefusalKind = kind, Text = "", Engine = new EngineInfo("", "", "") };

        Assert.Equal(expected, Assert.Single(Renderer.Render(refused, Phrasebook.Of("fr"))).Content);
    }

    [Fact]
    public void Render_LinkLongerThanAButtonHolds_IsLeftOut()
    {
        var names = new SourceNames(new Corpus([Document.FromText("a_b.txt", new string('x', 20))]));
        var renderer = new AnswerRenderer(names, citation => new Uri("https://qabot.example/" + new string('a', citation.Number == 1 ? 500 : 5)));

        var message = Assert.Single(renderer.Render(Answer("One. [1] Two. [2]", 2), Phrasebook.English));

        Assert.Equal(["https://qabot.example/aaaaa"], message.Rows.SelectMany(row => row).Select(button => button.Url?.AbsoluteUri).OfType<string>());
    }

    [Fact]
    public void Render_SentenceThatIsTheQuote_IsThereOnce()
    {
        var answer = Answer("She was [3] born in 1931. [1] And a clock ticked. [2]", 2);
        answer = answer with { Citations = [answer.Citations[0] with { Quote = "She was\nborn in 1931." }, answer.Citations[1] with { Quote = "The clocks ticked." }] };

        var lines = Assert.Single(Renderer.Render(answer, Phrasebook.English)).Content.Split('\n')[^2..];

        Assert.Equal(["-# [1] A B · 25 % into it", "-# [2] A B · 25 % into it · “The clocks ticked.”"], lines);
    }

    [Fact]
    public void Render_ShortAnswerThatIsHardlySure_IsNotInBold()
    {
        var message = Assert.Single(Renderer.Render(Answer("She was born in 1931. [1]", 1) with { ShortAnswer = "1931", Confidence = 0.4 }, Phrasebook.English));

        Assert.StartsWith("She was born", message.Content, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_MoreThanFiveCitations_HasAMenu()
    {
        var messages = Renderer.Render(Answer(string.Join(' ', Enumerable.Range(1, 6).Select(n => $"Sentence {n}. [{n}]")), 6), Phrasebook.English);

        var menu = Assert.Single(messages).Menu!;
        Assert.Equal("1 · 25 % into it", menu.Choices[0].Label);
        Assert.Equal(new TextSpan(5, 9), SourceButton.Parse(menu.Choices[0].Value)!.Span);
        Assert.Equal("quote 1", menu.Choices[0].Description);
    }

    private static IEnumerable<int> Numbers(OutgoingMessage message) => message.Rows.SelectMany(row => row).Select(button => button.Label)
        .Concat((message.Menu?.Choices ?? []).Select(choice => choice.Label.Split(' ')[0]))
        .Where(label => int.TryParse(label, out _)).Select(label => int.Parse(label, CultureInfo.InvariantCulture));

    private static Answer Some(Random random)
    {
        var count = random.Next(0, 30);
        var text = string.Concat(Enumerable.Range(1, count).Select(n =>
            string.Join(' ', Enumerable.Range(0, random.Next(1, 20)).Select(_ => Words[random.Next(Words.Length)])).Replace("[7]", "", StringComparison.Ordinal)
                .Replace("[99]", "[x]", StringComparison.Ordinal) + $". [{n}] "));
        return Answer(text.Length == 0 ? "Nothing to cite." : text, count) with { ShortAnswer = Words[random.Next(Words.Length - 1)] };
    }

    private static Answer Answer(string text, int citations) => new()
    {
        Question = "?",
        Outcome = AnswerOutcome.Answered,
        Text = text,
        Citations = [.. Enumerable.Range(1, citations).Select(n => new Citation(n, "a_b.txt", "sha256:" + new string('a', 64), "a_b.txt#3", new TextSpan(5, 9), $"quote {n}"))],
        Engine = new EngineInfo("", "", ""),
    };

    private static int Number(Match match) => int.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^-# \[(?<n>\d+)\] A B · .*\n", RegexOptions.Multiline)]
    private static partial Regex Footer();

    [GeneratedRegex(@"\[(?<n>\d+)\]")]
    private static partial Regex Marker();
}
