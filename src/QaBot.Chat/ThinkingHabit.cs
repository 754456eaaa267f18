namespace QaBot.Chat;

/// <summary>
/// How the answers of a model begin, as seen so far. Where the opening tag of its thoughts is part of the prompt's template, only the closing one
/// comes: until one answer has shown how it is, nothing may be taken for the answer before its end. Safe for concurrent use.
/// </summary>
internal sealed class ThinkingHabit
{
    private volatile bool _isOpen;
    private volatile bool _isUnopened;

    /// <summary>Whether text is the answer from its first word, unless a tag says otherwise.</summary>
    public bool AnswersAtOnce => _isOpen && !_isUnopened;

    /// <summary>Whether thoughts without an opening tag have been seen.</summary>
    public bool ThinksUnopened => _isUnopened;

    /// <summary>Remembers an answer that ended regularly, and whether it had thoughts without an opening tag.</summary>
    public void Learn(bool isUnopened)
    {
        _isOpen |= !isUnopened;
        _isUnopened |= isUnopened;
    }
}
