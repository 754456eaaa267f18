using QaBot.Analysis;
using QaBot.Reading;

namespace QaBot.Answering.Candidates;

/// <summary>The words of a window, and those of what its pronouns may refer to.</summary>
internal sealed class WindowWords(ReadingWindow window)
{
    private readonly HashSet<string> _context = Terms($"{window.Passage.Text} {window.Passage.Context}");

    private readonly HashSet<string>[] _sentences = [.. window.Sentences.Select(sentence => Terms(window.Passage.Document.Slice(sentence)))];

    /// <summary>Whether a term stands in the window itself.</summary>
    public bool HasOwn(string term) => _sentences.Any(sentence => sentence.Contains(term));

    /// <summary>The greatest share of a question's words that stands in one of its sentences.</summary>
    public double MostInSentence(AskedWords question) => _sentences.Max(sentence => question.Share(sentence.Contains));

    /// <summary>The window's terms, its passage's, and those of what that goes on about.</summary>
    public IEnumerable<string> All => _context;

    /// <summary>Whether a term stands in the window, in its passage or in what that goes on about.</summary>
    public bool Has(string term) => HasOwn(term) || _context.Contains(term);

    /// <summary>The terms of a text.</summary>
    public static HashSet<string> Terms(string text) => EnglishAnalyzer.Analyze(text).Select(token => token.Term).ToHashSet(StringComparer.Ordinal);
}
