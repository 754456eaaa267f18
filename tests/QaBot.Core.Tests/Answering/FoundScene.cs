using QaBot.Answering;
using QaBot.Answering.Candidates;
using QaBot.Chunking;
using QaBot.Indexing;
using QaBot.Reading;
using QaBot.Retrieval;
using QaBot.Text;

namespace QaBot.Core.Tests.Answering;

/// <summary>A question to one document, and words of it as if the reader had found them.</summary>
internal sealed record FoundScene(AskedWords Asked, AnswerCandidate Candidate)
{
    public static FoundScene Of(Document document, Question question, string found)
    {
        using var index = PassageIndex.Build(new Corpus([document]), new ChunkingOptions());
        var asked = new AskedWords(question, new Retriever(index, new RetrievalOptions(), _ => false).Retrieve(question), index);
        var start = document.Text.IndexOf(found, StringComparison.Ordinal);
        var span = new TextSpan(start, start + found.Length);
        var sentence = document.Sentences.Single(s => s.Contains(span));
        var passage = Enumerable.Range(0, index.Count).Select(i => index[i]).First(p => p.Sentences.Contains(sentence));
        return new FoundScene(asked, new AnswerCandidate(new ReadSpan(new ReadingWindow(passage, sentence), span, 1, 0.5), sentence, passage, []));
    }
}
