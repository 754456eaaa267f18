namespace QaBot.Text;

/// <summary>Which files have text that is read, and what to do with the others that have.</summary>
internal static class FileFormats
{
    private static readonly string[] Markdown = [".md", ".markdown"];

    /// <summary>The extensions of files that a folder is read for.</summary>
    private static readonly string[] Texts = [".txt", .. Markdown];

    /// <summary>The extensions of documents that need another program, and the command that makes text of one.</summary>
    private static readonly Dictionary<string, string> Converters = new(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = "pdftotext -layout {0} {1}.txt",
        [".docx"] = "pandoc {0} -o {1}.md",
        [".odt"] = "pandoc {0} -o {1}.md",
        [".rtf"] = "pandoc {0} -o {1}.md",
        [".epub"] = "pandoc {0} -o {1}.md",
        [".html"] = "pandoc {0} -o {1}.md",
        [".htm"] = "pandoc {0} -o {1}.md",
        [".doc"] = "soffice --headless --convert-to txt:Text {0}",
    };

    /// <summary>Whether a file of a folder is a document, readable or not.</summary>
    public static bool IsDocument(string file) => Texts.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase) || Converters.ContainsKey(Path.GetExtension(file));

    /// <summary>Whether a document of that name is Markdown.</summary>
    public static bool IsMarkdown(string name) => Markdown.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);

    /// <summary>A file's name as words: without folders, extension, hyphens and underscores; all lower case gets capitals.</summary>
    public static string InWords(string name)
    {
        var words = Path.GetFileNameWithoutExtension(name).Split(['-', '_', ' '], StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? name : string.Join(' ', words.Any(word => word.Any(char.IsUpper)) ? words : words.Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
    }

    /// <summary>Refuses a document that is no text, with the command that makes text of it.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="CorpusException">It is none.</exception>
    public static void Check(string name)
    {
        if (Converters.TryGetValue(Path.GetExtension(name), out var command))
        {
            throw new CorpusException(
                $"{name} is not read: {Path.GetExtension(name).TrimStart('.').ToUpperInvariant()} is no plain text.",
                $"Convert it first: {string.Format(null, command, Quoted(name), Quoted(Path.ChangeExtension(name, null)))}");
        }
    }

    private static string Quoted(string name) => name.Contains(' ', StringComparison.Ordinal) ? $"\"{name}\"" : name;
}
