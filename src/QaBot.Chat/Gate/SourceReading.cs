using QaBot.Chat.Prompts;
using QaBot.Chunking;
using QaBot.Citations;
using QaBot.Text;

namespace QaBot.Chat.Gate;

/// <summary>Passages as prompts and the gate read them, remembered from question to question. Safe for concurrent use.</summary>
internal sealed class SourceReading
{
    private const int MostPassages = 1024;
    private const int MostSentences = 8192;
    private readonly BoundedCache<string, string> _escaped = new(MostPassages, StringComparer.Ordinal);
    private readonly BoundedCache<(string Passage, TextSpan Span), SourceSentence> _sentences = new(MostSentences);

    /// <summary>A passage's text as data of a prompt.</summary>
    public string Escaped(Passage passage) => _escaped.GetOrAdd(passage.Id, _ => PromptData.Escape(CitedText.Display(passage.Text)));

    /// <summary>A sentence of a passage.</summary>
    public SourceSentence Sentence(Passage passage, TextSpan span) => _sentences.GetOrAdd((passage.Id, span), _ => new SourceSentence(passage, span));

    /// <summary>Two sentences of a passage that follow each other.</summary>
    public SourceSentence Pair(Passage passage, TextSpan first, TextSpan second) => _sentences.GetOrAdd(
        (passage.Id, new TextSpan(first.Start, second.End)),
        key => new SourceSentence(passage, key.Span) { Parts = [Sentence(passage, first), Sentence(passage, second)] });
}
