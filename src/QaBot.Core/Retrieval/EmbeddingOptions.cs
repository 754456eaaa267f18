using System.ComponentModel.DataAnnotations;

namespace QaBot.Retrieval;

/// <summary>Whether passages are also found by vectors, and whose.</summary>
public sealed class EmbeddingOptions
{
    /// <summary>The model that makes them; empty for none. Default empty.</summary>
    [Required(AllowEmptyStrings = true)]
    public string Model { get; set; } = "";

    /// <summary>The address of its API; empty for <c>Chat:Endpoint</c>. Default empty.</summary>
    [Required(AllowEmptyStrings = true)]
    public string Endpoint { get; set; } = "";

    /// <summary>The key there; empty for <c>Chat:ApiKey</c> where the endpoint is the same. Default empty.</summary>
    [Required(AllowEmptyStrings = true)]
    public string ApiKey { get; set; } = "";

    /// <summary>Passages in one request while vectors are made. Default 64.</summary>
    [Range(1, 2048)]
    public int BatchSize { get; set; } = 64;
}
