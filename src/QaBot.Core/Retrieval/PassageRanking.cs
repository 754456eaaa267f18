namespace QaBot.Retrieval;

/// <summary>Another ranking of an index's passages than by words, such as by vectors.</summary>
/// <param name="question">The question as read.</param>
/// <param name="count">At most so many; at least 1.</param>
/// <param name="cancellationToken">Stops the ranking.</param>
/// <returns>Ordinals of passages, best first; none where it cannot rank.</returns>
public delegate ValueTask<IReadOnlyList<int>> PassageRanking(string question, int count, CancellationToken cancellationToken);
