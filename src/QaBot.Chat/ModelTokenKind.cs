namespace QaBot.Chat;

/// <summary>What a token or a tag in a model's text stands for.</summary>
internal enum ModelTokenKind
{
    /// <summary>Nothing that an answer needs: the end of a turn, of a text.</summary>
    Control,

    /// <summary>A thought begins.</summary>
    ThoughtBegins,

    /// <summary>A thought ends.</summary>
    ThoughtEnds,

    /// <summary>The answer begins.</summary>
    AnswerBegins,

    /// <summary>The answer ends.</summary>
    AnswerEnds,

    /// <summary>The name of a channel or a role begins, which a token ends.</summary>
    HeaderBegins,

    /// <summary>The name of a channel or a role begins, which its line ends.</summary>
    HeaderLineBegins,

    /// <summary>Such a name ends.</summary>
    HeaderEnds,

    /// <summary>Harmony's final channel begins, whose tokens were left out.</summary>
    BareFinal,
}
