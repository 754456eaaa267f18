namespace QaBot.Analysis;

/// <summary>The related stems of one stem.</summary>
/// <param name="Synonyms">Stems of words with the same meaning.</param>
/// <param name="Derived">Stems of words derived from it or it from them ("marriage" of "marry").</param>
/// <param name="Hypernyms">Stems of what it is a kind of, nearest and farther ("instrument" of "violin").</param>
internal sealed record LexiconEntry(HashSet<string> Synonyms, HashSet<string> Derived, HashSet<string> Hypernyms);
