namespace QaBot.Chat.Endpoints;

/// <summary>Why an answer ended, in OpenAI's words.</summary>
internal static class FinishReasons
{
    /// <summary>The model ended it.</summary>
    public const string Stop = "stop";

    /// <summary>The model calls functions.</summary>
    public const string ToolCalls = "tool_calls";

    /// <summary>The word of OpenAI's for one of another server; null where the answer broke off. A word that nobody knows is an end like any other.</summary>
    public static string? Read(string word) => word.Trim().ToLowerInvariant() switch
    {
        "length" or "max_tokens" or "max_length" or "model_length" or "max_output_tokens" or "token_limit" => "length",
        "content_filter" or "safety" or "recitation" or "blocklist" or "prohibited_content" or "spii" or "sensitive" or "refusal" => "content_filter",
        "error" or "abort" or "aborted" or "cancelled" or "canceled" or "network_error" or "timeout" or "insufficient_system_resource" => null,
        _ => Stop,
    };
}
