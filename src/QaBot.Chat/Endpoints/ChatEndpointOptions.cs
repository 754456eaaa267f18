using System.ComponentModel.DataAnnotations;

namespace QaBot.Chat.Endpoints;

/// <summary>Which model is asked, where, and how long it is waited for.</summary>
public sealed class ChatEndpointOptions
{
    /// <summary>Whose API it is. Default <see cref="ChatProvider.OpenAI"/>.</summary>
    public ChatProvider Provider { get; set; }

    /// <summary>The address of an OpenAI-compatible API, such as <c>https://api.openai.com/v1</c>, or of an Azure OpenAI resource. Default none.</summary>
    [Required(AllowEmptyStrings = true)]
    public string Endpoint { get; set; } = "";

    /// <summary>The model's name there. Default none.</summary>
    [Required(AllowEmptyStrings = true)]
    public string Model { get; set; } = "";

    /// <summary>The key; endpoints on one's own machine want none as a rule, and Azure OpenAI is asked with Entra ID without one. Default none.</summary>
    [Required(AllowEmptyStrings = true)]
    public string ApiKey { get; set; } = "";

    /// <summary>The organisation that is charged, where the key has several. Default none.</summary>
    [Required(AllowEmptyStrings = true)]
    public string Organization { get; set; } = "";

    /// <summary>Headers that every request has besides. Default none.</summary>
    public Dictionary<string, string> Headers { get; init; } = [];

    /// <summary>
    /// Parts of requests that the endpoint refuses, and that it is asked without from the first. Default none: what is refused is found out, which takes a
    /// request more in every process.
    /// </summary>
    public IList<ChatRequestPart> LeaveOut { get; init; } = [];

    /// <summary>How freely the model words, 0 to 2; -1 leaves it to models that refuse to be told. Default 0.</summary>
    [Range(-1.0, 2.0)]
    public double Temperature { get; set; }

    /// <summary>Seconds until the first piece of an answer, and between two pieces. Default 20.</summary>
    [Range(0.1, 600.0)]
    public double AttemptTimeout { get; set; } = 20;

    /// <summary>How often a request that failed for the moment is made again. Default 2.</summary>
    [Range(0, 10)]
    public int Retries { get; set; } = 2;

    /// <summary>Seconds that the endpoint is left alone when nearly all requests of a minute failed. Default 30.</summary>
    [Range(0.5, 3600.0)]
    public double BreakDuration { get; set; } = 30;

    /// <summary>What a million tokens that the model reads cost, for the cost line of an evaluation; 0 when unknown. Default 0.</summary>
    [Range(0.0, 10_000.0)]
    public double InputPrice { get; set; }

    /// <summary>What a million tokens that the model writes cost. Default 0.</summary>
    [Range(0.0, 10_000.0)]
    public double OutputPrice { get; set; }
}
