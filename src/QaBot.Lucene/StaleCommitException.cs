namespace QaBot.Lucene;

/// <summary>A commit was made from something else than what is asked for; the message is the end of a sentence.</summary>
internal sealed class StaleCommitException(string reason) : Exception(reason);
