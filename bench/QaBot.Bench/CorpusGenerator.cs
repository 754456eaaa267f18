using System.Text;

namespace QaBot.Bench;

/// <summary>Writes a made-up corpus: the same one for the same numbers, on every machine.</summary>
internal sealed class CorpusGenerator
{
    private const int Seed = 20_100;
    private const int VocabularySize = 60_000;
    private const int PassageLength = 230;
    private const int PassagesPerDocument = 2_500;
    private const int WordsPerQuery = 8;

    private readonly Vocabulary _vocabulary = new(VocabularySize, Seed);

    /// <summary>Writes documents of paragraphs of about 230 characters, each of which becomes a passage.</summary>
    public async Task WriteAsync(string directory, int passages)
    {
        var random = new Random(Seed);
        for (var first = 0; first < passages; first += PassagesPerDocument)
        {
            var text = new StringBuilder();
            for (var i = first; i < Math.Min(first + PassagesPerDocument, passages); i++)
            {
                AppendParagraph(text, random);
                text.Append("\n\n");
            }

            await File.WriteAllTextAsync(Path.Combine(directory, $"document-{first / PassagesPerDocument:D3}.txt"), text.ToString());
        }
    }

    /// <summary>Queries of eight words.</summary>
    /// <param name="count">How many.</param>
    /// <param name="contentOnly">False draws words as in the text, stop words among them, as in a natural question.</param>
    public List<string> Queries(int count, bool contentOnly)
    {
        var random = new Random(Seed + 1);
        return [.. Enumerable.Range(0, count).Select(_ => string.Join(' ', Enumerable.Range(0, WordsPerQuery)
            .Select(_ => contentOnly ? _vocabulary.DrawContent(random) : _vocabulary.Draw(random))))];
    }

    private void AppendParagraph(StringBuilder text, Random random)
    {
        var end = text.Length + PassageLength - 35 + random.Next(60);
        while (text.Length < end)
        {
            var words = 8 + random.Next(14);
            for (var i = 0; i < words && (i < 4 || text.Length < end); i++)
            {
                var word = _vocabulary.Draw(random);
                text.Append(i == 0 ? char.ToUpperInvariant(word[0]) + word[1..] : word).Append(i + 1 < words && text.Length < end ? ' ' : '.');
            }

            text.Append(text.Length < end ? ' ' : null);
        }
    }
}
