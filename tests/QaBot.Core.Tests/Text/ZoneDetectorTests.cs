using QaBot.Testing;
using QaBot.Text;
using Xunit;

namespace QaBot.Core.Tests.Text;

public sealed class ZoneDetectorTests
{
    private const string Prose =
        "She was born in Rome, the daughter of a painter and a singer of some fame. At the age of nine she moved to Paris with her mother. "
        + "There she learned to paint in the studio of an old friend of the family. In 1912 she showed her first pictures in a small gallery. "
        + "The critics were kind, and the public bought all but two of them. She travelled to Spain in the following year.";

    [Fact]
    public void Detect_Biography_BeginsTheReferencesAtTheirFirstEntry()
    {
        var (sentences, zones) = Detect(Sources.Biography.Text);

        Assert.Equal(44_743, sentences[Array.IndexOf(zones, Zone.References)].Start);
        Assert.All(Enumerable.Range(0, zones.Length), i => Assert.Equal(sentences[i].Start >= 44_743, zones[i] == Zone.References));
    }

    [SharedFact]
    public void Detect_ArticlesWithoutReferences_AreAllBody()
    {
        var articles = Sources.SharedBiographies.Select(folder => Path.Combine(folder, "article.txt")).ToList();

        Assert.Equal(21, articles.Count);
        Assert.All(articles, file => Assert.DoesNotContain(Zone.References, Detect(Sources.Read(file).Text).Zones));
    }

