using QaBot.Chunking;
using QaBot.Indexing;
using QaBot.Text;

namespace QaBot.Testing;

/// <summary>The life of a person who never lived, for questions with one clear answer each.</summary>
public static class InventedBiography
{
    public const string Name = "tove-aldermann.txt";

    /// <summary>Its paragraphs; what stands in them is made up.</summary>
    private static readonly string[] Paragraphs =
    [
        "Tove Aldermann (born 4 June 1911) was a Norwegian violinist and composer. She was known for her recordings of folk music.",
        "Aldermann was born in Bergen. Her father, Jonas Aldermann, repaired clocks. Her mother, Ingrid Solheim, taught mathematics at a grammar school. She had four brothers.",
        "She studied the violin at the Hallvard Conservatory in Trondheim from 1928 to 1932. Her teacher there was Magnus Tveit. She left the conservatory because the building had been damaged by a flood.",
        "In 1936 she bought a farm near Lillehammer for 12,000 kroner. She kept nine goats on the farm. The barn burned down in 1943.",
        "Her first film score was written for The Silent Harbour (1938). The film was a box office success. It was directed by Erik Lunde and photographed by Karin Moe.",
        "She married the painter Sigurd Brekke in 1940. The wedding took place in Copenhagen. They divorced in 1949.",
        "She received the Golden Bow in 1952 for her second violin concerto. The ceremony was held in Vienna. She did not attend the ceremony.",
        "Her autobiography, \"Strings and Stones\", was published in 1965. It was translated into eleven languages.",
        "She died on 17 October 1988 in Stavanger, aged 77. She was buried beside her brothers.",
    ];

    private static readonly string[] References =
    [
        "References",
        "Lunde, Erik (1961). Harbour Lights. Oslo: Fjord Press. ISBN 978-0-306-40615-7. pp. 12–14.",
        "Moe, Karin (12 May 1970). \"A zeppelin pilot remembers\". Bergen Courier. Retrieved 3 May 2011.",
        "Tveit, Magnus (1955). My Pupils. Trondheim: Nidaros Books. ISBN 978-0-306-40616-4. pp. 99–101.",
        "Holm, Per (2 June 1989). \"Obituary of a violinist\". Stavanger Post. Retrieved 4 May 2011.",
        "Dahl, Nina (1990). Norwegian Strings. Oslo: Fjord Press. ISBN 978-0-306-40617-1. pp. 3–9.",
        "Vik, Anne (8 March 1992). \"The farm near Lillehammer\". Inland Daily. Retrieved 5 May 2011.",
    ];

    /// <summary>The text with its list of references.</summary>
    public static string Text { get; } = string.Join("\n\n", Paragraphs.Append(string.Join('\n', References)));

    public static Corpus Corpus { get; } = CorpusOf(Text);

    public static PassageIndex Index { get; } = IndexOf(Corpus);

    public static QuestionAnswerer Answerer { get; } = new(Corpus, Index);

    public static Corpus CorpusOf(string text) => new([Document.FromText(Name, text)]);

    public static PassageIndex IndexOf(Corpus corpus) => PassageIndex.Build(corpus, new ChunkingOptions());
}
