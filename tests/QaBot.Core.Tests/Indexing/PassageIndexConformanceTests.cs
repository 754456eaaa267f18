using QaBot.Chunking;
using QaBot.Indexing;
using QaBot.Testing.Indexing;
using QaBot.Text;

namespace QaBot.Core.Tests.Indexing;

public sealed class PassageIndexConformanceTests : PassageIndexConformance
{
    protected override IPassageIndex Build(Corpus corpus, ChunkingOptions options) => PassageIndex.Build(corpus, options);
}
