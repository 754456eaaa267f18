using System.Collections.Frozen;
using System.Reflection;

namespace QaBot.Text;

/// <summary>Reads the data files of words that are embedded beside the code that uses them.</summary>
/// <remarks>Lines that begin with <c>#</c> say what the file is; a line is an optional label and a tab, then words.</remarks>
internal static class WordList
{
    /// <summary>All words of a file, whatever their label.</summary>
    /// <param name="resource">The file's path in this project, <c>Text/abbreviations.txt</c>.</param>
    public static FrozenSet<string> Read(string resource) => Lines(resource).SelectMany(l => l.Words).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The words of a file that stand under one label.</summary>
    public static FrozenSet<string> Read(string resource, string label) =>
        Lines(resource).Where(l => l.Label == label).SelectMany(l => l.Words).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The lines of a file in order, each with its label ("" where it has none).</summary>
    /// <param name="resource">The file's path in its project, for another than this one behind the project's name: <c>Chat/Gate/turning-words.txt</c>.</param>
    /// <param name="assembly">The project; null for this one.</param>
    public static IEnumerable<(string Label, string[] Words)> Lines(string resource, Assembly? assembly = null)
    {
        var stream = (assembly ?? typeof(WordList).Assembly).GetManifestResourceStream("QaBot." + resource.Replace('/', '.'))
            ?? throw new InvalidOperationException($"The embedded file {resource} is missing from the build.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            var label = tab < 0 ? "" : line[..tab];
            yield return (label, line[(tab + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }
    }
}
