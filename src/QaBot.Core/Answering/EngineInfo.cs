namespace QaBot.Answering;

/// <summary>What produced an answer.</summary>
/// <param name="Index">The index engine.</param>
/// <param name="Answerer">The answerer.</param>
/// <param name="Version">The program's version.</param>
public sealed record EngineInfo(string Index, string Answerer, string Version);
