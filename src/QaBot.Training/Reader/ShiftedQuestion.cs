using System.Text.Json.Serialization;

namespace QaBot.Training.Reader;

/// <summary>A question of SQuADShifts (Miller et al. 2020) with the paragraph that answers it: from customers' reviews, posts, newer articles.</summary>
internal sealed record ShiftedQuestion(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("domain")] string Domain,
    [property: JsonPropertyName("question")] string Text,
    [property: JsonPropertyName("answers")] TrainingAnswer[] Answers,
    [property: JsonPropertyName("context")] string Context)
{
    private const int ParagraphsOfArticle = 6;

    /// <summary>The questions as those of articles: a few paragraphs of one kind are taken for an article, so that there is an elsewhere. The first answer is what most people gave, the shortest of those.</summary>
    public static IEnumerable<(string Name, SquadArticle Article, List<TrainingQuestion> Questions)> Articles(IEnumerable<ShiftedQuestion> all) =>
        all.GroupBy(question => question.Domain).SelectMany(domain => domain.GroupBy(question => question.Context).Chunk(ParagraphsOfArticle).Select((paragraphs, i) =>
        {
            var name = $"{domain.Key} {i}";
            return (name, new SquadArticle(domain.Key, Set: null, [.. paragraphs.Select(paragraph => paragraph.Key)]), paragraphs.SelectMany((paragraph, p) => paragraph.Select(question => new TrainingQuestion(question.Id, name, p, question.Text, question.Given()))).ToList());
        }));

    private TrainingAnswer[] Given() => [.. Answers.GroupBy(answer => answer.Text).OrderByDescending(group => group.Count()).ThenBy(group => group.Key.Length).Select(group => group.First())];
}
