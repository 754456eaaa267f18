using QaBot.Answering;

namespace QaBot.Conversations;

/// <summary>The questions and answers so far, the latest last; it remembers a bounded number of them.</summary>
public sealed class Conversation
{
    /// <summary>Turns that are remembered.</summary>
    public const int Capacity = 16;

    private readonly List<Turn> _turns = [];

    /// <summary>The turns, oldest first.</summary>
    public IReadOnlyList<Turn> Turns => _turns;

    /// <summary>Remembers a turn; refused questions leave no trace.</summary>
    public void Add(Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (answer.Outcome == AnswerOutcome.Refused)
        {
            return;
        }

        if (_turns.Count == Capacity)
        {
            _turns.RemoveAt(0);
        }

        _turns.Add(new Turn(answer.ReadAs ?? answer.Question, answer));
    }
}
