using System.Text.RegularExpressions;
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
    /// <param name="question">The question: its subject's name stands before "is".</param>
    public static (Citation Sentence, string Words)? Find(PassageIndex index, PassageHit hit, Question question)
    {
        var passage = index[hit.Ordinal - hit.Passage.Number + 1];
        foreach (var sentence in passage.Sentences.Take(MostSentences))
        {
            var text = passage.Document.Slice(sentence);
            if (Copula().Match(text) is { Success: true } match && question.NamesSubject(text[..match.Index]))
            {
                return (new Citation(1, passage.Document.Name, passage.Document.Hash, passage.Id, sentence, text), CitedText.Display(match.Groups["words"].Value));
            }
        }

        return null;
    }

    [GeneratedRegex(@"\b(is|was|are|were)\s(?<words>(an?|the|one\sof)\s[^;:()]+?)(?=[;:()]|\.\s*$|,\s(who|which|best|known|born)\b|\s(who|which)\b)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Copula();
}
