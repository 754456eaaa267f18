namespace QaBot.Mcp.Tools;

/// <summary>A passage within a <see cref="PageJson"/>.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Start">UTF-16 offset of its first unit in the document.</param>
/// <param name="End">UTF-16 offset behind its last unit.</param>
internal sealed record PagePassageJson(string Id, int Start, int End);
