namespace QaBot.Training.Reader;

/// <summary>An article, and how rare its words are in it.</summary>
internal sealed class ArticleText
{
    private readonly Dictionary<string, double> _rarity;

    public ArticleText(SquadArticle article)
    {
        Article = article;
        Paragraphs = [.. article.Paragraphs.Select(p => new ParagraphText(p))];
        _rarity = Paragraphs.SelectMany(p => p.Words).GroupBy(w => w, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => Math.Log(1 + ((double)Paragraphs.Count / g.Count())), StringComparer.Ordinal);
    }

    public SquadArticle Article { get; }

    public IReadOnlyList<ParagraphText> Paragraphs { get; }

    /// <summary>The words of a question that the article has, with their inverse document frequency.</summary>
    public Dictionary<string, double> Weights(string question) => ParagraphText.WordsOf(question).Where(_rarity.ContainsKey)
        .ToDictionary(w => w, w => _rarity[w], StringComparer.Ordinal);
}
