namespace QaBot.Chat.Endpoints;

/// <summary>Whose API an endpoint has.</summary>
public enum ChatProvider
{
    /// <summary>OpenAI's, and all that are compatible with it.</summary>
    OpenAI,

    /// <summary>Azure OpenAI's own, with deployments in the path: by key, or by Entra ID where there is none.</summary>
    AzureOpenAI,
}
