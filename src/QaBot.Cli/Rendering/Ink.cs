namespace QaBot.Cli.Rendering;

/// <summary>What a piece of text is, for the eye.</summary>
internal enum Ink
{
    /// <summary>Text.</summary>
    Plain,

    /// <summary>What the reader looks for.</summary>
    Strong,

    /// <summary>What the reader may skip.</summary>
    Dim,

    /// <summary>A marker or a place.</summary>
    Place,

    /// <summary>The quote within its surroundings.</summary>
    Quote,
}
