using QaBot.Chat.Prompts;

namespace QaBot.Chat;

/// <summary>What a model is asked.</summary>
/// <param name="Prompts">Prompts that are rendered one after the other.</param>
/// <param name="Values">The values of their placeholders, already escaped as data.</param>
/// <param name="MaxOutputTokens">Tokens that the model may answer with.</param>
/// <param name="Shelf">Where a model that is given functions may look further; null where there is nothing to look for.</param>
public sealed record GenerationRequest(
    IReadOnlyList<PromptName> Prompts, IReadOnlyDictionary<string, string> Values, int MaxOutputTokens, PassageShelf? Shelf = null)
{
    /// <summary>The estimate is too high by a third as a rule; beyond this much of it a model has lost its limit.</summary>
    private const int Tolerance = 2;

    /// <summary>Tokens, as estimated, that are read of an answer.</summary>
    internal int MostTokens => Tolerance * MaxOutputTokens;
}
