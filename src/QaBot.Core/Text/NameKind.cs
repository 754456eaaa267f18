namespace QaBot.Text;

/// <summary>What a capitalised name most likely stands for.</summary>
internal enum NameKind
{
    /// <summary>A place, an institution, an event, or a name nothing is said about.</summary>
    Other,

    /// <summary>A person.</summary>
    Person,

    /// <summary>The title of a film, a book, a piece of music or another work.</summary>
    Work,
}
