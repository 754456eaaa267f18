using System.Collections.Frozen;
using System.Text.RegularExpressions;
using QaBot.Analysis;
using QaBot.Text;

namespace QaBot.Answering;

/// <summary>The words of a question in lower case, as people write them: contractions are two words, "didnt" is "didn't".</summary>
internal static partial class QuestionWording
{
    /// <summary>Auxiliary verbs and their negations.</summary>
    public static readonly FrozenSet<string> Auxiliaries =
        new[] { "is", "are", "was", "were", "am", "did", "do", "does", "has", "have", "had", "can", "could", "will", "would", "shall", "should", "may", "might", "must", "can't", "won't", "shan't" }
        .SelectMany(word => new[] { word, word + "n't" }).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The words that ask.</summary>
    public static readonly FrozenSet<string> QuestionWords = new[] { "who", "whom", "whose", "what", "which", "when", "where", "why", "how" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The words in order.</summary>
    public static List<string> Words(string text)
    {
        var words = new List<string>();
        foreach (var span in EnglishAnalyzer.Words(text))
        {
            var word = text[span.Start..span.End].Replace('’', '\'').ToLowerInvariant();
            var contraction = Contraction().Match(word);
            if (contraction.Success && (QuestionWords.Contains(word[..contraction.Index]) || Subject.IsNominative(word[..contraction.Index])))
            {
                words.Add(word[..contraction.Index]);
                words.Add(contraction.Value switch { "'d" => "did", "'re" => "are", "'ve" => "have", "'ll" => "will", var other => other });
            }
            else if (word is "whats" or "whos" or "wheres" or "whens" or "hows")
            {
                words.Add(word[..^1]);
                words.Add("'s");
            }
            else
            {
                // "Didnt" is "didn't".
                words.Add(word.EndsWith("nt", StringComparison.Ordinal) && Auxiliaries.Contains($"{word[..^2]}n't") ? $"{word[..^2]}n't" : word);
            }
        }

        // "Her son's name" asks for the son.
        for (var i = 0; i + 1 < words.Count; i++)
        {
            words[i] = words[i + 1] is "name" or "names" && words[i].EndsWith("'s", StringComparison.Ordinal) ? words[i][..^2] : words[i];
        }

        return words;
    }

    /// <summary>What is left of a verb behind an apostrophe.</summary>
    [GeneratedRegex("'(s|d|re|ll|ve|m)$", RegexOptions.CultureInvariant)]
    public static partial Regex Contraction();
}
