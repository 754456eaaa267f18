using QaBot.Analysis;
using QaBot.Reading;

namespace QaBot.Answering.Candidates;

/// <summary>The words of a window, and those of what its pronouns may refer to.</summary>
internal sealed class WindowWords(ReadingWindow window)
{
    private readonly HashSet<string> _context = Terms($"{window.Passage.Text} {window.Passage.Context}");

    /// <summary>The window's own terms.</summary>
    public HashSet<string> Own { get; } = Terms(window.Text);

    /// <summary>The window's terms, its passage's, and those of what that goes on about.</summary>
    public IEnumerable<string> All => _context;

    /// <summary>Whether a term stands in the window, in its passage or in what that goes on about.</summary>
    public bool Has(string term) => Own.Contains(term) || _context.Contains(term);

    /// <summary>The terms of a text.</summary>
    public static HashSet<string> Terms(string text) => EnglishAnalyzer.Analyze(text).Select(token => token.Term).ToHashSet(StringComparer.Ordinal);
}
