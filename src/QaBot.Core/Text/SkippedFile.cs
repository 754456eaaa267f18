namespace QaBot.Text;

/// <summary>A file of a corpus that could not be read, while the others are.</summary>
/// <param name="Name">Its name within the corpus.</param>
/// <param name="Reason">Why, in one sentence that names it.</param>
/// <param name="Remedy">What to do about it, in one sentence.</param>
public sealed record SkippedFile(string Name, string Reason, string Remedy);
