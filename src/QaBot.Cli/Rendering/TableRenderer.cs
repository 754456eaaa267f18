using QaBot.Evaluation.Reports;

namespace QaBot.Cli.Rendering;

/// <summary>Writes a table in columns of text.</summary>
internal static class TableRenderer
{
    private const int WidestCell = 44;

    /// <summary>Writes a table and an empty line.</summary>
    public static void Render(Page page, ReportTable table)
    {
        var rows = table.Rows.Select(row => row.Select(Cell).ToList()).ToList();
        var widths = table.Columns.Select((column, i) => rows.Select(row => row[i].Length).Append(column.Length).Max()).ToList();
        page.Line(table.Title, Ink.Strong);
        page.Line(Join(table.Columns, widths, table.TextColumns), Ink.Dim);
        foreach (var row in rows)
        {
            page.Line(Join(row, widths, table.TextColumns));
        }

        page.Line("");
    }

    private static string Join(IReadOnlyList<string> cells, List<int> widths, int textColumns) => string.Join(
        "  ", cells.Select((cell, i) => i < textColumns ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]))).TrimEnd();

    private static string Cell(string text)
    {
        var line = Snippet.OneLine(text);
        return line.Length <= WidestCell ? line : line[..(char.IsHighSurrogate(line[WidestCell - 2]) ? WidestCell - 2 : WidestCell - 1)] + "…";
    }
}
