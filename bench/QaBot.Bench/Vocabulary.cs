using System.Text;

namespace QaBot.Bench;

/// <summary>
/// Words that look English and are drawn about as English draws them: two in five are stop words, and within both kinds Zipf's law
/// holds, the probability of a rank falling with its inverse.
/// </summary>
internal sealed class Vocabulary
{
    private const double ShareOfStopWords = 0.4;

    /// <summary>The most frequent word that is no stop word has about this rank among all.</summary>
    private const int FirstContentRank = 20;

    private static readonly string[] StopWords =
        ("the of and to in a is was for that on as with by at it be are this an or not but they will there their if into no such then these")
        .Split(' ');

    private static readonly double[] StopCumulative = Cumulative(StopWords.Length, firstRank: 1);

    private static readonly string[] Onsets = ("b c d f g h j k l m n p r s t v w br ch cl cr dr fl fr gr pl pr sh sl sp st str th tr wh "
        + "qu").Split(' ');

    private static readonly string[] Vowels = "a e i o u ai ea ee ie oa oo ou".Split(' ');
    private static readonly string[] Codas = ["", "", "", "", "", "n", "r", "l", "s", "t", "d", "m", "ck", "nd", "nt", "rd", "st"];
    private static readonly string[] Endings = ["", "", "", "", "", "", "s", "ed", "ing", "er", "ly", "tion", "ment", "ness", "able"];

    private readonly string[] _words;
    private readonly double[] _cumulative;

    public Vocabulary(int count, int seed)
    {
        var random = new Random(seed);
        var words = new HashSet<string>(count, StringComparer.Ordinal);
        while (words.Count < count)
        {
            words.Add(Word(random, words.Count));
        }

        _words = [.. words];
        _cumulative = Cumulative(count, FirstContentRank);
    }

    /// <summary>A word, stop words among them.</summary>
    public string Draw(Random random) => random.NextDouble() < ShareOfStopWords ? StopWords[Draw(StopCumulative, random)] : DrawContent(random);

    /// <summary>A word that is no stop word.</summary>
    public string DrawContent(Random random) => _words[Draw(_cumulative, random)];

    private static double[] Cumulative(int count, int firstRank)
    {
        var sum = 0.0;
        return [.. Enumerable.Range(firstRank, count).Select(rank => sum += 1.0 / rank)];
    }

    private static int Draw(double[] cumulative, Random random)
    {
        var place = Array.BinarySearch(cumulative, random.NextDouble() * cumulative[^1]);
        return place < 0 ? ~place : place;
    }

    /// <summary>Rarer words are longer, as in English.</summary>
    private static string Word(Random random, int rank)
    {
        var word = new StringBuilder();
        var syllables = rank < 1_500 ? 1 : rank < 20_000 ? 2 : 2 + random.Next(2);
        for (var i = 0; i < syllables; i++)
        {
            word.Append(Pick(Onsets)).Append(Pick(Vowels)).Append(Pick(Codas));
        }

        return word.Append(Pick(Endings)).ToString();

        string Pick(string[] parts) => parts[random.Next(parts.Length)];
    }
}
