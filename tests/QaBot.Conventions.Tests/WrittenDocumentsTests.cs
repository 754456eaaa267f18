using System.Text.Json.Nodes;
using QaBot.Testing;
using Xunit;

namespace QaBot.Conventions.Tests;

/// <summary>The documents that the reader is trained on: data that the trainer would stop at are found without training.</summary>
public class WrittenDocumentsTests
{
    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Repository.PathOf("src/QaBot.Training/Written"), "*.jsonl").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Answer_OfEachQuestion_StandsInOnePlace(string file)
    {
        var wrong = new List<string>();
        foreach (var paragraph in Documents(file).SelectMany(document => document["paragraphs"]!.AsArray()))
        {
            var text = paragraph!["context"]!.GetValue<string>();
            foreach (var asked in paragraph["qas"]!.AsArray().Where(q => q!["a"]!.GetValue<string>().Length > 0))
            {
                var answer = asked!["a"]!.GetValue<string>();
                var verdict = asked["v"]?.GetValue<string>();
                var around = asked["at"]?.GetValue<string>() ?? answer;
                if (text.Split(around).Length != 2 || around.Split(answer).Length != 2 || verdict is not (null or "yes" or "no"))
                {
                    wrong.Add($"{asked["q"]}: {around}, {verdict}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Question_OfADocument_IsAskedOnce(string file) =>
        Assert.All(Documents(file), document =>
        {
            var questions = document["paragraphs"]!.AsArray().SelectMany(p => p!["qas"]!.AsArray()).Select(q => q!["q"]!.GetValue<string>()).ToList();
            Assert.Equal(questions.Distinct(StringComparer.Ordinal), questions);
            Assert.NotEmpty(document["title"]!.GetValue<string>());
        });

    private static IEnumerable<JsonNode> Documents(string file) =>
        File.ReadLines(Repository.PathOf(Path.Combine("src/QaBot.Training/Written", file))).Select(line => JsonNode.Parse(line)!);
}
