using System.ComponentModel.DataAnnotations;

namespace QaBot.Chat;

/// <summary>How a model is asked for the wording of an answer.</summary>
public sealed class GenerationOptions
{
    /// <summary>Tokens of a prompt and its answer together, as estimated; the least relevant passages are left out until it fits. Default 4096.</summary>
    [Range(2000, 1_000_000)]
    public int ContextTokens { get; set; } = 4096;

    /// <summary>Tokens that the model may answer with; reading stops beyond them. Default 600.</summary>
    [Range(16, 32_000)]
    public int OutputTokens { get; set; } = 600;

    /// <summary>Tokens of the conversation that a follow-up is rewritten from; the oldest turns are left out first. Default 800.</summary>
    [Range(50, 100_000)]
    public int HistoryTokens { get; set; } = 800;

    /// <summary>How often the model is asked again when nothing of its answer holds. Default 1.</summary>
    [Range(0, 3)]
    public int Repairs { get; set; } = 1;

    /// <summary>Whether the model may look up further passages itself, by functions; some models and servers refuse requests that have any. Default true.</summary>
    public bool LookFurther { get; set; } = true;

    /// <summary>Seconds in which there is an answer, with all retries and repairs: the model's, or the extractive one. Default 60.</summary>
    [Range(0.1, 3600.0)]
    public double TotalTimeout { get; set; } = 60;
}
