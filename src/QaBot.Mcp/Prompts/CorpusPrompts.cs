using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace QaBot.Mcp.Prompts;

/// <summary>What a person can start an assistant with.</summary>
internal static class CorpusPrompts
{
    private static readonly CorpusPrompt[] Prompts =
    [
        new(
            "answer",
            "Answer from the documents",
            "Answers a question from the documents alone, with citations.",
            "question",
            "What is to be answered.",
            """
            Answer this question from the documents of the server qabot alone: {0}

            Call ask with it (in several questions, each self-contained, where it has several parts). Give the short answer first, then the sentences with their markers, and under them each citation
            as the document's name, the offsets and the quote, character for character. Where ask abstains, try search with other words and read_source; where that says nothing either, say that the
            documents do not say it. Add nothing from elsewhere.
            """),
        new(
            "check-claim",
            "Check a claim against the documents",
            "Says whether the documents support, contradict or do not mention a claim.",
            "claim",
            "The sentence to be checked.",
            """
            Check this claim against the documents of the server qabot alone: {0}

            Turn each fact of it into a question for ask, and look at what stands around the quotes with read_source. Say for each fact: supported, contradicted or not mentioned, with the quote, character
            for character, the document's name and the offsets. Whether it is true elsewhere does not matter.
            """),
    ];

    /// <summary>All of them.</summary>
    public static ValueTask<ListPromptsResult> ListAsync(RequestContext<ListPromptsRequestParams> request, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new ListPromptsResult { Prompts = [.. Prompts.Select(prompt => prompt.ToProtocol())] });

    /// <summary>One of them with its argument filled in.</summary>
    public static ValueTask<GetPromptResult> GetAsync(RequestContext<GetPromptRequestParams> request, CancellationToken cancellationToken)
    {
        var prompt = Array.Find(Prompts, prompt => prompt.Name == request.Params?.Name)
            ?? throw new McpProtocolException($"There is no prompt “{request.Params?.Name}”: there is {string.Join(", ", Prompts.Select(prompt => prompt.Name))}.", McpErrorCode.InvalidParams);
        var value = request.Params!.Arguments?.TryGetValue(prompt.Argument, out var given) == true && given.ValueKind == JsonValueKind.String ? given.GetString()!.Trim() : "";
        return value.Length == 0
            ? throw new McpProtocolException($"{prompt.Name} needs “{prompt.Argument}”, a text.", McpErrorCode.InvalidParams)
            : ValueTask.FromResult(prompt.Fill(value));
    }
}
