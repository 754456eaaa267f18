namespace QaBot.Answering;

/// <summary>The sentences that say that there is no answer; the only ones that an answer may have without a citation.</summary>
internal static class Abstention
{
    private static readonly string[] Sentences =
    [
        "The source does not say.",
        "The source says otherwise.",
        "That is not a question about this source.",
    ];

    /// <summary>The sentence for a reason.</summary>
    public static string Sentence(AbstentionReason reason) => Sentences[(int)reason];

    /// <summary>Whether a text is one of the sentences.</summary>
    public static bool IsSentence(string text) => Sentences.Contains(text, StringComparer.Ordinal);

    /// <summary>A text without the sentence at its start.</summary>
    public static string Strip(string text) =>
        Array.Find(Sentences, sentence => text.StartsWith(sentence, StringComparison.Ordinal)) is { } start ? text[start.Length..].TrimStart() : text;
}
