namespace QaBot.Web.Documents;

/// <summary>A passage that was found.</summary>
/// <param name="Passage">Its id.</param>
/// <param name="Document">Its document's name.</param>
/// <param name="Title">What that document is about.</param>
/// <param name="Start">UTF-16 offset of its first unit.</param>
/// <param name="End">UTF-16 offset behind its last unit.</param>
/// <param name="Score">The sum of its terms' BM25 scores.</param>
/// <param name="Text">Exactly the text between the offsets.</param>
internal sealed record SearchResultJson(string Passage, string Document, string Title, int Start, int End, float Score, string Text);
