namespace QaBot.Analysis;

/// <summary>The 33 English words Lucene does not index.</summary>
internal static class StopWords
{
    /// <summary>Whether a folded, lower-case word is one of them.</summary>
    public static bool Contains(ReadOnlySpan<char> word) => word is "a" or "an" or "and" or "are" or "as" or "at" or "be" or "but" or "by"
        or "for" or "if" or "in" or "into" or "is" or "it" or "no" or "not" or "of" or "on" or "or" or "such" or "that" or "the"
        or "their" or "then" or "there" or "these" or "they" or "this" or "to" or "was" or "will" or "with";
}
