using System.Text.RegularExpressions;
using QaBot.Analysis;
using QaBot.Citations;
using QaBot.Indexing;

namespace QaBot.Answering;

/// <summary>The sentence near a document's beginning that says who or what it is about: "… is a French actress."</summary>
internal static partial class Definition
{
    private const int MostSentences = 3;

    /// <summary>That sentence of a passage's document with the words behind "is", or null where the document does not begin so.</summary>
    /// <param name="index">The index.</param>
    /// <param name="hit">A passage of the document.</param>
    /// <param name="subject">The terms of whom it is about: one of them stands before "is", and not as whose something is.</param>
    public static (Citation Sentence, string Words)? Find(PassageIndex index, PassageHit hit, IReadOnlySet<string> subject)
    {
        var passage = index[hit.Ordinal - hit.Passage.Number + 1];
        foreach (var sentence in passage.Sentences.Take(MostSentences))
        {
            var text = passage.Document.Slice(sentence);
            if (Copula().Match(text) is { Success: true } match && Names(text[..match.Index], subject))
            {
                return (new Citation(1, passage.Document.Name, passage.Document.Hash, passage.Id, sentence, text), CitedText.Display(match.Groups["words"].Value));
            }
        }

        return null;
    }

    private static bool Names(string text, IReadOnlySet<string> subject) => EnglishAnalyzer.Words(text).Select(word => text[word.Start..word.End])
        .Any(word => !word.EndsWith("'s", StringComparison.Ordinal) && !word.EndsWith("’s", StringComparison.Ordinal) && EnglishAnalyzer.Analyze(word).Exists(token => subject.Contains(token.Term)));

    [GeneratedRegex(@"\b(is|was|are|were)\s(?<words>(an?|the|one\sof)\s[^;:()]+?)(?=[;:()]|\.\s*$|,\s(who|which|best|known|born)\b|\s(who|which)\b)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Copula();
}
