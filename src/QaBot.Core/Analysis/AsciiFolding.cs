namespace QaBot.Analysis;

/// <summary>
/// Replaces accented, phonetic, ligature and full-width letters and signs by ASCII, as Lucene's ASCIIFoldingFilter does to
/// lower-case words. What has no ASCII likeness, combining marks included, stays. The table is read when the first such character is met.
/// </summary>
internal static class AsciiFolding
{
    /// <summary>The most units one unit folds to.</summary>
    public const int MaxExpansion = 3;

    /// <summary>Writes what a unit folds to, itself if nothing, at an offset of <paramref name="buffer"/>.</summary>
    /// <returns>The offset after it.</returns>
    public static int Fold(char unit, Span<char> buffer, int offset)
    {
        if (unit < 0x80 || Table.Rows[unit] == 0)
        {
            buffer[offset] = unit;
            return offset + 1;
        }

        var replacement = Table.Replacements[Table.Rows[unit]];
        replacement.CopyTo(buffer[offset..]);
        return offset + replacement.Length;
    }

    private static class Table
    {
        /// <summary>For each UTF-16 unit its index in <see cref="Replacements"/>; 0 is none.</summary>
        public static readonly byte[] Rows = new byte[char.MaxValue + 1];

        public static readonly string[] Replacements = Read();

        private static string[] Read()
        {
            using var stream = typeof(AsciiFolding).Assembly.GetManifestResourceStream("QaBot.Analysis.folding.txt")
                ?? throw new InvalidOperationException("QaBot.Core was built without its resource folding.txt.");
            using var reader = new StreamReader(stream);
            var replacements = new List<string> { "" };
            while (reader.ReadLine() is { } line)
            {
                if (line.StartsWith('#'))
                {
                    continue;
                }

                var blank = line.IndexOf(' ', StringComparison.Ordinal);
                foreach (var unit in line.AsSpan(blank + 1))
                {
                    Rows[unit] = checked((byte)replacements.Count);
                }

                replacements.Add(line[..blank]);
            }

            return [.. replacements];
        }
    }
}
