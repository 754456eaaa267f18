namespace QaBot.Chat.Gate;

/// <summary>A word of a sentence.</summary>
/// <param name="Key">What it is compared by: the stem of its base form, or the value of a number.</param>
/// <param name="Word">The word in lower case.</param>
/// <param name="Clause">The number of its clause.</param>
/// <param name="Preposition">The preposition before its noun phrase; empty for none.</param>
internal sealed record Place(string Key, string Word, int Clause, string Preposition)
{
    /// <summary>Whether it is no function word.</summary>
    public bool IsContent { get; init; }

    /// <summary>Whether it is a number in digits or words.</summary>
    public bool IsNumber { get; init; }

    /// <summary>Whether it has a capital.</summary>
    public bool IsName { get; init; }

    /// <summary>Whether it is a verb, as far as its form and the word before show it.</summary>
    public bool IsVerb { get; init; }
}