    public static TheoryData<string, string> Lists => new()
    {
        { "numbered", """
            [1] Smith, J. (2004). A life in colour. Journal of Art, 12(3), pp. 3–9. doi:10.1000/182.
            [2] Jones, M. (2010). Her last years. Art Quarterly, 4(1), pp. 33–39. doi:10.1000/183.
            [3] Brown, K. (1999). Painters of Rome. Rome: Aldina. ISBN 978-3-16-148410-0.
            [4] White, P. (2001). The gallery. London: Faber, p. 83.
            """ },
        { "jump up", """
            ^ Jump up to: a b "Painter shows her work". The Guardian. 3 May 2011. Retrieved 4 May 2011.
            ^ Smith, John (2004). A life in colour. London: Faber. p. 83.
            ^ "The gallery closes". Le Monde (in French). Archived from the original on 2 June 2012.
            ^ Jones 2010, p. 33.
            """ },
        { "markdown bullets", """
            ## References

            - Smith, John (2004). *A life in colour*. London: Faber. ISBN 978-3-16-148410-0.
            - Jones, Mary (2010). *Her last years*. Paris: Seuil. p. 83.
            - "Painter shows her work". https://example.com/news/painter (accessed 4 May 2011).
            - Brown, Kate (1999). "Painters of Rome". *Art Quarterly*, vol. 4, no. 1, pp. 33–39.
            """ },
        { "markdown links", """
            ## External links

            * [Her gallery](https://gallery.example.org/painter)
            * [The museum](https://museum.example.org/rooms/12)
            * [A film about her](https://films.example.org/213)
            * [Letters](https://letters.example.org/a/b)
            """ },
        { "addresses only", """
            https://example.com/a
            https://example.com/b
            https://example.org/c
            https://example.net/d
            http://example.net/e
            """ },
        { "newspapers", """
            "Painter shows her work". The Guardian. Retrieved 4 May 2011.
            "The gallery closes". Le Monde. Archived from the original on 2 June 2012. Retrieved 3 June 2012.
            "A letter". The Times. 5 June 1931. p. 8.
            Brooks, Ann (10 May 2015). "She wanted to paint". The Guardian. Retrieved 10 August 2023.
            "Obituary". Daily Star. 8 July 1961.
            """ },
        { "MLA", """
            Smith, John. A Life in Colour. Faber, 2004. ISBN 978-3-16-148410-0.
            Jones, Mary. "Her Last Years." Art Quarterly, vol. 4, no. 1, 2010, pp. 33–39. JSTOR, www.jstor.org/stable/1234.
            Brown, Kate. Painters of Rome. Aldina, 1999, pp. 1–20.
            White, Paul. The Gallery. Faber, 2001. Accessed 3 May 2011.
            """ },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public void Detect_ListBehindProse_IsReferences(string label, string list)
    {
        var text = $"{Prose}\n\n{list}";

        var (sentences, zones) = Detect(text);

        AssertReferences(label, text, sentences, zones, Prose.Length, text.Length);
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void Detect_ListBetweenProse_IsReferencesAndTheRestBody(string label, string list)
    {
        var text = $"{Prose}\r\n\r\n{list}\r\n\r\n{Prose}";

        var (sentences, zones) = Detect(text);

        AssertReferences(label, text, sentences, zones, Prose.Length, Prose.Length + 4 + list.Length);
    }

    [Theory]
    [InlineData("Retrieved", "The picture was stolen in 1911 and the police Retrieved 2 years later what was left of it.")]
    [InlineData("a page", "The story is told on p. 83 of her memoirs, where she calls the picture her only child.")]
    [InlineData("an address", "Her letters can be read at https://letters.example.org in the form in which she wrote them.")]
    [InlineData("a number", "She lived at No. 5 and later at No. 7 of the same street, and she painted both houses many times.")]
    [InlineData("issues", "Her drawings appeared in Vol. 3 and Issue 12 of the magazine, which printed them without her name.")]
    [InlineData("years in brackets", "She painted The Bridge (1920), The River (1922) and The Sea (1925) in the house of her brother.")]
    [InlineData("an ISBN", "The catalogue (ISBN 978-3-16-148410-0) sold out, and it was never printed again in her lifetime.")]
    public void Detect_ProseThatMentionsOne_StaysBody(string label, string sentence)
    {
        var (_, zones) = Detect($"{Prose} {sentence} {Prose}");

        Assert.True(zones.All(zone => zone == Zone.Body), label);
    }

    [Fact]
    public void Detect_ProseWithAPageNumberHereAndThere_StaysBody()
    {
        var text = string.Join(' ', Enumerable.Range(1, 12).Select(i => $"{Prose} She wrote of it on p. {i} of her memoirs, which came out late in her life."));

        Assert.DoesNotContain(Zone.References, Detect(text).Zones);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    [InlineData("One sentence.")]
    public void Detect_HardlyAnyText_IsBody(string text) => Assert.DoesNotContain(Zone.References, Detect(text).Zones);

    [Fact]
    public void Detect_OnlyAList_IsAllReferences()
    {
        var text = (string)Lists.First()[1];

        Assert.DoesNotContain(Zone.Body, Detect(text).Zones);
    }

    [Fact]
    public void Detect_ManyListsBetweenProse_FindsEach()
    {
        var list = (string)Lists.First()[1];
        var text = string.Concat(Enumerable.Repeat($"{Prose} {Prose}\n\n{list}\n\n", 1_000));

        var (sentences, zones) = Detect(text);

        var starts = Enumerable.Range(1, zones.Length - 1).Count(i => zones[i] == Zone.References && zones[i - 1] == Zone.Body);
        Assert.Equal((1_000, Zone.References), (starts, zones[^1]));
        Assert.All(Enumerable.Range(0, zones.Length), i => Assert.Equal(Prose.Contains(text[sentences[i].Start..sentences[i].End], StringComparison.Ordinal), zones[i] == Zone.Body));
    }

    [Theory]
    [InlineData("a-")]
    [InlineData("p. 1 ")]
    [InlineData("###")]
    [InlineData("Aa, ")]
    [InlineData("(in A")]
    [InlineData("a.b.")]
    [InlineData("Retrieved 1 x. ")]
    public void Detect_HostileText_EndsWithAZoneASentence(string piece)
    {
        var text = "Retrieved Archived ISBN ISSN " + string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length));

        var (sentences, zones) = Detect(text);

        Assert.Equal(sentences.Count, zones.Length);
    }

    private static (List<TextSpan> Sentences, Zone[] Zones) Detect(string text)
    {
        var sentences = SentenceSegmenter.Split(text);
        return (sentences, ZoneDetector.Detect(text, sentences));
    }

    private static void AssertReferences(string label, string text, List<TextSpan> sentences, Zone[] zones, int from, int to)
    {
        for (var i = 0; i < zones.Length; i++)
        {
            var expected = sentences[i].Start >= from && sentences[i].End <= to ? Zone.References : Zone.Body;
            Assert.True(expected == zones[i], $"{label}: {zones[i]}: {text[sentences[i].Start..sentences[i].End]}");
        }
    }
}
