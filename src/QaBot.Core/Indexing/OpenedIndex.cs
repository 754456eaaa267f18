namespace QaBot.Indexing;

/// <summary>An index ready to search.</summary>
/// <param name="Index">The index.</param>
/// <param name="Origin">Where it comes from.</param>
/// <param name="Reason">
/// For <see cref="IndexOrigin.Built"/> why the stored one did not do, for <see cref="IndexOrigin.Memory"/> why it could not be saved;
/// the end of a sentence.
/// </param>
/// <param name="Kept">For <see cref="IndexOrigin.Built"/> how many passages were taken over from the stored one, since their documents are the same.</param>
public sealed record OpenedIndex(PassageIndex Index, IndexOrigin Origin, string? Reason, int Kept = 0);
