using QaBot.Answering;
using QaBot.Reading;
using QaBot.Retrieval;

namespace QaBot;

/// <summary>The options of the path of a question.</summary>
public sealed class QuestionAnswererOptions
{
    /// <summary>How passages are found.</summary>
    public RetrievalOptions Retrieval { get; set; } = new();

    /// <summary>How the reader runs.</summary>
    public ReadingOptions Reading { get; set; } = new();

    /// <summary>How questions are taken and answered.</summary>
    public AnsweringOptions Answering { get; set; } = new();
}
