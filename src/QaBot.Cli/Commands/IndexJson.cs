namespace QaBot.Cli.Commands;

/// <summary>What <c>index --json</c> prints.</summary>
/// <param name="Passages">Number of passages.</param>
/// <param name="Documents">Number of documents.</param>
/// <param name="Bytes">Size of the index's file.</param>
/// <param name="ElapsedMs">Milliseconds for reading the corpus and reading or building the index.</param>
/// <param name="Built">Why it was built; null when the one there was up to date.</param>
internal sealed record IndexJson(int Passages, int Documents, long Bytes, double ElapsedMs, string? Built);
