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

    /// <summary>Words of a text of one sentence as if the reader had found them, whatever was asked.</summary>
    public static AnswerCandidate CandidateOf(string sentence, string found)
    {
        var document = Document.FromText("a.txt", sentence);
        var whole = new TextSpan(0, sentence.Length);
        var passage = new Passage(document, 1, Zone.Body, [whole], PassageContext.None);
        return new AnswerCandidate(new ReadSpan(new ReadingWindow(passage, whole), SpanOf(sentence, found), 1, 0.5), whole, passage, []);
    }

    /// <summary>Where words stand first.</summary>
    public static TextSpan SpanOf(string text, string found)
    {
        var start = text.IndexOf(found, StringComparison.Ordinal);
        return new TextSpan(start, start + found.Length);
    }
}
