using QaBot.Citations;

namespace QaBot.Discord.Messages;

/// <summary>The page on the web that shows a citation where it stands, or null where there is none.</summary>
public delegate Uri? CitationLink(Citation citation);
