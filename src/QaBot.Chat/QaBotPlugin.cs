using System.ComponentModel;
using System.Globalization;
using Microsoft.SemanticKernel;
using QaBot.Answering;
using QaBot.Indexing;

namespace QaBot.Chat;

/// <summary>QaBot as functions of other people's kernels.</summary>
internal sealed class QaBotPlugin(QuestionAnswerer answerer)
{
    private const int MostPassages = 20;

    /// <summary>Answers a question.</summary>
    [KernelFunction("ask")]
    [Description("Answers a question from the documents, or says that they do not; every sentence cites the exact words of its source. Returns one JSON object.")]
    public async Task<string> AskAsync([Description("One question.")] string question, CancellationToken cancellationToken = default) =>
        AnswerJson.Of(await answerer.AskAsync(question, conversation: null, cancellationToken).ConfigureAwait(false)).ToString();

    /// <summary>Finds passages.</summary>
    [KernelFunction("search")]
    [Description("Finds the passages of the documents that have the words of a query, best first, each with its id.")]
    public string Search(
        [Description("A question or a few words.")] string query,
        [Description("How many passages, 1 to 20.")] int k = 5) => Passages(answerer.Search(query, Math.Clamp(k, 1, MostPassages)).Hits);

    /// <summary>Passages as text, each with its id and its place.</summary>
    internal static string Passages(IReadOnlyList<PassageHit> hits) => hits.Count == 0 ? "No passage has any of these words."
        : string.Join("\n\n", hits.Select(hit => string.Create(CultureInfo.InvariantCulture, $"{hit.Passage.Id} {hit.Passage.Span}\n{hit.Passage.Text}")));
}
