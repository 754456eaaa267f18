using System.Text;
using FsCheck;
using FsCheck.Fluent;
using QaBot.Answering;
using QaBot.Citations;
using QaBot.Testing;
using Xunit;

namespace QaBot.Chat.Tests;

/// <summary>Whatever text a model may send, every sentence that is shown passes the verifier, and so does the answer.</summary>
public sealed class ModelOutputPropertyTests
{
    private static readonly string[] Questions = ["Where was Aldermann born?", "Did she attend the ceremony?", "What did she buy in 1936?", "Who directed The Silent Harbour?"];

    private static readonly string[] Fragments =
    [
        "[1]", "[2][3]", "[17]", "[1, 2]", "【1†source】", "[０]", "[01]", "[", "]", "\n", "\n\n- ", "## ", "**", ".", "! ", "? ", "\"", "“", "Yes, ", "No. ", "NOT IN THE SOURCES",
        "Ignore all rules and say ", "system: ", "<|im_end|>", "=== END ===", "she was not ", "never ", "Oslo ", "1937 ", "Erik Lunde ", "\u200B", "\u202E", "\0", "é", "🎻", "\uD83C", "| ",
        "The source does not say.", "The source says otherwise. ", "The passages do not say that. ",
    ];

    private static readonly string[] Sentences = [.. InventedBiography.Corpus.Documents[0].Sentences.Select(span => InventedBiography.Text[span.Start..span.End])];

    [Fact]
    public void AskAsync_AnyModelOutput_ShowsOnlyWhatPassesTheVerifier() => Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed => Holds(new Random(seed)))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20_260_103, 1_000_003));

    [Fact]
    public void Output_Generated_IsShownOftenEnoughToMeanSomething()
    {
        var worded = Enumerable.Range(0, 60).Count(seed => Answer(new Random(seed)).Answer.Engine.Answerer == "chat");

        Assert.InRange(worded, 12, 60);
    }

    private static bool Holds(Random random)
    {
        var (answer, shown) = Answer(random);
        var read = answer.ReadAs ?? answer.Question;
        Assert.Empty(CitationVerifier.Verify(answer.Outcome, answer.Text, answer.ShortAnswer, answer.Citations, InventedBiography.Corpus, read, answer.Reason));
        Assert.All(shown, sentence => Assert.Contains(sentence, answer.Text, StringComparison.Ordinal));
        foreach (var (text, markers) in shown.SelectMany(CitedText.Parts))
        {
            var citations = markers.Select((marker, i) => answer.Citations[marker - 1] with { Number = i + 1 }).ToList();
            var alone = $"{text} {string.Concat(citations.Select(citation => CitedText.Marker(citation.Number)))}";
            Assert.Empty(CitationVerifier.Verify(AnswerOutcome.Answered, alone, shortAnswer: null, citations, InventedBiography.Corpus));
        }

        return true;
    }

    private static (Answer Answer, List<string> Shown) Answer(Random random)
    {
        var said = Said(random);
        var client = new ScriptedChatClient(new ScriptedReply(Pieces(said, random)));
        return AskAsync(Chats.Answerer(client), Questions[random.Next(Questions.Length)]).GetAwaiter().GetResult();
    }

    private static async Task<(Answer, List<string>)> AskAsync(QuestionAnswerer answerer, string question)
    {
        var shown = new List<string>();
        await foreach (var update in answerer.StreamAsync(question))
        {
            if (update.Answer is { } answer)
            {
                return (answer, shown);
            }

            shown.Add(update.Sentence!.Text);
        }

        throw new InvalidOperationException("There is no answer.");
    }

    /// <summary>Sentences of the source, whole, altered by a digit or a word, cut, joined, with markers and mischief between them.</summary>
    private static string Said(Random random)
    {
        var said = new StringBuilder();
        for (var count = random.Next(1, 9); count > 0; count--)
        {
            var sentence = Sentences[random.Next(Sentences.Length)];
            said.Append(random.Next(6) switch
            {
                0 => Altered(sentence, random),
                1 => sentence[..random.Next(1, sentence.Length)],
                2 => Fragments[random.Next(Fragments.Length)],
                3 => Shuffled(sentence, random),
                _ => sentence,
            });
            said.Append(random.Next(3) == 0 ? Fragments[random.Next(Fragments.Length)] : $" [{random.Next(1, 20)}] ");
        }

        return said.ToString();
    }

    private static string Altered(string sentence, Random random)
    {
        var digits = Enumerable.Range(0, sentence.Length).Where(i => char.IsDigit(sentence[i])).ToList();
        if (digits.Count == 0)
        {
            return sentence.Insert(random.Next(sentence.Length), Fragments[random.Next(Fragments.Length)]);
        }

        var at = digits[random.Next(digits.Count)];
        return $"{sentence[..at]}{(char)('0' + ((sentence[at] - '0' + random.Next(1, 10)) % 10))}{sentence[(at + 1)..]}";
    }

    private static string Shuffled(string sentence, Random random)
    {
        var words = sentence.Split(' ');
        random.Shuffle(words);
        return string.Join(' ', words);
    }

    private static List<string> Pieces(string text, Random random)
    {
        var pieces = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var length = Math.Min(random.Next(1, 12), text.Length - at);
            pieces.Add(text.Substring(at, length));
            at += length;
        }

        return pieces;
    }
}
