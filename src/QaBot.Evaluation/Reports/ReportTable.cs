namespace QaBot.Evaluation.Reports;

/// <summary>A table for whatever shows tables; cells are plain text.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Columns">The headings; the first column is text, of the others those in <paramref name="TextColumns"/>.</param>
/// <param name="Rows">The cells of each row, as many as there are columns.</param>
/// <param name="TextColumns">How many columns from the left are text; the rest are numbers, set to the right. Default 1.</param>
public sealed record ReportTable(string Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, int TextColumns = 1);
