using Lucene.Net.Index;
using QaBot.Indexing;

namespace QaBot.Lucene;

/// <summary>An index's header as the user data of its commit.</summary>
internal static class CommitHeader
{
    private const string Corpus = "corpus";
    private const string Options = "options";

    /// <summary>What to commit with.</summary>
    public static Dictionary<string, string> ToUserData(IndexHeader header) => new() { [Corpus] = header.CorpusHash, [Options] = header.Options };

    /// <summary>Why a commit cannot be served, as the end of a sentence, or null.</summary>
    public static string? FaultOf(DirectoryReader reader, IndexHeader header)
    {
        var data = reader.IndexCommit.UserData;
        return !data.TryGetValue(Corpus, out var corpus) || !data.TryGetValue(Options, out var options) ? "the index there is another program's"
            : corpus != header.CorpusHash ? "the corpus has changed"
            : options != header.Options ? "it was built with other options or by another build of the program"
            : null;
    }
}
