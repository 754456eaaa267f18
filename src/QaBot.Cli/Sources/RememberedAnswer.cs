using System.Text.Json.Serialization;
using QaBot.Answering;
using QaBot.Cli.Configuration;

namespace QaBot.Cli.Sources;

/// <summary>The last answer as it is kept.</summary>
/// <param name="Corpus">The full path of what it was given from.</param>
/// <param name="Index">The full path of the index's directory.</param>
/// <param name="Answer">The answer's object, as <c>--json</c> has it.</param>
internal sealed record RememberedAnswer(
    [property: JsonRequired] string Corpus, [property: JsonRequired] string Index, [property: JsonRequired] AnswerJson Answer)
{
    /// <summary>Has settings show what the answer was given from, where they do not say what to look at.</summary>
    /// <param name="settings">The settings; corpus and index are set.</param>
    /// <param name="isCorpusGiven">Whether the command line names a corpus; its index is none of the answer's then.</param>
    /// <param name="isIndexGiven">Whether it names an index.</param>
    public void Apply(QaBotSettings settings, bool isCorpusGiven, bool isIndexGiven)
    {
        settings.Corpus.Path = isCorpusGiven ? settings.Corpus.Path : Corpus;
        settings.Index.Directory = isCorpusGiven || isIndexGiven ? settings.Index.Directory : Index;
    }
}
